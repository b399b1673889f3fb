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
 * What came of compiling one folder.
 *
 * @param order where the course stands among others: by this number first, then by its id
 * @param lessons those that could be read, in the order of their files
 * @param findings of the course and its lessons, by file and line
 * @param pictures those that the lessons show, by their names
 * @param sources which facts came from where; empty for none
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

  /** Adds those of some findings that are about this course's files. */
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

  /** Whether a learner may be given the course. */
  public boolean isValid() {
    return findings.stream().noneMatch(LintFinding::isError);
  }
}
