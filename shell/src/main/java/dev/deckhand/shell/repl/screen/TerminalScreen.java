package dev.deckhand.shell.repl.screen;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Display;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.FileEditor;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.repl.edit.LockingLineReader;
import dev.deckhand.shell.repl.edit.PasteSanitizer;
import dev.deckhand.shell.repl.edit.ReaderThread;
import dev.deckhand.shell.view.lesson.DisplayRenderer;
import dev.deckhand.shell.view.prompt.StatusView;
import dev.deckhand.shell.view.style.ImageDisplay;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The learner's terminal: output is printed above the line that is being typed. */
public final class TerminalScreen implements Screen {

  /**
   * How long the size must stay the same before anything is drawn for it: terminals report a burst
   * of changes late, and what is drawn in between ends up in the wrong place.
   */
  private static final long SETTLE_MILLIS = 300;

  private final TerminalSetup setup;
  private final Terminal terminal;
  private volatile LockingLineReader reader;
  private final IntFunction<ImageDisplay> imageDisplays;
  private final TerminalConsole console;
  private final TerminalBootProgress progress;
  private final StatusBar statusBar;
  private final ReaderThread keys;
  private final ScheduledExecutorService settling =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("resize").factory());
  private final AtomicInteger sizeChanges = new AtomicInteger();
  private final List<AttributedString> heldLines = new ArrayList<>();
  private boolean paging;
  private int transientRows;
  private int transientColumns;

  /**
   * Creates the screen of a terminal.
   *
   * @param keys reads keys, for lines and for pages
   * @param imageDisplays creates a display of pictures for a screen with a number of rows
   */
  public TerminalScreen(
      TerminalSetup setup,
      LockingLineReader reader,
      ReaderThread keys,
      IntFunction<ImageDisplay> imageDisplays) {
    this.setup = setup;
    this.terminal = setup.terminal();
    this.reader = reader;
    this.keys = keys;
    this.imageDisplays = imageDisplays;
    this.console = new TerminalConsole(terminal, typed -> this.reader.runMacro(typed));
    this.progress = new TerminalBootProgress(this);
    this.statusBar = new StatusBar(terminal, canRedraw());
    useReader(reader);
    terminal.handle(Terminal.Signal.WINCH, _ -> sizeChanged());
  }

  /** Sets the reader that reads lines from now on; output is printed above its line. */
  public void useReader(LockingLineReader now) {
    reader = now;
    now.onResize(this::sizeChanged);
  }

  /** Holds back all drawing until the size has settled. Thread-safe. */
  private void sizeChanged() {
    statusBar.suspend();
    int change = sizeChanges.incrementAndGet();
    var _ =
        settling.schedule(
            () -> {
              if (change == sizeChanges.get()) {
                redrawResized();
              }
            },
            SETTLE_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private synchronized void redrawResized() {
    if (reader.isReading()) {
      reader.redrawResized(statusBar::redrawResized);
    } else if (!statusBar.isHidden()) {
      statusBar.redrawResized();
      terminal.flush();
    }
  }

  /** The context for rendering at the terminal's current width. */
  public RenderContext renderContext() {
    return setup.renderContext();
  }

  @Override
  public void show(Session session, Display display) {
    // no pictures above a line that is being typed: the reader counts rows
    ImageDisplay imageDisplay =
        reader.isReading() ? ImageDisplay.NONE : imageDisplays.apply(terminal.getSize().getRows());
    var view = new DisplayRenderer(renderContext().withImageDisplay(imageDisplay));
    List<AttributedString> lines = view.render(display, setup.displayContext().get());
    if (isTooLong(lines)) {
      // nor on a page that scrolls
      view = new DisplayRenderer(renderContext());
      lines = view.render(display, setup.displayContext().get());
    }
    if (display instanceof Display.XrayUpdate news && canRedraw()) {
      printWithTransient(lines, view.actors(news));
    } else {
      print(lines);
    }
  }

  @Override
  public void showStatus(Session session) {
    if (statusBar.visible()) {
      draw(() -> statusBar.show(() -> new StatusView(renderContext()).line(session)));
    }
  }

  private synchronized void draw(Runnable drawing) {
    if (reader.isReading()) {
      reader.drawLocked(drawing);
    } else {
      drawing.run();
    }
  }

  @Override
  public void showFault(String what, String next) {
    print(new NoticeView(renderContext()).error(what, next));
  }

  @Override
  public Console handOver() {
    awaitPage();
    progress.pause();
    draw(statusBar::hide);
    console.begin();
    return console;
  }

  @Override
  public void takeBack() {
    console.end();
    draw(statusBar::reveal);
    progress.resume();
  }

  @Override
  public BootProgress progress() {
    return progress;
  }

  /** Whether a line is typed or a page is read below, which output must not overwrite. */
  synchronized boolean isReading() {
    return paging || reader.isReading();
  }

  @Override
  public Optional<FileEditor> editor() {
    return canRedraw() ? Optional.of(new NanoEditor(terminal)) : Optional.empty();
  }

  /** Prints lines. */
  public synchronized void print(List<AttributedString> lines) {
    if (lines.isEmpty()) {
      return;
    }
    if (paging) {
      heldLines.addAll(lines);
      return;
    }
    progress.erase();
    if (isTooLong(lines)) {
      paging = true;
      keys.enqueue(() -> page(lines));
      return;
    }
    write(lines);
  }

  /** Shows what doesn't fit on the screen page by page, if nothing is being typed. */
  private boolean isTooLong(List<AttributedString> lines) {
    return setup.pages()
        && lines.size() >= terminal.getSize().getRows()
        && !reader.isReading()
        && !setup.theme().isPlain()
        && canRedraw();
  }

  private void page(List<AttributedString> lines) {
    draw(statusBar::hide);
    try {
      String typed = new Pager(terminal, renderContext()).show(lines);
      if (!typed.isEmpty()) {
        reader.runMacro(typed);
      }
    } finally {
      synchronized (this) {
        paging = false;
        // what was read stays above the prompt, as printed output does
        write(lines);
        write(heldLines);
        heldLines.clear();
        draw(statusBar::reveal);
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

  private void write(List<AttributedString> lines) {
    String text = eraseSequence() + ansiText(lines);
    if (reader.isReading()) {
      reader.printAbove(text);
    } else {
      terminal.writer().print(text);
      terminal.flush();
    }
  }

  /** Prints lines, and below them transient ones that the next output replaces. */
  private synchronized void printWithTransient(
      List<AttributedString> lines, List<AttributedString> fleeting) {
    String text = eraseSequence() + ansiText(lines);
    int columns = terminal.getSize().getColumns();
    boolean fits = fleeting.size() < terminal.getSize().getRows();
    transientRows = fits ? fleeting.size() : 0;
    transientColumns = columns;
    terminal.writer().print(text + (fits ? ansiText(fleeting) : ""));
    terminal.flush();
  }

  /**
   * The control sequence that erases the transient lines; empty if a new width has wrapped them
   * differently.
   */
  private String eraseSequence() {
    int rows = transientColumns == terminal.getSize().getColumns() ? transientRows : 0;
    transientRows = 0;
    return rows == 0 ? "" : "\r\033[" + rows + "A\033[J";
  }

  private String ansiText(List<AttributedString> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.toAnsi(terminal)).append('\n'));
    return text.toString();
  }

  /** Shows which keys help with typing. */
  public void showKeyHelp() {
    if (!setup.theme().isPlain()) {
      print(new NoticeView(renderContext()).sideNote(setup.texts().format(TextKey.OFFER_KEYS)));
    }
  }

  /** Shows a command as if it had been typed. */
  public synchronized void echo(String prompt, String entry) {
    progress.erase();
    terminal.writer().println(prompt + PasteSanitizer.sanitize(entry));
    terminal.flush();
  }

  /** Sets a listener for each Ctrl-C that a command gets. */
  public void onInterrupt(Runnable listener) {
    console.onInterrupt(listener);
  }

  /** Replaces the line that the cursor is on; an empty line erases it. */
  synchronized void redraw(AttributedString line) {
    if (!isReading()) {
      terminal.writer().print("\r\033[K" + line.toAnsi(terminal));
      terminal.flush();
    }
  }

  /** Whether the terminal can redraw lines. */
  boolean canRedraw() {
    return !Terminal.TYPE_DUMB.equals(terminal.getType())
        && !Terminal.TYPE_DUMB_COLOR.equals(terminal.getType());
  }

  /** Stops animations. */
  public void close() {
    terminal.handle(Terminal.Signal.WINCH, Terminal.SignalHandler.SIG_IGN);
    settling.shutdownNow();
    progress.close();
    draw(statusBar::hide);
  }
}
