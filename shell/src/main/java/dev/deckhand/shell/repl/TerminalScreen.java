package dev.deckhand.shell.repl;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Scene;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.view.Easel;
import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Messages;
import dev.deckhand.shell.view.SceneView;
import dev.deckhand.shell.view.StatusView;
import dev.deckhand.shell.view.Surroundings;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The learner's terminal: scenes go above the line that is being typed. */
public final class TerminalScreen implements Screen {

  private final Terminal terminal;
  private final HeedfulReader reader;
  private final Theme theme;
  private final Words words;
  private final Supplier<Surroundings> surroundings;
  private final IntFunction<Easel> easels;
  private final TerminalConsole console;
  private final BootLines progress;
  private final Footer footer;

  /**
   * A screen.
   *
   * @param easels where pictures are shown on a screen of so many rows
   */
  public TerminalScreen(
      Terminal terminal,
      HeedfulReader reader,
      Theme theme,
      Words words,
      Supplier<Surroundings> surroundings,
      IntFunction<Easel> easels) {
    this.terminal = terminal;
    this.reader = reader;
    this.theme = theme;
    this.words = words;
    this.surroundings = surroundings;
    this.easels = easels;
    this.console = new TerminalConsole(terminal, reader::runMacro);
    this.progress = new BootLines(this);
    this.footer = new Footer(terminal, canRedraw());
  }

  /** How things look now: the terminal's width may have changed since the last time. */
  Look look() {
    return new Look(theme, words, Math.max(20, terminal.getSize().getColumns()));
  }

  @Override
  public void show(Session session, Scene scene) {
    // above a line that is being typed there is no place for pictures: the reader counts rows
    Easel easel = reader.isReading() ? Easel.NONE : easels.apply(terminal.getSize().getRows());
    print(new SceneView(look().with(easel)).draw(scene, surroundings.get()));
  }

  @Override
  public void stand(Session session) {
    if (footer.visible()) {
      draw(() -> footer.show(new StatusView(look()).line(session)));
    }
  }

  private synchronized void draw(Runnable drawing) {
    if (reader.isReading()) {
      reader.meanwhile(drawing);
    } else {
      drawing.run();
    }
  }

  @Override
  public void trouble(String what, String next) {
    print(new Messages(look()).trouble(what, next));
  }

  @Override
  public Console handOver() {
    progress.pause();
    draw(footer::hide);
    console.begin();
    return console;
  }

  @Override
  public void takeBack() {
    console.end();
    draw(footer::unhide);
    progress.resume();
  }

  @Override
  public BootProgress progress() {
    return progress;
  }

  boolean isReading() {
    return reader.isReading();
  }

  /** Shows lines to stay. */
  synchronized void print(List<AttributedString> lines) {
    if (lines.isEmpty()) {
      return;
    }
    progress.erase();
    var text = new StringBuilder();
    for (AttributedString line : lines) {
      text.append(line.toAnsi(terminal)).append('\n');
    }
    if (reader.isReading()) {
      reader.printAbove(text.toString());
    } else {
      terminal.writer().print(text);
      terminal.flush();
    }
  }

  /** Draws over the line that the cursor is on; an empty line erases it. */
  synchronized void redraw(AttributedString line) {
    if (!reader.isReading()) {
      terminal.writer().print("\r\033[K" + line.toAnsi(terminal));
      terminal.flush();
    }
  }

  /** Whether lines can be drawn over. */
  boolean canRedraw() {
    return !Terminal.TYPE_DUMB.equals(terminal.getType())
        && !Terminal.TYPE_DUMB_COLOR.equals(terminal.getType());
  }

  /** Stops what draws by itself. */
  public void close() {
    progress.close();
    draw(footer::hide);
  }
}
