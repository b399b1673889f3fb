package dev.deckhand.shell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.adoc.SourceShelf;
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
 * A lesson that is about to be begun: a small one that works, to be replaced step by step.
 *
 * @param course its course's folder, which need not be there
 * @param name its file's name without number and ending
 */
record NewLesson(Path course, String name, String title, Lab lab) {

  private static final Pattern NUMBERED = Pattern.compile("(?:\\d{2}-)?(.+?)(?:\\.adoc)?");
  private static final int LAST = 99;

  /** What a new lesson may work with. */
  enum Lab {
    DOCKER,
    KUBERNETES,
    NONE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why it cannot be begun. */
  record Refusal(String what, String next) {}

  /**
   * Plans a lesson.
   *
   * @param path a file's path, with or without number and ending; or {@code course/lesson}, which
   *     belongs to the courses where there is no such folder here
   * @param title empty to make one of the name
   */
  static NewLesson at(Path path, Path courses, String title, Lab lab) {
    Path file = path.getFileName() == null ? Path.of("") : path.getFileName();
    var matcher = NUMBERED.matcher(file.toString());
    String name = matcher.matches() ? matcher.group(1) : file.toString();
    Path parent = path.getParent();
    Path course = parent == null ? Path.of("").toAbsolutePath() : parent;
    boolean id = parent != null && !path.isAbsolute() && path.getNameCount() == 2;
    if (id && !path.startsWith(".") && !Files.exists(parent) && Files.isDirectory(courses)) {
      course = courses.resolve(parent);
    }
    return new NewLesson(course, name, title.isEmpty() ? spoken(name) : title, lab);
  }

  /** What keeps it from being begun; empty where nothing does. */
  Optional<Refusal> refusal() {
    try {
      var id = new LessonId(folder(), name);
      Optional<SourceShelf.Source> taken =
          lessons().filter(source -> source.id().equals(id)).findFirst();
      if (taken.isPresent()) {
        return Optional.of(
            new Refusal(
                "There is a lesson " + id + ": " + taken.get().file() + ".",
                "Choose another name; nothing was changed."));
      }
    } catch (IllegalArgumentException noName) {
      return Optional.of(
          new Refusal(
              "\"" + folder() + "/" + name + "\" cannot be a lesson's id.",
              "Use small letters, digits and '-' for the folder and the name, as in"
                  + " containers/first-container."));
    }
    if (title.contains("\n") || title.isBlank()) {
      return Optional.of(new Refusal("The title has to be one line.", "Write one with --title."));
    }
    return number() <= LAST
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                course + " has a lesson " + LAST + ", and no number follows.",
                "Begin another course."));
  }

  /** Writes the lesson, and the course where it is not there; returns what was written. */
  List<Path> write() throws IOException {
    Files.createDirectories(course);
    Path head = course.resolve("course.adoc");
    Path file = course.resolve(String.format(Locale.ROOT, "%02d-%s.adoc", number(), name));
    create(file, text("lesson-" + lab + ".adoc", title));
    if (Files.exists(head)) {
      return List.of(file);
    }
    create(head, text("course.adoc", spoken(folder())));
    return List.of(file, head);
  }

  private int number() {
    return lessons().mapToInt(source -> SourceShelf.numberOf(source.file())).max().orElse(0) + 1;
  }

  private Stream<SourceShelf.Source> lessons() {
    return SourceShelf.lessonsOf(course);
  }

  private String folder() {
    return String.valueOf(course.toAbsolutePath().normalize().getFileName());
  }

  private String text(String template, String heading) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NewLesson.class.getResourceAsStream(template), template)) {
      return new String(in.readAllBytes(), UTF_8)
          .replace("{{title}}", heading)
          .replace("{{id}}", name);
    }
  }

  /** Never over a file that is there, even one that came a moment ago. */
  private static void create(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static String spoken(String name) {
    String words = name.replace('-', ' ').strip();
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
