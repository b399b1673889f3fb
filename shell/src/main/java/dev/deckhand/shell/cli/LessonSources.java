package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.CompiledCourse;
import dev.deckhand.lesson.adoc.CompiledLesson;
import dev.deckhand.lesson.adoc.CompiledLibrary;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.shell.cli.LessonNames.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
   * @param pictures of what was compiled, by course/name
   */
  record Read(
      List<Lesson> lessons,
      List<Finding> findings,
      List<Lesson> sourceless,
      Map<String, Png> pictures) {
    Read {
      lessons = List.copyOf(lessons);
      findings = List.copyOf(findings);
      sourceless = List.copyOf(sourceless);
      pictures = Map.copyOf(pictures);
    }

    /** A picture of a course that was compiled; empty where there is none. */
    Optional<Png> picture(String course, String name) {
      return Optional.ofNullable(pictures.get(course + "/" + name));
    }

    /** Those that keep a lesson from being used. */
    List<Finding> errors() {
      return findings.stream().filter(Finding::isError).toList();
    }
  }

  /** Reads them all. */
  Read read(List<Named> named) {
    List<Read> reads = named.stream().map(this::read).toList();
    var pictures = new HashMap<String, Png>();
    reads.forEach(read -> pictures.putAll(read.pictures()));
    return new Read(
        reads.stream().flatMap(read -> read.lessons().stream()).distinct().toList(),
        reads.stream()
            .flatMap(read -> read.findings().stream())
            .distinct()
            .sorted(Finding.IN_READING_ORDER)
            .toList(),
        reads.stream().flatMap(read -> read.sourceless().stream()).distinct().toList(),
        pictures);
  }

  /** Reads one. The compiler stays warm: the second time is a matter of milliseconds. */
  Read read(Named named) {
    return switch (named) {
      case Named.OneFile(var file) -> of(compiler.compileLesson(file));
      case Named.Source(var _, var file) -> of(compiler.compileOfCourse(file));
      case Named.Course(var folder) -> of(compiler.compile(folder));
      case Named.Courses(var folder) -> of(CompiledLibrary.of(folder, compiler));
      case Named.Packed(var id) -> {
        List<Lesson> packed = library.lesson(id).stream().toList();
        yield new Read(packed, List.of(), packed, Map.of());
      }
    };
  }

  private static Read of(CompiledLesson compiled) {
    List<Lesson> lesson = Optional.ofNullable(compiled.lesson()).stream().toList();
    String course = lesson.stream().map(one -> one.id().course()).findFirst().orElse("");
    return new Read(lesson, compiled.findings(), List.of(), named(course, compiled.pictures()));
  }

  private static Read of(CompiledCourse course) {
    return of(List.of(course), course.findings());
  }

  /** All courses together, with what is said to be covered by them. */
  private static Read of(CompiledLibrary library) {
    return of(library.compiled(), library.findings());
  }

  private static Read of(List<CompiledCourse> courses, List<Finding> findings) {
    var lessons = new ArrayList<Lesson>();
    var pictures = new HashMap<String, Png>();
    for (CompiledCourse course : courses) {
      lessons.addAll(course.lessons());
      pictures.putAll(named(course.card().id(), course.pictures()));
    }
    return new Read(lessons, findings, List.of(), pictures);
  }

  private static Map<String, Png> named(String course, Map<String, Png> pictures) {
    return pictures.entrySet().stream()
        .collect(Collectors.toMap(one -> course + "/" + one.getKey(), Map.Entry::getValue));
  }

  @Override
  public void close() {
    compiler.close();
  }
}
