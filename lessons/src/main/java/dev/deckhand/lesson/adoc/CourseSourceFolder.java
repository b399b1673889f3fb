package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of courses in a folder, found by file names and headers without compiling them.
 *
 * @param courses the courses' folders, in the order of their names
 * @param lessons the lessons' files, course by course
 */
public record CourseSourceFolder(List<Path> courses, List<LessonSource> lessons) {

  static final Pattern LESSON_FILE = Pattern.compile("(\\d{2})-([a-z0-9][a-z0-9-]*)\\.adoc");
  private static final Pattern ID = Pattern.compile(":id:\\s+([a-z0-9][a-z0-9-]{0,63})\\s*");

  /** How much of a file is searched for a header. */
  private static final int HEADER_BYTES = 8192;

  public CourseSourceFolder {
    courses = List.copyOf(courses);
    lessons = List.copyOf(lessons);
  }

  /** A lesson and its file. */
  public record LessonSource(LessonId id, Path file) {}

  /** The sources in a folder of courses or in a course's folder; none if it doesn't exist. */
  public static CourseSourceFolder in(Path folder) {
    var courses = new ArrayList<Path>();
    if (isCourse(folder)) {
      courses.add(folder);
    } else {
      list(folder).filter(CourseSourceFolder::isCourse).forEach(courses::add);
    }
    return new CourseSourceFolder(
        courses, courses.stream().flatMap(CourseSourceFolder::lessonsOf).toList());
  }

  /** Whether a folder is a course, complete or not. */
  public static boolean isCourse(Path folder) {
    return Files.isRegularFile(folder.resolve("course.adoc"))
        || list(folder).anyMatch(file -> LESSON_FILE.matcher(name(file)).matches());
  }

  /** The lessons of one course, in the order of their numbers. */
  public static Stream<LessonSource> lessonsOf(Path course) {
    String folder = name(course.toAbsolutePath().normalize());
    return list(course)
        .flatMap(file -> {
          Matcher matcher = LESSON_FILE.matcher(name(file));
          if (!matcher.matches()) {
            return Stream.empty();
          }
          try {
            return Stream.of(
                new LessonSource(new LessonId(folder, id(file, matcher.group(2))), file));
          } catch (IllegalArgumentException noName) {
            return Stream.empty();
          }
        });
  }

  /** The number of a lesson's file; 0 for any other file. */
  public static int numberOf(Path file) {
    Matcher matcher = LESSON_FILE.matcher(name(file));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String id(Path file, String nameless) {
    try (var in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.UTF_8);
      return head.lines()
          .takeWhile(line -> !line.isBlank())
          .map(ID::matcher)
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .reduce((_, last) -> last)
          .orElse(nameless);
    } catch (IOException unreadable) {
      return nameless;
    }
  }

  /** The files in a folder, by name; none if it can't be read. */
  static Stream<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList().stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
