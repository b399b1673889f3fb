package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.lint.LintFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A library of courses compiled from source.
 *
 * @param compiled in the order in which learners take them
 * @param coverage the text of their coverage file, if there is one
 * @param findings about the courses and the coverage file
 */
public record CompiledLibrary(
    List<CompiledCourse> compiled, Optional<String> coverage, List<LintFinding> findings)
    implements CourseLibrary {

  public CompiledLibrary {
    compiled = List.copyOf(compiled);
    findings = List.copyOf(findings);
  }

  /** Compiles a folder of courses. */
  public static CompiledLibrary of(Path courses, CourseCompiler compiler) {
    List<CompiledCourse> compiled = compiler.compileAll(courses);
    CoverageFile coverage = CoverageFile.in(courses);
    return new CompiledLibrary(
        compiled,
        coverage.text(),
        Stream.concat(
                compiled.stream().flatMap(course -> course.findings().stream()),
                coverage.findings(compiled).stream())
            .toList());
  }

  @Override
  public List<CourseCard> courses() {
    return compiled.stream().map(CompiledCourse::card).toList();
  }

  @Override
  public Optional<Lesson> lesson(LessonId id) {
    return compiled.stream()
        .flatMap(course -> course.lessons().stream())
        .filter(lesson -> lesson.id().equals(id))
        .findFirst();
  }

  @Override
  public Optional<Png> picture(String course, String name) {
    return course(course).map(one -> one.pictures().get(name));
  }

  @Override
  public List<Block> sources(String course) {
    return course(course).map(CompiledCourse::sources).orElse(List.of());
  }

  private Optional<CompiledCourse> course(String id) {
    return compiled.stream().filter(course -> course.card().id().equals(id)).findFirst();
  }
}
