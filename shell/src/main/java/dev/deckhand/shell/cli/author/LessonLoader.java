package dev.deckhand.shell.cli.author;

import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.CompiledCourse;
import dev.deckhand.lesson.adoc.CompiledLesson;
import dev.deckhand.lesson.adoc.CompiledLibrary;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.shell.cli.author.LessonNameResolver.LessonReference;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads lessons: compiles sources, and opens compiled lessons. */
final class LessonLoader implements AutoCloseable {

  private final CourseLibrary courseLibrary;
  private final CourseCompiler compiler;

  LessonLoader(CourseLibrary courseLibrary) {
    this(courseLibrary, new CourseCompiler());
  }

  private LessonLoader(CourseLibrary courseLibrary, CourseCompiler compiler) {
    this.courseLibrary = courseLibrary;
    this.compiler = compiler;
  }

  /** A loader that draws no diagram anew that the build has drawn: each takes a second. */
  static LessonLoader of(CommandContext context) {
    Path drawings = context.environment().installation().resolve("lessons/target/diagrams");
    return new LessonLoader(
        context.library(),
        Files.isDirectory(drawings) ? new CourseCompiler(drawings) : new CourseCompiler());
  }

  /**
   * The lessons that were read.
   *
   * @param findings the findings of all lessons, sorted by file and line, without duplicates
   * @param withoutSource lessons whose source wasn't found
   * @param pictures the compiled pictures, by course/name
   */
  record LoadedLessons(
      List<Lesson> lessons,
      List<LintFinding> findings,
      List<Lesson> withoutSource,
      Map<String, Png> pictures) {
    LoadedLessons {
      lessons = List.copyOf(lessons);
      findings = List.copyOf(findings);
      withoutSource = List.copyOf(withoutSource);
      pictures = Map.copyOf(pictures);
    }

    /** Returns a picture of a compiled course; empty if there is none. */
    Optional<Png> picture(String course, String name) {
      return Optional.ofNullable(pictures.get(course + "/" + name));
    }

    /** Returns the findings that keep a lesson from being used. */
    List<LintFinding> errors() {
      return findings.stream().filter(LintFinding::isError).toList();
    }

    /** Returns the number of findings as a sentence. */
    String summary() {
      String count = CountFormatter.of(lessons.size(), "lesson");
      return findings.isEmpty() ? count + ", no problems." : count + ": " + problemCount() + ".";
    }

    String problemCount() {
      int errors = errors().size();
      return CountFormatter.of(errors, "error")
          + ", "
          + CountFormatter.of(findings.size() - errors, "warning");
    }

    /**
     * Translates the findings.
     *
     * @param strict whether a warning counts as an error
     */
    ExitCode exitCode(boolean strict) {
      boolean sound = errors().isEmpty() && (!strict || findings.isEmpty());
      return sound ? ExitCode.OK : ExitCode.CHECKS_FAILED;
    }
  }

  /** Reads them all. */
  LoadedLessons read(List<LessonReference> lessonReference) {
    List<LoadedLessons> loadedLessonses = lessonReference.stream().map(this::read).toList();
    var pictures = new HashMap<String, Png>();
    loadedLessonses.forEach(loadedLessons -> pictures.putAll(loadedLessons.pictures()));
    return new LoadedLessons(
        loadedLessonses.stream()
            .flatMap(loadedLessons -> loadedLessons.lessons().stream())
            .distinct()
            .toList(),
        loadedLessonses.stream()
            .flatMap(loadedLessons -> loadedLessons.findings().stream())
            .distinct()
            .sorted(LintFinding.IN_READING_ORDER)
            .toList(),
        loadedLessonses.stream()
            .flatMap(loadedLessons -> loadedLessons.withoutSource().stream())
            .distinct()
            .toList(),
        pictures);
  }

  /** Reads one lesson. The compiler stays loaded, so the next time takes only milliseconds. */
  LoadedLessons read(LessonReference lessonReference) {
    return switch (lessonReference) {
      case LessonReference.LessonFile(var file) -> loaded(compiler.compileLesson(file));
      case LessonReference.CourseLesson(var _, var file) -> loaded(compiler.compileInCourse(file));
      case LessonReference.CourseFolder(var folder) -> loaded(compiler.compile(folder));
      case LessonReference.CoursesFolder(var folder) ->
          loaded(CompiledLibrary.of(folder, compiler));
      case LessonReference.PackedLesson(var id) -> {
        List<Lesson> packed = courseLibrary.lesson(id).stream().toList();
        yield new LoadedLessons(packed, List.of(), packed, Map.of());
      }
    };
  }

  private static LoadedLessons loaded(CompiledLesson compiled) {
    List<Lesson> lesson = Optional.ofNullable(compiled.lesson()).stream().toList();
    String course = lesson.stream().map(one -> one.id().course()).findFirst().orElse("");
    return new LoadedLessons(
        lesson, compiled.findings(), List.of(), qualifiedPictures(course, compiled.pictures()));
  }

  private static LoadedLessons loaded(CompiledCourse course) {
    return loaded(List.of(course), course.findings());
  }

  /** All courses together, with what is said to be covered by them. */
  private static LoadedLessons loaded(CompiledLibrary library) {
    return loaded(library.compiled(), library.findings());
  }

  private static LoadedLessons loaded(
      List<CompiledCourse> courses, List<LintFinding> lintFindings) {
    var lessons = new ArrayList<Lesson>();
    var pictures = new HashMap<String, Png>();
    for (CompiledCourse course : courses) {
      lessons.addAll(course.lessons());
      pictures.putAll(qualifiedPictures(course.card().id(), course.pictures()));
    }
    return new LoadedLessons(lessons, lintFindings, List.of(), pictures);
  }

  private static Map<String, Png> qualifiedPictures(String course, Map<String, Png> pictures) {
    return pictures.entrySet().stream()
        .collect(Collectors.toMap(one -> course + "/" + one.getKey(), Map.Entry::getValue));
  }

  @Override
  public void close() {
    compiler.close();
  }
}
