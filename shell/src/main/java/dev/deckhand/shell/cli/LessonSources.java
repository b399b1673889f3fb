package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.adoc.CompiledCourse;
import dev.deckhand.lesson.adoc.CompiledLesson;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.shell.cli.LessonNames.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads lessons from where their names lead: compiles sources, opens what was compiled before. */
final class LessonSources implements AutoCloseable {

  private final Library library;
  private final CourseCompiler compiler = new CourseCompiler();

  LessonSources(Library library) {
    this.library = library;
  }

  /**
   * What came of reading.
   *
   * @param findings of all lessons, by file and line, each once
   * @param sourceless lessons whose source is not in reach
   */
  record Read(List<Lesson> lessons, List<Finding> findings, List<Lesson> sourceless) {
    Read {
      lessons = List.copyOf(lessons);
      findings = List.copyOf(findings);
      sourceless = List.copyOf(sourceless);
    }

    /** Those that keep a lesson from being used. */
    List<Finding> errors() {
      return findings.stream().filter(Finding::isError).toList();
    }
  }

  /** Reads them all. */
  Read read(List<Named> named) {
    List<Read> reads = named.stream().map(this::read).toList();
    return new Read(
        reads.stream().flatMap(read -> read.lessons().stream()).distinct().toList(),
        reads.stream()
            .flatMap(read -> read.findings().stream())
            .distinct()
            .sorted(Finding.IN_READING_ORDER)
            .toList(),
        reads.stream().flatMap(read -> read.sourceless().stream()).distinct().toList());
  }

  /** Reads one. The compiler stays warm: the second time is a matter of milliseconds. */
  Read read(Named named) {
    return switch (named) {
      case Named.OneFile(var file) -> of(compiler.compileLesson(file));
      case Named.Source(var _, var file) -> of(compiler.compileOfCourse(file));
      case Named.Course(var folder) -> of(List.of(compiler.compile(folder)));
      case Named.Courses(var folder) -> of(compiler.compileAll(folder));
      case Named.Packed(var id) -> {
        List<Lesson> packed = library.lesson(id).stream().toList();
        yield new Read(packed, List.of(), packed);
      }
    };
  }

  private static Read of(CompiledLesson compiled) {
    List<Lesson> lesson = Optional.ofNullable(compiled.lesson()).stream().toList();
    return new Read(lesson, compiled.findings(), List.of());
  }

  private static Read of(List<CompiledCourse> courses) {
    var lessons = new ArrayList<Lesson>();
    courses.forEach(course -> lessons.addAll(course.lessons()));
    Stream<Finding> findings = courses.stream().flatMap(course -> course.findings().stream());
    return new Read(lessons, findings.toList(), List.of());
  }

  @Override
  public void close() {
    compiler.close();
  }
}
