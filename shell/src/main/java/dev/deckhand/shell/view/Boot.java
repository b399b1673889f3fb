package dev.deckhand.shell.view;

import java.time.Duration;
import org.jline.utils.AttributedString;

/** How a lab starts: one line a step. Immutable. */
public final class Boot {

  private static final int BAR = 16;

  private final Look look;
  private final Amounts amounts;

  public Boot(Look look) {
    this.look = look;
    this.amounts = new Amounts(look);
  }

  /**
   * A step under way, on one line of a terminal that is drawn again and again.
   *
   * @param tick counts up with each drawing; turns the spinner
   */
  public AttributedString live(Stage stage, int tick) {
    var frames = look.marks().spinner();
    var spinner = Ink.of(frames.get(Math.floorMod(tick, frames.size())), look.palette().accent());
    var took = Ink.of("  " + Amounts.took(stage.elapsed()), look.palette().faint());
    var amount = amount(stage);
    var bar = stage.total() > 0 ? bar(stage) : AttributedString.EMPTY;
    var head = new Ink().put(spinner).put(" ").put(stage.title()).done();
    // the last column stays free: a full line makes some terminals wrap
    int width = look.columns() - 1;
    for (var line :
        new AttributedString[] {row(head, bar, amount, took), row(head, amount, took)}) {
      if (line.columnLength() <= width) {
        return line;
      }
    }
    int room = width - amount.columnLength();
    return room < 4
        ? Lines.cut(head, width, look.marks().ellipsis())
        : row(Lines.cut(head, room, look.marks().ellipsis()), amount);
  }

  /** A step that is done, to stay on the terminal. */
  public AttributedString done(String title, Duration took) {
    return ended(Mark.GOOD, title, took);
  }

  /** A step that failed, to stay on the terminal; what failed is said apart. */
  public AttributedString failed(String title, Duration took) {
    return ended(Mark.BAD, title, took);
  }

  /** Off a terminal: a step begins. */
  public AttributedString plainBegan(String title) {
    return Ink.of(title + " ...");
  }

  /** Off a terminal: a step is done. */
  public AttributedString plainDone(String title, Duration took) {
    return Ink.of(title + ": " + look.say(Phrase.BOOT_DONE, Amounts.took(took)));
  }

  /** Off a terminal: a step failed. */
  public AttributedString plainFailed(String title, Duration took) {
    return Ink.of(title + ": " + look.say(Phrase.BOOT_FAILED, Amounts.took(took)));
  }

  private AttributedString ended(Mark mark, String title, Duration took) {
    var phrase = mark == Mark.GOOD ? Phrase.BOOT_DONE : Phrase.BOOT_FAILED;
    var end = Ink.of("  " + look.say(phrase, Amounts.took(took)), look.palette().faint());
    var head = new Ink().put(look.theme().mark(mark)).put(" ").put(title).done();
    int room = look.columns() - 1 - end.columnLength();
    return row(Lines.cut(head, room, look.marks().ellipsis()), end);
  }

  private AttributedString amount(Stage stage) {
    if (stage.done() == 0 && stage.total() == 0) {
      return AttributedString.EMPTY;
    }
    return Ink.of("  " + amounts.amount(stage.done(), stage.total(), stage.unit()));
  }

  private AttributedString bar(Stage stage) {
    int full = (int) Math.min(BAR, BAR * stage.done() / stage.total());
    return new Ink()
        .put("  ")
        .put(look.marks().full().repeat(full), look.palette().accent())
        .put(look.marks().empty().repeat(BAR - full), look.palette().faint())
        .done();
  }

  private static AttributedString row(AttributedString... parts) {
    var ink = new Ink();
    for (AttributedString part : parts) {
      ink.put(part);
    }
    return ink.done();
  }

  /**
   * A step under way.
   *
   * @param done how much of it, 0 to total
   * @param total 0 where nobody knows
   * @param unit {@code bytes}, {@code images} or the like
   */
  public record Stage(String title, Duration elapsed, long done, long total, String unit) {

    /** A step of which only the time is known. */
    public static Stage begun(String title, Duration elapsed) {
      return new Stage(title, elapsed, 0, 0, "");
    }
  }
}
