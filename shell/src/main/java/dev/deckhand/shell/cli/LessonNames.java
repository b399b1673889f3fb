package dev.deckhand.shell.cli;

import dev.deckhand.check.Nearest;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.adoc.SourceShelf;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What authors call lessons by: a file, a course's folder, a course's name, or an id with or
 * without its course. Sources come before what was compiled into the program.
 */
final class LessonNames {

  private final Library library;
  private final Path courses;

  /**
   * @param courses where sources are looked for by id; it need not be there
   */
  LessonNames(Library library, Path courses) {
    this.library = library;
    this.courses = courses;
  }

  /** What a name may stand for. */
  sealed interface Named {

    /** A file, by its path. */
    record OneFile(Path file) implements Named {}

    /** A lesson of a course in reach, by its id. */
    record Source(LessonId id, Path file) implements Named {}

    /** A course's folder. */
    record Course(Path folder) implements Named {}

    /** A folder of courses. */
    record Courses(Path folder) implements Named {}

    /** A lesson that is there only as it was compiled. */
    record Packed(LessonId id) implements Named {}
  }

  /**
   * Finds what names stand for; without any, all lessons.
   *
   * @throws LessonFinder.Unknown if one stands for nothing, with the nearest name that does
   */
  List<Named> find(List<String> names) throws LessonFinder.Unknown {
    var found = new ArrayList<Named>();
    for (String name : names) {
      found.add(find(name));
    }
    return names.isEmpty() ? all() : found;
  }

  private List<Named> all() {
    if (!SourceShelf.in(courses).courses().isEmpty()) {
      return List.of(new Named.Courses(courses));
    }
    return library.lessons().stream().map(card -> (Named) new Named.Packed(card.id())).toList();
  }

  private Named find(String name) throws LessonFinder.Unknown {
    Optional<Path> path = path(name);
    if (path.isPresent() && Files.isRegularFile(path.get())) {
      return new Named.OneFile(path.get());
    }
    if (path.isPresent() && Files.isDirectory(path.get())) {
      return folder(path.get());
    }
    var shelf = SourceShelf.in(courses);
    List<SourceShelf.Source> sources =
        shelf.lessons().stream().filter(source -> fits(source.id(), name)).toList();
    if (sources.size() > 1) {
      throw moreThanOne(name, sources.stream().map(SourceShelf.Source::id).toList());
    }
    if (!sources.isEmpty()) {
      return new Named.Source(sources.getFirst().id(), sources.getFirst().file());
    }
    Optional<Path> course =
        shelf.courses().stream()
            .filter(folder ->
                path.isPresent()
                    && path.get().getNameCount() == 1
                    && folder.toAbsolutePath().normalize().endsWith(path.get()))
            .findFirst();
    return course.isPresent() ? new Named.Course(course.get()) : packed(name, shelf);
  }

  private Named packed(String name, SourceShelf shelf) throws LessonFinder.Unknown {
    List<LessonId> packed =
        library.lessons().stream().map(LessonCard::id).filter(id -> fits(id, name)).toList();
    if (packed.size() > 1) {
      throw moreThanOne(name, packed);
    }
    if (packed.isEmpty()) {
      throw unknown(name, shelf);
    }
    return new Named.Packed(packed.getFirst());
  }

  private static Named folder(Path folder) throws LessonFinder.Unknown {
    if (SourceShelf.isCourse(folder)) {
      return new Named.Course(folder);
    }
    if (!SourceShelf.in(folder).courses().isEmpty()) {
      return new Named.Courses(folder);
    }
    throw new LessonFinder.Unknown(
        "The folder " + folder + " holds no course and no lesson.",
        "A course has a course.adoc and lessons like 01-name.adoc; \"deckhand lesson new\" makes"
            + " them.");
  }

  private static boolean fits(LessonId id, String name) {
    return id.toString().equals(name) || id.lesson().equals(name);
  }

  private static LessonFinder.Unknown moreThanOne(String name, List<LessonId> ids) {
    return new LessonFinder.Unknown(
        "More than one lesson is called \"" + name + "\".",
        "Say which: " + String.join(" or ", ids.stream().map(LessonId::toString).toList()));
  }

  private LessonFinder.Unknown unknown(String name, SourceShelf shelf) {
    boolean file = name.endsWith(".adoc") || name.startsWith("/") || name.startsWith(".");
    List<LessonId> ids =
        Stream.concat(
                shelf.lessons().stream().map(SourceShelf.Source::id),
                library.lessons().stream().map(LessonCard::id))
            .distinct()
            .toList();
    Optional<String> meant =
        file
            ? sibling(name)
            : Nearest.to(name, ids.stream().map(LessonId::toString).toList())
                .or(() -> Nearest.to(name, ids.stream().map(LessonId::lesson).toList()));
    return new LessonFinder.Unknown(
        file ? "There is no file " + name + "." : "There is no lesson \"" + name + "\".",
        meant.map(near -> "Did you mean " + near + "? ").orElse("")
            + "Name a lesson's id, its file or a course's folder; \"deckhand lessons\" lists the"
            + " ids.");
  }

  /** The file beside it that was probably meant. */
  private static Optional<String> sibling(String name) {
    Optional<Path> path = path(name);
    Path folder = path.map(Path::toAbsolutePath).map(Path::getParent).orElse(null);
    if (path.isEmpty() || folder == null) {
      return Optional.empty();
    }
    List<String> files =
        SourceShelf.lessonsOf(folder)
            .map(source -> String.valueOf(source.file().getFileName()))
            .toList();
    return Nearest.to(String.valueOf(path.get().getFileName()), files)
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
