package dev.deckhand.shell.view;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/**
 * What there is to learn: the list of lessons, and the card that a lesson begins with. Immutable.
 */
public final class Catalogue {

  private final Look look;
  private final Prose prose;
  private final Tables tables;

  public Catalogue(Look look) {
    this.look = look;
    this.prose = new Prose(look);
    this.tables = new Tables(look);
  }

  /** The card of a lesson and its prose before the first step. */
  public List<AttributedString> lesson(Lesson lesson) {
    var title = Wrap.lines(Ink.of(lesson.title(), look.palette().heading()), look.measure());
    var about = Ink.of(about(LessonCard.of(lesson)), look.palette().faint());
    return Lines.apart(
        List.of(
            Lines.joined(title, Wrap.lines(about, look.measure())), prose.lines(lesson.intro())));
  }

  /**
   * All lessons, course by course.
   *
   * @param stepsDone how many steps of a lesson are done; a lesson that is not in it is new
   */
  public List<AttributedString> list(List<CourseCard> courses, Map<LessonId, Integer> stepsDone) {
    if (courses.isEmpty()) {
      return List.of(Ink.of(look.say(Phrase.LIST_EMPTY)));
    }
    return Lines.apart(courses.stream().map(course -> course(course, stepsDone)).toList());
  }

  private List<AttributedString> course(CourseCard course, Map<LessonId, Integer> stepsDone) {
    long done =
        course.lessons().stream().filter(card -> standing(card, stepsDone) == Mark.GOOD).count();
    var title =
        new Ink()
            .put(course.title(), look.palette().heading())
            .put("  ")
            .put(
                look.say(Phrase.COURSE_PROGRESS, done, course.lessons().size()),
                look.palette().faint())
            .done();
    var summary = Wrap.lines(Ink.of(course.summary(), look.palette().faint()), look.measure());
    return Lines.joined(
        Wrap.lines(title, look.measure()),
        course.summary().isEmpty() ? List.of() : summary,
        look.narrow() ? stacked(course, stepsDone) : table(course, stepsDone));
  }

  private List<AttributedString> table(CourseCard course, Map<LessonId, Integer> stepsDone) {
    var rows = new ArrayList<List<AttributedString>>();
    for (LessonCard card : course.lessons()) {
      rows.add(
          List.of(
              state(card, stepsDone),
              Ink.of(card.id().toString(), look.palette().code()),
              Ink.of(card.title()),
              Ink.of(
                  card.minutes() == 0 ? "" : look.say(Phrase.LIST_MINUTES, card.minutes()),
                  look.palette().faint())));
    }
    return tables.grid(List.of(), rows, look.measure());
  }

  private List<AttributedString> stacked(CourseCard course, Map<LessonId, Integer> stepsDone) {
    var lines = new ArrayList<AttributedString>();
    for (LessonCard card : course.lessons()) {
      var id =
          new Ink()
              .put(state(card, stepsDone))
              .put(" ")
              .put(card.id().toString(), look.palette().code());
      lines.addAll(Wrap.lines(id.done(), look.measure()));
      lines.addAll(Lines.indent(2, Wrap.lines(Ink.of(card.title()), look.measure() - 2)));
    }
    return lines;
  }

  private AttributedString state(LessonCard card, Map<LessonId, Integer> stepsDone) {
    var standing = standing(card, stepsDone);
    var word =
        switch (standing) {
          case GOOD -> look.say(Phrase.LIST_DONE);
          case UNSURE ->
              look.say(Phrase.LIST_BEGUN, stepsDone.getOrDefault(card.id(), 0), card.steps());
          case BAD, OPEN -> look.say(Phrase.LIST_NEW);
        };
    var mark = standing == Mark.GOOD ? Mark.GOOD : Mark.OPEN;
    return new Ink().put(look.theme().mark(mark)).put(" " + word, look.theme().style(mark)).done();
  }

  private static Mark standing(LessonCard card, Map<LessonId, Integer> stepsDone) {
    int done = stepsDone.getOrDefault(card.id(), 0);
    return done >= card.steps() ? Mark.GOOD : done > 0 ? Mark.UNSURE : Mark.OPEN;
  }

  private String about(LessonCard card) {
    var parts = new ArrayList<String>();
    if (card.minutes() > 0) {
      parts.add(look.say(Phrase.LESSON_MINUTES, card.minutes()));
    }
    parts.add(look.say(Phrase.LESSON_STEPS, card.steps()));
    if (!card.level().isEmpty()) {
      parts.add(card.level());
    }
    parts.add(
        card.needs().labs().isEmpty()
            ? look.say(Phrase.LAB_NONE)
            : card.needs().labs().stream()
                .sorted()
                .map(this::lab)
                .collect(Collectors.joining(", ")));
    return String.join(" " + look.marks().dot() + " ", parts);
  }

  private String lab(LabKind kind) {
    return switch (kind) {
      case DOCKER -> look.say(Phrase.LAB_DOCKER);
      case KUBERNETES -> look.say(Phrase.LAB_KUBERNETES);
      case JAVA -> look.say(Phrase.LAB_JAVA);
    };
  }
}
