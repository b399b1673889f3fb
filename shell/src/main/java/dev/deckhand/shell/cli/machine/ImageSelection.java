package dev.deckhand.shell.cli.machine;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.CourseIdCandidates;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.cli.common.LessonIdCandidates;
import dev.deckhand.shell.cli.common.UserError;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that choose images by the lessons that need them. */
final class ImageSelection {

  @Option(
      names = "--lesson",
      paramLabel = "LESSON",
      split = ",",
      completionCandidates = LessonIdCandidates.class,
      description = "Only the images of this lesson; can be repeated.")
  List<String> lessons = List.of();

  @Option(
      names = "--course",
      paramLabel = "COURSE",
      split = ",",
      completionCandidates = CourseIdCandidates.class,
      description = "Only the images of this course's lessons; can be repeated.")
  List<String> courses = List.of();

  /** What the chosen lessons need: all lessons if none are chosen. */
  List<LabNeeds> needs(CommandContext context) throws UserError {
    if (lessons.isEmpty() && courses.isEmpty()) {
      return needs(context.library().lessons());
    }
    var needs = new ArrayList<LabNeeds>();
    for (String name : courses) {
      needs.addAll(needs(course(context, name).lessons()));
    }
    for (String name : lessons) {
      needs.add(new LessonFinder(context.library()).find(name).needs());
    }
    return needs;
  }

  private static List<LabNeeds> needs(List<LessonCard> lessons) {
    return lessons.stream().map(LessonCard::needs).toList();
  }

  private static CourseCard course(CommandContext context, String name) throws UserError {
    List<CourseCard> all = context.library().courses();
    for (CourseCard course : all) {
      if (course.id().equals(name)) {
        return course;
      }
    }
    throw new UserError(
        "There is no course \"" + name + "\".",
        "Courses: " + String.join(", ", all.stream().map(CourseCard::id).toList()));
  }
}
