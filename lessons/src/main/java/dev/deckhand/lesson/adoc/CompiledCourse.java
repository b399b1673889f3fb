package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.lint.LintFinding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of compiling a course's folder.
 *
 * @param order the position of the course; courses with the same one are sorted by id
 * @param lessons the readable lessons, in the order of their files
 * @param findings of the course and its lessons, by file and line
 * @param pictures pictures of the lessons, by name
 * @param sources the sources of the course's facts; empty for none
 */
public record CompiledCourse(
    CourseCard card,
    int order,
    List<Lesson> lessons,
    List<LintFinding> findings,
    Map<String, Png> pictures,
    List<Block> sources) {
  public CompiledCourse {
    lessons = List.copyOf(lessons);
    findings = List.copyOf(findings);
    pictures = Map.copyOf(pictures);
    sources = List.copyOf(sources);
  }

  /** Adds the findings about this course's files. */
  CompiledCourse withFindings(List<LintFinding> more) {
    Set<String> files = lessons.stream().map(Lesson::file).collect(Collectors.toSet());
    List<LintFinding> all =
        Stream.concat(
                findings.stream(),
                more.stream().filter(lintFinding -> files.contains(lintFinding.place().file())))
            .distinct()
            .sorted(LintFinding.IN_READING_ORDER)
            .toList();
    return new CompiledCourse(card, order, lessons, all, pictures, sources);
  }

  /** Whether the course has no errors. */
  public boolean isValid() {
    return findings.stream().noneMatch(LintFinding::isError);
  }
}
