package dev.deckhand.shell.repl;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Scene;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Editor;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.view.Easel;
import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Messages;
import dev.deckhand.shell.view.Phrase;
import dev.deckhand.shell.view.SceneView;
import dev.deckhand.shell.view.StatusView;
import dev.deckhand.shell.view.Surroundings;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The learner's terminal: scenes go above the line that is being typed. */
public final class TerminalScreen implements Screen {

  private final Terminal terminal;
  private volatile HeedfulReader reader;
  private final Theme theme;
  private final Words words;
  private final Supplier<Surroundings> surroundings;
  private final IntFunction<Easel> easels;
  private final TerminalConsole console;
  private final BootLines progress;
  private final Footer footer;
  private final ReaderThread keys;
  private final List<AttributedString> held = new ArrayList<>();
  private boolean paging;
  private int fleetingRows;
  private int fleetingColumns;

  /**
   * A screen.
   *
   * @param easels where pictures are shown on a screen of so many rows
   */
  TerminalScreen(
      Terminal terminal,
      HeedfulReader reader,
      ReaderThread keys,
      Theme theme,
      Words words,
      Supplier<Surroundings> surroundings,
      IntFunction<Easel> easels) {
    this.terminal = terminal;
    this.reader = reader;
    this.keys = keys;
    this.theme = theme;
    this.words = words;
    this.surroundings = surroundings;
    this.easels = easels;
    this.console = new TerminalConsole(terminal, typed -> this.reader.runMacro(typed));
    this.progress = new BootLines(this);
    this.footer = new Footer(terminal, canRedraw());
  }

  /** Says who reads lines from now on: scenes go above what is typed there. */
  void readBy(HeedfulReader now) {
    reader = now;
  }

  /** How things look now: the terminal's width may have changed since the last time. */
  Look look() {
    return new Look(theme, words, Math.max(20, terminal.getSize().getColumns()));
  }

  @Override
  public void show(Session session, Scene scene) {
    // above a line that is being typed there is no place for pictures: the reader counts rows
    Easel easel = reader.isReading() ? Easel.NONE : easels.apply(terminal.getSize().getRows());
    var view = new SceneView(look().with(easel));
    List<AttributedString> lines = view.draw(scene, surroundings.get());
    if (isTooLong(lines)) {
      // nor is there on a page that is scrolled
      view = new SceneView(look());
      lines = view.draw(scene, surroundings.get());
    }
    if (scene instanceof Scene.XrayNews news && canRedraw()) {
      printOver(lines, view.actors(news));
    } else {
      print(lines);
    }
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
    awaitPage();
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

  /** Whether the line or the page below is the learner's: nothing may draw over it. */
  synchronized boolean isReading() {
    return paging || reader.isReading();
  }

  @Override
  public Optional<Editor> editor() {
    return canRedraw() ? Optional.of(new NanoEditor(terminal)) : Optional.empty();
  }

  /** Shows lines to stay. */
  synchronized void print(List<AttributedString> lines) {
    if (lines.isEmpty()) {
      return;
    }
    if (paging) {
      held.addAll(lines);
      return;
    }
    progress.erase();
    if (isTooLong(lines)) {
      paging = true;
      keys.then(() -> page(lines));
      return;
    }
    put(lines);
  }

  /** More than the screen holds, and nobody types: it is shown page by page. */
  private boolean isTooLong(List<AttributedString> lines) {
    return lines.size() >= terminal.getSize().getRows()
        && !reader.isReading()
        && !theme.bare()
        && canRedraw();
  }

  private void page(List<AttributedString> lines) {
    draw(footer::hide);
    try {
      String typed = new Pager(terminal, look()).show(lines);
      if (!typed.isEmpty()) {
        reader.runMacro(typed);
      }
    } finally {
      synchronized (this) {
        paging = false;
        // what was read stays above the prompt, as if it had been printed
        put(lines);
        put(held);
        held.clear();
        draw(footer::unhide);
        notifyAll();
      }
    }
  }

  private synchronized void awaitPage() {
    try {
      while (paging) {
        wait();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(List<AttributedString> lines) {
    String text = erased() + written(lines);
    if (reader.isReading()) {
      reader.printAbove(text);
    } else {
      terminal.writer().print(text);
      terminal.flush();
    }
  }

  /** Shows lines to stay, and below them some that the next lines are drawn over. */
  private synchronized void printOver(
      List<AttributedString> lines, List<AttributedString> fleeting) {
    String text = erased() + written(lines);
    int columns = terminal.getSize().getColumns();
    boolean fits = fleeting.size() < terminal.getSize().getRows();
    fleetingRows = fits ? fleeting.size() : 0;
    fleetingColumns = columns;
    terminal.writer().print(text + (fits ? written(fleeting) : ""));
    terminal.flush();
  }

  /** What takes the fleeting lines away; nothing where a new width has broken them anew. */
  private String erased() {
    int rows = fleetingColumns == terminal.getSize().getColumns() ? fleetingRows : 0;
    fleetingRows = 0;
    return rows == 0 ? "" : "\r\033[" + rows + "A\033[J";
  }

  private String written(List<AttributedString> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.toAnsi(terminal)).append('\n'));
    return text.toString();
  }

  /** Says once which keys help to type. */
  void tellKeys() {
    if (!theme.bare()) {
      print(new Messages(look()).aside(words.say(Phrase.OFFER_KEYS)));
    }
  }

  /** Shows a command as if it had been typed. */
  synchronized void echo(String prompt, String entry) {
    progress.erase();
    terminal.writer().println(prompt + Pasted.clean(entry));
    terminal.flush();
  }

  /** Has somebody told of each Ctrl-C that a command gets. */
  void onInterrupt(Runnable listener) {
    console.onInterrupt(listener);
  }

  /** Draws over the line that the cursor is on; an empty line erases it. */
  synchronized void redraw(AttributedString line) {
    if (!isReading()) {
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
