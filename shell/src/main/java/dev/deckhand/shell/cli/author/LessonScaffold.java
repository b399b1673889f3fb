package dev.deckhand.shell.cli.author;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.adoc.CourseSourceFolder;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A new lesson: a small one that works, to be replaced step by step.
 *
 * @param course its course's folder, which may not exist yet
 * @param name its file's name without number and extension
 */
record LessonScaffold(Path course, String name, String title, LabOption lab) {

  private static final Pattern NUMBERED = Pattern.compile("(?:\\d{2}-)?(.+?)(?:\\.adoc)?");
  private static final int MAX_NUMBER = 99;

  /** The labs that a new lesson can have. */
  enum LabOption {
    DOCKER,
    KUBERNETES,
    NONE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Plans a lesson.
   *
   * @param path a file's path, with or without number and ending; or {@code course/lesson}, which
   *     belongs to the courses where there is no such folder here
   * @param title empty to derive it from the name
   */
  static LessonScaffold forPath(Path path, Path courses, String title, LabOption labOption) {
    Path file = path.getFileName() == null ? Path.of("") : path.getFileName();
    var matcher = NUMBERED.matcher(file.toString());
    String name = matcher.matches() ? matcher.group(1) : file.toString();
    Path parent = path.getParent();
    Path course = parent == null ? Path.of("").toAbsolutePath() : parent;
    boolean id = parent != null && !path.isAbsolute() && path.getNameCount() == 2;
    if (id && !path.startsWith(".") && !Files.exists(parent) && Files.isDirectory(courses)) {
      course = courses.resolve(parent);
    }
    return new LessonScaffold(course, name, title.isEmpty() ? titleFrom(name) : title, labOption);
  }

  /** Refuses names, titles and numbers that don't work. */
  void validate() throws UserError {
    LessonId id;
    try {
      id = new LessonId(folder(), name);
    } catch (IllegalArgumentException invalid) {
      throw new UserError(
          "\"" + folder() + "/" + name + "\" can't be a lesson's id.",
          "Use lower-case letters, digits and '-' for the folder and the name, as in"
              + " containers/first-container.");
    }
    Optional<CourseSourceFolder.LessonSource> taken =
        lessons().filter(lessonSource -> lessonSource.id().equals(id)).findFirst();
    if (taken.isPresent()) {
      throw new UserError(
          "There is already a lesson " + id + ": " + taken.get().file() + ".",
          "Choose another name; nothing was changed.");
    }
    if (title.contains("\n") || title.isBlank()) {
      throw new UserError("The title must be one line.", "Set it with --title.");
    }
    if (number() > MAX_NUMBER) {
      throw new UserError(
          course + " already has a lesson " + MAX_NUMBER + ", the highest number.",
          "Start another course.");
    }
  }

  /** Writes the lesson, and the course if needed; returns the files written. */
  List<Path> write() throws IOException {
    Files.createDirectories(course);
    Path head = course.resolve("course.adoc");
    Path file = course.resolve(String.format(Locale.ROOT, "%02d-%s.adoc", number(), name));
    create(file, text("lesson-" + lab + ".adoc", title));
    if (Files.exists(head)) {
      return List.of(file);
    }
    create(head, text("course.adoc", titleFrom(folder())));
    return List.of(file, head);
  }

  private int number() {
    return lessons()
            .mapToInt(lessonSource -> CourseSourceFolder.numberOf(lessonSource.file()))
            .max()
            .orElse(0)
        + 1;
  }

  private Stream<CourseSourceFolder.LessonSource> lessons() {
    return CourseSourceFolder.lessonsOf(course);
  }

  private String folder() {
    return String.valueOf(course.toAbsolutePath().normalize().getFileName());
  }

  private String text(String template, String heading) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LessonScaffold.class.getResourceAsStream(template), template)) {
      return new String(in.readAllBytes(), UTF_8)
          .replace("{{title}}", heading)
          .replace("{{id}}", name);
    }
  }

  /** Never overwrites a file, not even one created a moment ago. */
  private static void create(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static String titleFrom(String name) {
    String words = name.replace('-', ' ').strip();
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
