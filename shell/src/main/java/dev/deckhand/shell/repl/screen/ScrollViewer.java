package dev.deckhand.shell.repl.screen;

import dev.deckhand.shell.view.style.RenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * Scrolls through more lines than fit on the screen. When they change, it goes to the first change.
 * {@link #redraw} may be called from any thread; everything else happens on one.
 */
public final class ScrollViewer {

  private static final long POLL_MILLIS = 100;

  /** How long to wait after an Escape for the rest of another key. */
  private static final long ESCAPE_MILLIS = 60;

  private final Terminal terminal;
  private final RenderContext context;
  private final Function<RenderContext, Content> source;
  private final AtomicBoolean stale = new AtomicBoolean(true);
  private final AtomicBoolean closed = new AtomicBoolean();
  private List<AttributedString> lines = List.of();
  private StatusLine statusLine = (_, _, _) -> "";
  private boolean beforePrompt;
  private String typed = "";
  private int top;

  /**
   * @param source supplies the lines for a width; asked whenever they may have changed
   */
  public ScrollViewer(
      Terminal terminal, RenderContext context, Function<RenderContext, Content> source) {
    this.terminal = terminal;
    this.context = context;
    this.source = source;
  }

  /**
   * What is shown.
   *
   * @param status creates the last line of the screen
   */
  public record Content(List<AttributedString> lines, StatusLine status) {
    public Content {
      lines = List.copyOf(lines);
    }
  }

  /** Creates the last line of the screen. */
  public interface StatusLine {
    /**
     * Creates it.
     *
     * @param first the first visible line, counted from 1
     * @param last the last visible line
     */
    String text(int first, int last, int all);
  }

  /**
   * For text above a prompt: scrolling past the last line leaves, and so does starting to type.
   * Letters other than q are then no keys of the viewer.
   */
  ScrollViewer beforePrompt() {
    beforePrompt = true;
    return this;
  }

  /**
   * What was typed that is no key of the viewer; it becomes the beginning of the next line. May be
   * empty.
   */
  String typed() {
    return typed;
  }

  /** Requests that the lines are drawn again soon. */
  public void redraw() {
    stale.set(true);
  }

  /** Shows the lines until the learner leaves. */
  public void run() {
    Attributes before = terminal.enterRawMode();
    var interrupt = terminal.handle(Terminal.Signal.INT, _ -> closed.set(true));
    var resize = terminal.handle(Terminal.Signal.WINCH, _ -> stale.set(true));
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    try {
      var keys = new BindingReader(terminal.reader());
      KeyMap<ViewerAction> map = keyMap();
      while (!closed.get()) {
        if (stale.getAndSet(false)) {
          refresh();
        }
        int next = keys.peekCharacter(POLL_MILLIS);
        if (next == NonBlockingReader.EOF) {
          return;
        }
        if (next != NonBlockingReader.READ_EXPIRED) {
          ViewerAction viewerAction = keys.readBinding(map);
          move(viewerAction, String.valueOf(keys.getLastBinding()));
        }
      }
    } finally {
      terminal.puts(Capability.cursor_visible);
      terminal.puts(Capability.exit_ca_mode);
      terminal.flush();
      terminal.setAttributes(before);
      terminal.handle(Terminal.Signal.INT, interrupt);
      terminal.handle(Terminal.Signal.WINCH, resize);
    }
  }

  /** Handles a key. */
  private enum ViewerAction {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    BEGIN,
    END,
    LEAVE,
    NOTHING
  }

  private KeyMap<ViewerAction> keyMap() {
    var map = new KeyMap<ViewerAction>();
    map.setNomatch(ViewerAction.NOTHING);
    map.setUnicode(ViewerAction.NOTHING);
    map.setAmbiguousTimeout(ESCAPE_MILLIS);
    bind(map, ViewerAction.UP, Capability.key_up, "\033[A");
    bind(map, ViewerAction.DOWN, Capability.key_down, "\r", "\n", "\033[B");
    bind(map, ViewerAction.PAGE_UP, Capability.key_ppage, "\033[5~");
    bind(map, ViewerAction.PAGE_DOWN, Capability.key_npage, " ", "\033[6~");
    bind(map, ViewerAction.BEGIN, Capability.key_home, "\033[H", "\033[1~");
    bind(map, ViewerAction.END, Capability.key_end, "\033[F", "\033[4~");
    if (!beforePrompt) {
      map.bind(ViewerAction.UP, "k");
      map.bind(ViewerAction.DOWN, "j");
      map.bind(ViewerAction.PAGE_UP, "b");
      map.bind(ViewerAction.BEGIN, "g");
      map.bind(ViewerAction.END, "G");
    }
    map.bind(ViewerAction.LEAVE, "q", "Q", KeyMap.esc(), KeyMap.ctrl('C'), KeyMap.ctrl('D'));
    return map;
  }

  private void bind(
      KeyMap<ViewerAction> map,
      ViewerAction viewerAction,
      Capability capability,
      CharSequence... keys) {
    map.bind(viewerAction, keys);
    String key = KeyMap.key(terminal, capability);
    if (key != null) {
      map.bind(viewerAction, key);
    }
  }

  private void move(ViewerAction viewerAction, String key) {
    boolean down = viewerAction == ViewerAction.DOWN || viewerAction == ViewerAction.PAGE_DOWN;
    boolean writes = viewerAction == ViewerAction.NOTHING && !key.isEmpty() && key.charAt(0) > ' ';
    if (beforePrompt && (writes || (down && top + rows() >= lines.size()))) {
      typed = writes ? key : "";
      closed.set(true);
      return;
    }
    switch (viewerAction) {
      case UP -> top--;
      case DOWN -> top++;
      case PAGE_UP -> top -= rows() - 1;
      case PAGE_DOWN -> top += rows() - 1;
      case BEGIN -> top = 0;
      case END -> top = lines.size();
      case LEAVE -> closed.set(true);
      case NOTHING -> {}
    }
    draw();
  }

  private void refresh() {
    var content = source.apply(context.withColumns(terminal.getSize().getColumns()));
    int changed = firstChange(lines, content.lines());
    boolean first = lines.isEmpty();
    lines = content.lines();
    statusLine = content.status();
    if (!first && changed >= 0 && (changed < top || changed >= top + rows())) {
      top = changed - rows() / 3;
    }
    draw();
  }

  /** The first line in which two texts differ; -1 if they don't. */
  static int firstChange(List<AttributedString> old, List<AttributedString> now) {
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      if (i >= old.size() || i >= now.size() || !old.get(i).equals(now.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private int rows() {
    return Math.max(2, terminal.getSize().getRows()) - 1;
  }

  private void draw() {
    int rows = rows();
    int columns = Math.max(1, terminal.getSize().getColumns());
    top = Math.clamp(top, 0, Math.max(0, lines.size() - rows));
    var screen = new ArrayList<AttributedString>();
    for (int row = 0; row < rows; row++) {
      int line = top + row;
      screen.add(line < lines.size() ? lines.get(line) : AttributedString.EMPTY);
    }
    var text = new StringBuilder("\033[H");
    for (AttributedString line : screen) {
      text.append(line.columnSubSequence(0, columns).toAnsi(terminal)).append("\033[K\r\n");
    }
    int end = Math.min(lines.size(), top + rows);
    String said = statusLine.text(Math.min(end, top + 1), end, lines.size());
    var last = new AttributedString(said, AttributedStyle.DEFAULT.inverse());
    // the last column stays free, since some terminals wrap after a full line
    text.append(last.columnSubSequence(0, columns - 1).toAnsi(terminal)).append("\033[K");
    terminal.writer().print(text);
    terminal.flush();
  }
}
