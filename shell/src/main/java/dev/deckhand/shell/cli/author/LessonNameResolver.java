package dev.deckhand.shell.cli.author;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.adoc.CourseSourceFolder;
import dev.deckhand.shell.cli.common.UserError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resolves lesson names: a file, a course's folder, a course's name, or an id with or without its
 * course. Sources take precedence over compiled lessons.
 */
final class LessonNameResolver {

  private final CourseLibrary courseLibrary;
  private final Path courses;

  /**
   * @param courses the folder of sources for ids, which may not exist
   */
  LessonNameResolver(CourseLibrary courseLibrary, Path courses) {
    this.courseLibrary = courseLibrary;
    this.courses = courses;
  }

  /** What a name refers to. */
  sealed interface LessonReference {

    /** A file, by its path. */
    record LessonFile(Path file) implements LessonReference {}

    /** A lesson of a known course, by its id. */
    record CourseLesson(LessonId id, Path file) implements LessonReference {}

    /** A course's folder. */
    record CourseFolder(Path folder) implements LessonReference {}

    /** A folder of courses. */
    record CoursesFolder(Path folder) implements LessonReference {}

    /** A lesson that exists only in compiled form. */
    record PackedLesson(LessonId id) implements LessonReference {}
  }

  /**
   * Resolves names; without any, returns all lessons.
   *
   * @throws UserError if a name is unknown, with the most similar name
   */
  List<LessonReference> resolve(List<String> names) throws UserError {
    var found = new ArrayList<LessonReference>();
    for (String name : names) {
      found.add(resolve(name));
    }
    return names.isEmpty() ? allLessons() : found;
  }

  private List<LessonReference> allLessons() {
    if (!CourseSourceFolder.in(courses).courses().isEmpty()) {
      return List.of(new LessonReference.CoursesFolder(courses));
    }
    return courseLibrary.lessons().stream()
        .map(card -> (LessonReference) new LessonReference.PackedLesson(card.id()))
        .toList();
  }

  private LessonReference resolve(String name) throws UserError {
    Optional<Path> path = path(name);
    if (path.isPresent() && Files.isRegularFile(path.get())) {
      return new LessonReference.LessonFile(path.get());
    }
    if (path.isPresent() && Files.isDirectory(path.get())) {
      return folder(path.get());
    }
    var courseSourceFolder = CourseSourceFolder.in(courses);
    List<CourseSourceFolder.LessonSource> lessonSources =
        courseSourceFolder.lessons().stream()
            .filter(lessonSource -> matches(lessonSource.id(), name))
            .toList();
    if (lessonSources.size() > 1) {
      throw ambiguous(
          name, lessonSources.stream().map(CourseSourceFolder.LessonSource::id).toList());
    }
    if (!lessonSources.isEmpty()) {
      return new LessonReference.CourseLesson(
          lessonSources.getFirst().id(), lessonSources.getFirst().file());
    }
    Optional<Path> course =
        courseSourceFolder.courses().stream()
            .filter(folder ->
                path.isPresent()
                    && path.get().getNameCount() == 1
                    && folder.toAbsolutePath().normalize().endsWith(path.get()))
            .findFirst();
    return course.isPresent()
        ? new LessonReference.CourseFolder(course.get())
        : packed(name, courseSourceFolder);
  }

  private LessonReference packed(String name, CourseSourceFolder courseSourceFolder)
      throws UserError {
    List<LessonId> packed =
        courseLibrary.lessons().stream()
            .map(LessonCard::id)
            .filter(id -> matches(id, name))
            .toList();
    if (packed.size() > 1) {
      throw ambiguous(name, packed);
    }
    if (packed.isEmpty()) {
      throw unknown(name, courseSourceFolder);
    }
    return new LessonReference.PackedLesson(packed.getFirst());
  }

  private static LessonReference folder(Path folder) throws UserError {
    if (CourseSourceFolder.isCourse(folder)) {
      return new LessonReference.CourseFolder(folder);
    }
    if (!CourseSourceFolder.in(folder).courses().isEmpty()) {
      return new LessonReference.CoursesFolder(folder);
    }
    throw new UserError(
        "The folder " + folder + " contains no course and no lesson.",
        "A course has a course.adoc and lessons like 01-name.adoc; \"deckhand lesson new\" makes"
            + " them.");
  }

  private static boolean matches(LessonId id, String name) {
    return id.toString().equals(name) || id.lesson().equals(name);
  }

  private static UserError ambiguous(String name, List<LessonId> ids) {
    return new UserError(
        "More than one lesson is called \"" + name + "\".",
        "Say which: " + String.join(" or ", ids.stream().map(LessonId::toString).toList()));
  }

  private UserError unknown(String name, CourseSourceFolder courseSourceFolder) {
    boolean file = name.endsWith(".adoc") || name.startsWith("/") || name.startsWith(".");
    List<LessonId> ids =
        Stream.concat(
                courseSourceFolder.lessons().stream().map(CourseSourceFolder.LessonSource::id),
                courseLibrary.lessons().stream().map(LessonCard::id))
            .distinct()
            .toList();
    Optional<String> meant =
        file
            ? nearestSibling(name)
            : SpellingSuggester.suggest(name, ids.stream().map(LessonId::toString).toList())
                .or(() ->
                    SpellingSuggester.suggest(name, ids.stream().map(LessonId::lesson).toList()));
    return new UserError(
        file ? "There is no file " + name + "." : "There is no lesson \"" + name + "\".",
        meant.map(near -> "Did you mean " + near + "? ").orElse("")
            + "Name a lesson's id, its file or a course's folder; \"deckhand lessons\" lists the"
            + " ids.");
  }

  /** Returns the file in the same folder that was probably meant. */
  private static Optional<String> nearestSibling(String name) {
    Optional<Path> path = path(name);
    Path folder = path.map(Path::toAbsolutePath).map(Path::getParent).orElse(null);
    if (path.isEmpty() || folder == null) {
      return Optional.empty();
    }
    List<String> files =
        CourseSourceFolder.lessonsOf(folder)
            .map(lessonSource -> String.valueOf(lessonSource.file().getFileName()))
            .toList();
    return SpellingSuggester.suggest(String.valueOf(path.get().getFileName()), files)
        .map(near -> path.get().resolveSibling(near).toString());
  }

  private static Optional<Path> path(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
