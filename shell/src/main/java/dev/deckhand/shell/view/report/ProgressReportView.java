package dev.deckhand.shell.view.report;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.journal.LessonStatistics;
import dev.deckhand.shell.journal.StepStatistics;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.MarkedLineRenderer;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/** A learner's progress, time spent, and difficult steps. Immutable. */
public final class ProgressReportView {

  private final RenderContext context;
  private final ZoneId zone;

  /**
   * @param zone the time zone of dates
   */
  public ProgressReportView(RenderContext context, ZoneId zone) {
    this.context = context;
    this.zone = zone;
  }

  /**
   * A difficult step.
   *
   * @param title the step's title; empty if the step no longer exists
   */
  public record HardStep(LessonId lesson, String title, StepStatistics story) {}

  /**
   * All of it.
   *
   * @param next the command to continue with
   */
  public List<AttributedString> lines(
      List<CourseCard> courses,
      Map<LessonId, LessonStatistics> stories,
      List<HardStep> hardStep,
      String next) {
    var parts = new ArrayList<List<AttributedString>>();
    for (CourseCard course : courses) {
      if (course.lessons().stream().anyMatch(card -> stories.containsKey(card.id()))) {
        parts.add(course(course, stories));
      }
    }
    if (parts.isEmpty()) {
      parts.add(text(TextKey.PROGRESS_NONE));
    }
    if (!hardStep.isEmpty()) {
      var lines = new ArrayList<>(title(context.format(TextKey.PROGRESS_HARD)));
      hardStep.forEach(step -> lines.addAll(hard(step)));
      parts.add(lines);
    }
    parts.add(new MarkedLineRenderer(context).nextAction(next, context.textWidth()));
    return LineLayout.separated(parts);
  }

  private List<AttributedString> course(
      CourseCard course, Map<LessonId, LessonStatistics> stories) {
    List<LessonStatistics> begun =
        course.lessons().stream()
            .flatMap(card -> Stream.ofNullable(stories.get(card.id())))
            .toList();
    long done = begun.stream().filter(story -> story.progress().finished()).count();
    Duration time =
        begun.stream().map(LessonStatistics::time).reduce(Duration.ZERO, Duration::plus);
    var head =
        new StyledLineBuilder()
            .append(course.title(), context.palette().heading())
            .append("  ")
            .append(
                context.format(TextKey.COURSE_PROGRESS, done, course.lessons().size())
                    + ", "
                    + time(time),
                context.palette().faint())
            .build();
    var lines = new ArrayList<>(LineWrapper.wrap(head, context.textWidth()));
    for (LessonCard card : course.lessons()) {
      LessonStatistics story = stories.get(card.id());
      if (story != null) {
        lines.addAll(lesson(card, story));
      }
    }
    return lines;
  }

  private List<AttributedString> lesson(LessonCard card, LessonStatistics story) {
    boolean finished = story.progress().finished();
    var statusMark = finished ? StatusMark.GOOD : StatusMark.OPEN;
    var line =
        new StyledLineBuilder()
            .append(card.id().toString(), context.palette().code())
            .append(
                "  "
                    + context.format(
                        TextKey.PROGRESS_STEPS, story.progress().outcomes().size(), card.steps())
                    + ", "
                    + time(story.time())
                    + ", "
                    + context.format(TextKey.PROGRESS_LAST, day(story.lastActivity())))
            .build();
    return new MarkedLineRenderer(context).marked(statusMark, line);
  }

  private List<AttributedString> hard(HardStep step) {
    StepStatistics story = step.story();
    var costs = new ArrayList<String>();
    cost(costs, TextKey.PROGRESS_SHORT, story.failedChecks());
    cost(costs, TextKey.PROGRESS_WRONG, story.wrongAnswers());
    cost(costs, TextKey.PROGRESS_HINTS, story.hints());
    cost(costs, TextKey.PROGRESS_SOLUTIONS, story.solutions());
    cost(costs, TextKey.PROGRESS_RESETS, story.resets());
    costs.add(time(story.time()));
    var first =
        new StyledLineBuilder()
            .append(step.lesson() + " " + story.step(), context.palette().code())
            .append(step.title().isEmpty() ? "" : "  " + step.title())
            .build();
    return LineLayout.concatenated(
        LineLayout.indent(2, LineWrapper.wrap(first, context.textWidth() - 2)),
        LineLayout.indent(
            4,
            LineWrapper.wrap(
                StyledLineBuilder.of(String.join(", ", costs), context.palette().faint()),
                context.textWidth() - 4)));
  }

  private void cost(List<String> costs, TextKey textKey, int count) {
    if (count > 0) {
      costs.add(context.format(textKey, count));
    }
  }

  private String time(Duration time) {
    long minutes = time.plusSeconds(30).toMinutes();
    return minutes < 60
        ? context.format(TextKey.PROGRESS_MINUTES, minutes)
        : context.format(TextKey.PROGRESS_HOURS, minutes / 60, minutes % 60);
  }

  private String day(Instant at) {
    return LocalDate.ofInstant(at, zone).toString();
  }

  private List<AttributedString> title(String text) {
    return LineWrapper.wrap(
        StyledLineBuilder.of(text, context.palette().heading()), context.textWidth());
  }

  private List<AttributedString> text(TextKey textKey) {
    return LineWrapper.wrap(StyledLineBuilder.of(context.format(textKey)), context.textWidth());
  }
}
