package dev.deckhand.shell.view;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.LessonStory;
import dev.deckhand.shell.journal.StepStory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/** How far a learner has come, how long it took, and what was hard. Immutable. */
public final class Tidings {

  private final Look look;
  private final ZoneId zone;

  /**
   * @param zone in which days are told
   */
  public Tidings(Look look, ZoneId zone) {
    this.look = look;
    this.zone = zone;
  }

  /**
   * A step that was hard.
   *
   * @param title the step's own; empty where it is not there any more
   */
  public record Hard(LessonId lesson, String title, StepStory story) {}

  /**
   * All of it.
   *
   * @param next the command to go on with
   */
  public List<AttributedString> lines(
      List<CourseCard> courses, Map<LessonId, LessonStory> stories, List<Hard> hard, String next) {
    var parts = new ArrayList<List<AttributedString>>();
    for (CourseCard course : courses) {
      if (course.lessons().stream().anyMatch(card -> stories.containsKey(card.id()))) {
        parts.add(course(course, stories));
      }
    }
    if (parts.isEmpty()) {
      parts.add(say(Phrase.PROGRESS_NONE));
    }
    if (!hard.isEmpty()) {
      var lines = new ArrayList<>(title(look.say(Phrase.PROGRESS_HARD)));
      hard.forEach(step -> lines.addAll(hard(step)));
      parts.add(lines);
    }
    parts.add(new Signs(look).next(next, look.measure()));
    return Lines.apart(parts);
  }

  private List<AttributedString> course(CourseCard course, Map<LessonId, LessonStory> stories) {
    List<LessonStory> begun =
        course.lessons().stream()
            .flatMap(card -> Stream.ofNullable(stories.get(card.id())))
            .toList();
    long done = begun.stream().filter(story -> story.progress().finished()).count();
    Duration time = begun.stream().map(LessonStory::time).reduce(Duration.ZERO, Duration::plus);
    var head =
        new Ink()
            .put(course.title(), look.palette().heading())
            .put("  ")
            .put(
                look.say(Phrase.COURSE_PROGRESS, done, course.lessons().size()) + ", " + time(time),
                look.palette().faint())
            .done();
    var lines = new ArrayList<>(Wrap.lines(head, look.measure()));
    for (LessonCard card : course.lessons()) {
      LessonStory story = stories.get(card.id());
      if (story != null) {
        lines.addAll(lesson(card, story));
      }
    }
    return lines;
  }

  private List<AttributedString> lesson(LessonCard card, LessonStory story) {
    boolean finished = story.progress().finished();
    var mark = finished ? Mark.GOOD : Mark.OPEN;
    var line =
        new Ink()
            .put(card.id().toString(), look.palette().code())
            .put(
                "  "
                    + look.say(
                        Phrase.PROGRESS_STEPS, story.progress().outcomes().size(), card.steps())
                    + ", "
                    + time(story.time())
                    + ", "
                    + look.say(Phrase.PROGRESS_LAST, day(story.last())))
            .done();
    return new Signs(look).behind(mark, line);
  }

  private List<AttributedString> hard(Hard step) {
    StepStory story = step.story();
    var costs = new ArrayList<String>();
    cost(costs, Phrase.PROGRESS_SHORT, story.fellShort());
    cost(costs, Phrase.PROGRESS_WRONG, story.wrong());
    cost(costs, Phrase.PROGRESS_HINTS, story.hints());
    cost(costs, Phrase.PROGRESS_SOLUTIONS, story.solutions());
    cost(costs, Phrase.PROGRESS_RESETS, story.resets());
    costs.add(time(story.time()));
    var first =
        new Ink()
            .put(step.lesson() + " " + story.step(), look.palette().code())
            .put(step.title().isEmpty() ? "" : "  " + step.title())
            .done();
    return Lines.joined(
        Lines.indent(2, Wrap.lines(first, look.measure() - 2)),
        Lines.indent(
            4,
            Wrap.lines(
                Ink.of(String.join(", ", costs), look.palette().faint()), look.measure() - 4)));
  }

  private void cost(List<String> costs, Phrase phrase, int count) {
    if (count > 0) {
      costs.add(look.say(phrase, count));
    }
  }

  private String time(Duration time) {
    long minutes = time.plusSeconds(30).toMinutes();
    return minutes < 60
        ? look.say(Phrase.PROGRESS_MINUTES, minutes)
        : look.say(Phrase.PROGRESS_HOURS, minutes / 60, minutes % 60);
  }

  private String day(Instant at) {
    return LocalDate.ofInstant(at, zone).toString();
  }

  private List<AttributedString> title(String text) {
    return Wrap.lines(Ink.of(text, look.palette().heading()), look.measure());
  }

  private List<AttributedString> say(Phrase phrase) {
    return Wrap.lines(Ink.of(look.say(phrase)), look.measure());
  }
}
