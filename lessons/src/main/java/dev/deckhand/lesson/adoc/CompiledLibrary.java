package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Courses fresh from the compiler, as a library.
 *
 * @param compiled in the order in which they are to be taken
 */
public record CompiledLibrary(List<CompiledCourse> compiled, Optional<String> coverage)
    implements Library {

  private static final String COVERAGE_FILE = "coverage.yaml";

  public CompiledLibrary {
    compiled = List.copyOf(compiled);
  }

  /**
   * Compiles a folder of courses.
   *
   * @throws IOException if what they cover is written there and cannot be read
   */
  public static CompiledLibrary of(Path courses, CourseCompiler compiler) throws IOException {
    return new CompiledLibrary(compiler.compileAll(courses), coverageIn(courses));
  }

  static Optional<String> coverageIn(Path courses) throws IOException {
    Path file = courses.resolve(COVERAGE_FILE);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
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
  public Optional<String> sources(String course) {
    return course(course).map(CompiledCourse::sources).filter(text -> !text.isEmpty());
  }

  private Optional<CompiledCourse> course(String id) {
    return compiled.stream().filter(course -> course.card().id().equals(id)).findFirst();
  }
}
