package dev.deckhand.shell.view.report;

import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.time.Duration;
import org.jline.utils.AttributedString;

/** The progress of a lab's start: one line per step. Immutable. */
public final class BootProgressView {

  private static final int BAR = 16;

  private final RenderContext context;
  private final AmountFormatter amountFormatter;

  public BootProgressView(RenderContext context) {
    this.context = context;
    this.amountFormatter = new AmountFormatter(context);
  }

  /**
   * Draws a running step on a terminal line that is redrawn.
   *
   * @param tick the number of the drawing, which turns the spinner
   */
  public AttributedString running(Stage stage, int tick) {
    var frames = context.glyphs().spinner();
    var spinner =
        StyledLineBuilder.of(
            frames.get(Math.floorMod(tick, frames.size())), context.palette().accent());
    var took =
        StyledLineBuilder.of(
            "  " + AmountFormatter.duration(stage.elapsed()), context.palette().faint());
    var amount = amount(stage);
    var bar = stage.total() > 0 ? bar(stage) : AttributedString.EMPTY;
    var head = new StyledLineBuilder().append(spinner).append(" ").append(stage.title()).build();
    // the last column stays free: a full line makes some terminals wrap
    int width = context.columns() - 1;
    for (var line :
        new AttributedString[] {row(head, bar, amount, took), row(head, amount, took)}) {
      if (line.columnLength() <= width) {
        return line;
      }
    }
    int room = width - amount.columnLength();
    return room < 4
        ? LineLayout.truncate(head, width, context.glyphs().ellipsis())
        : row(LineLayout.truncate(head, room, context.glyphs().ellipsis()), amount);
  }

  /** Draws a finished step, which stays on the terminal. */
  public AttributedString done(String title, Duration took) {
    return finishedLine(StatusMark.GOOD, title, took);
  }

  /** Draws a failed step, which stays on the terminal; the cause is shown separately. */
  public AttributedString failed(String title, Duration took) {
    return finishedLine(StatusMark.BAD, title, took);
  }

  /** Without a terminal: a step starts. */
  public AttributedString plainStarted(String title) {
    return StyledLineBuilder.of(title + " ...");
  }

  /** Without a terminal: a step is finished. */
  public AttributedString plainDone(String title, Duration took) {
    return StyledLineBuilder.of(
        title + ": " + context.format(TextKey.BOOT_DONE, AmountFormatter.duration(took)));
  }

  private AttributedString finishedLine(StatusMark statusMark, String title, Duration took) {
    var textKey = statusMark == StatusMark.GOOD ? TextKey.BOOT_DONE : TextKey.BOOT_FAILED;
    var end =
        StyledLineBuilder.of(
            "  " + context.format(textKey, AmountFormatter.duration(took)),
            context.palette().faint());
    var head =
        new StyledLineBuilder()
            .append(context.theme().mark(statusMark))
            .append(" ")
            .append(title)
            .build();
    int room = context.columns() - 1 - end.columnLength();
    return row(LineLayout.truncate(head, room, context.glyphs().ellipsis()), end);
  }

  private AttributedString amount(Stage stage) {
    if (stage.done() == 0 && stage.total() == 0) {
      return AttributedString.EMPTY;
    }
    return StyledLineBuilder.of(
        "  " + amountFormatter.amount(stage.done(), stage.total(), stage.unit()));
  }

  private AttributedString bar(Stage stage) {
    int full = (int) Math.min(BAR, BAR * stage.done() / stage.total());
    return new StyledLineBuilder()
        .append("  ")
        .append(context.glyphs().filledBar().repeat(full), context.palette().accent())
        .append(context.glyphs().emptyBar().repeat(BAR - full), context.palette().faint())
        .build();
  }

  private static AttributedString row(AttributedString... parts) {
    var styledLineBuilder = new StyledLineBuilder();
    for (AttributedString part : parts) {
      styledLineBuilder.append(part);
    }
    return styledLineBuilder.build();
  }

  /**
   * A running step.
   *
   * @param done how much of it, 0 to total
   * @param total 0 if unknown
   * @param unit {@code bytes}, {@code images} or the like
   */
  public record Stage(String title, Duration elapsed, long done, long total, String unit) {

    /** A step without a known amount. */
    public static Stage begun(String title, Duration elapsed) {
      return new Stage(title, elapsed, 0, 0, "");
    }
  }
}
