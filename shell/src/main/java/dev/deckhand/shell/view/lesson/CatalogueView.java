package dev.deckhand.shell.view.lesson;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.view.prose.BlockRenderer;
import dev.deckhand.shell.view.prose.TableRenderer;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/**
 * What there is to learn: the list of lessons, and the card that a lesson begins with. Immutable.
 */
public final class CatalogueView {

  private final RenderContext context;
  private final BlockRenderer blockRenderer;
  private final TableRenderer tableRenderer;

  public CatalogueView(RenderContext context) {
    this.context = context;
    this.blockRenderer = new BlockRenderer(context);
    this.tableRenderer = new TableRenderer(context);
  }

  /** The card of a lesson and its prose before the first step. */
  public List<AttributedString> lesson(Lesson lesson) {
    var title =
        LineWrapper.wrap(
            StyledLineBuilder.of(lesson.title(), context.palette().heading()), context.textWidth());
    var about = StyledLineBuilder.of(about(LessonCard.of(lesson)), context.palette().faint());
    return LineLayout.separated(
        List.of(
            LineLayout.concatenated(title, LineWrapper.wrap(about, context.textWidth())),
            blockRenderer.lines(lesson.intro())));
  }

  /**
   * All lessons, course by course.
   *
   * @param stepsDone how many steps of a lesson are done; a lesson that is not in it is new
   * @param misfits why lessons can't be taken on this machine, in sentences
   */
  public List<AttributedString> list(
      List<CourseCard> courses, Map<LessonId, Integer> stepsDone, Map<LessonId, String> misfits) {
    if (courses.isEmpty()) {
      return List.of(StyledLineBuilder.of(context.format(TextKey.LIST_EMPTY)));
    }
    return LineLayout.separated(
        courses.stream()
            .map(course ->
                LineLayout.concatenated(course(course, stepsDone), misfits(course, misfits)))
            .toList());
  }

  private List<AttributedString> misfits(CourseCard course, Map<LessonId, String> misfits) {
    return course.lessons().stream()
        .map(LessonCard::id)
        .filter(misfits::containsKey)
        .map(id ->
            new StyledLineBuilder()
                .append(context.theme().mark(StatusMark.UNSURE))
                .append(
                    " "
                        + context.format(
                            TextKey.LIST_MISFIT, id.toString(), misfits.getOrDefault(id, "")))
                .build())
        .flatMap(line -> LineWrapper.wrap(line, context.textWidth()).stream())
        .toList();
  }

  private List<AttributedString> course(CourseCard course, Map<LessonId, Integer> stepsDone) {
    long done =
        course.lessons().stream()
            .filter(card -> statusOf(card, stepsDone) == StatusMark.GOOD)
            .count();
    var title =
        new StyledLineBuilder()
            .append(course.title(), context.palette().heading())
            .append("  ")
            .append(
                context.format(TextKey.COURSE_PROGRESS, done, course.lessons().size()),
                context.palette().faint())
            .build();
    var summary =
        LineWrapper.wrap(
            StyledLineBuilder.of(course.summary(), context.palette().faint()), context.textWidth());
    return LineLayout.concatenated(
        LineWrapper.wrap(title, context.textWidth()),
        course.summary().isEmpty() ? List.of() : summary,
        context.isNarrow() ? stacked(course, stepsDone) : table(course, stepsDone));
  }

  private List<AttributedString> table(CourseCard course, Map<LessonId, Integer> stepsDone) {
    var rows = new ArrayList<List<AttributedString>>();
    for (LessonCard card : course.lessons()) {
      rows.add(
          List.of(
              state(card, stepsDone),
              StyledLineBuilder.of(card.id().toString(), context.palette().code()),
              StyledLineBuilder.of(card.title()),
              StyledLineBuilder.of(
                  card.minutes() == 0 ? "" : context.format(TextKey.LIST_MINUTES, card.minutes()),
                  context.palette().faint())));
    }
    return tableRenderer.grid(List.of(), rows, context.textWidth());
  }

  private List<AttributedString> stacked(CourseCard course, Map<LessonId, Integer> stepsDone) {
    var lines = new ArrayList<AttributedString>();
    for (LessonCard card : course.lessons()) {
      var id =
          new StyledLineBuilder()
              .append(state(card, stepsDone))
              .append(" ")
              .append(card.id().toString(), context.palette().code());
      lines.addAll(LineWrapper.wrap(id.build(), context.textWidth()));
      lines.addAll(
          LineLayout.indent(
              2, LineWrapper.wrap(StyledLineBuilder.of(card.title()), context.textWidth() - 2)));
    }
    return lines;
  }

  private AttributedString state(LessonCard card, Map<LessonId, Integer> stepsDone) {
    var standing = statusOf(card, stepsDone);
    var word =
        switch (standing) {
          case GOOD -> context.format(TextKey.LIST_DONE);
          case UNSURE ->
              context.format(
                  TextKey.LIST_BEGUN, stepsDone.getOrDefault(card.id(), 0), card.steps());
          case BAD, OPEN -> context.format(TextKey.LIST_NEW);
        };
    var statusMark = standing == StatusMark.GOOD ? StatusMark.GOOD : StatusMark.OPEN;
    return new StyledLineBuilder()
        .append(context.theme().mark(statusMark))
        .append(" " + word, context.theme().style(statusMark))
        .build();
  }

  private static StatusMark statusOf(LessonCard card, Map<LessonId, Integer> stepsDone) {
    int done = stepsDone.getOrDefault(card.id(), 0);
    return done >= card.steps() ? StatusMark.GOOD : done > 0 ? StatusMark.UNSURE : StatusMark.OPEN;
  }

  private String about(LessonCard card) {
    var parts = new ArrayList<String>();
    if (card.minutes() > 0) {
      parts.add(context.format(TextKey.LESSON_MINUTES, card.minutes()));
    }
    parts.add(context.format(TextKey.LESSON_STEPS, card.steps()));
    if (!card.level().isEmpty()) {
      parts.add(card.level());
    }
    parts.add(
        card.needs().labs().isEmpty()
            ? context.format(TextKey.LAB_NONE)
            : card.needs().labs().stream()
                .sorted()
                .map(this::lab)
                .collect(Collectors.joining(", ")));
    card.needs()
        .versions()
        .forEach((tool, constraint) -> parts.add(tool.title() + " " + constraint));
    return String.join(" " + context.glyphs().dot() + " ", parts);
  }

  private String lab(LabKind kind) {
    return switch (kind) {
      case DOCKER -> context.format(TextKey.LAB_DOCKER);
      case KUBERNETES -> context.format(TextKey.LAB_KUBERNETES);
      case JAVA -> context.format(TextKey.LAB_JAVA);
    };
  }
}
