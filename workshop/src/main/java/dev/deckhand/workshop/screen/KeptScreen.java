package dev.deckhand.workshop.screen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The screen of a terminal as it is on the server. For one thread at a time.
 *
 * <p>Widths of characters are those of JLine, which the shell's own lines are laid out with.
 */
public final class KeptScreen {

  /** How many lines that scrolled out are kept: a few pages, and a few hundred kilobytes. */
  private static final int MAX_HISTORY = 500;

  /** The last characters of sequences that restore the cursor: ESC 8, CSI u, and CSI ? 1048 l. */
  private static final String RESTORES = "8ul";

  private final List<String> answers = new ArrayList<>();
  private final ScreenInterpreter interpreter;
  private final ControlParser parser;
  private final QueryFilter filter = new QueryFilter();

  /** An empty screen. */
  public KeptScreen(int columns, int rows) {
    this.interpreter = new ScreenInterpreter(columns, rows, MAX_HISTORY, answers::add);
    this.parser = new ControlParser(interpreter);
  }

  /**
   * Takes output of a program.
   *
   * @return what other terminals should be shown: the same without questions to the terminal, and
   *     without what could harm whoever looks on
   */
  public byte[] take(byte[] bytes, int offset, int length) {
    var shown = new ByteArrayOutputStream(length);
    int from = offset;
    int end = offset + length;
    for (int i = offset; i < end; i++) {
      if (RESTORES.indexOf(bytes[i]) >= 0) {
        int restored = interpreter.restored();
        parser.take(bytes, from, i + 1 - from);
        shown.writeBytes(filter.filter(bytes, from, i + 1 - from));
        if (interpreter.restored() != restored) {
          shown.writeBytes(place());
        }
        from = i + 1;
      }
    }
    parser.take(bytes, from, end - from);
    shown.writeBytes(filter.filter(bytes, from, end - from));
    return shown.toByteArray();
  }

  /**
   * Where the cursor is. Said after each "restore cursor": if the screen has scrolled since it was
   * saved, xterm.js moves it up with the lines, and other terminals don't.
   */
  private byte[] place() {
    ScreenBuffer screen = interpreter.current();
    if (screen.isAtEnd()) {
      // moving the cursor there would lose that the next character wraps
      return new byte[0];
    }
    int row = screen.row() - (screen.originMode() ? screen.top() : 0);
    return ("\033[" + (row + 1) + ";" + (screen.column() + 1) + "H")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** What the terminal answers to the questions in the output since the last call. */
  public byte[] takeAnswers() {
    if (answers.isEmpty()) {
      return new byte[0];
    }
    String all = String.join("", answers);
    answers.clear();
    return all.getBytes(StandardCharsets.US_ASCII);
  }

  /** The bytes that bring any terminal of the same size to this state, whatever it shows. */
  public byte[] repaint() {
    return ScreenPainter.paint(interpreter).getBytes(StandardCharsets.UTF_8);
  }

  /** Changes the size. */
  public void resize(int columns, int rows) {
    interpreter.resize(columns, rows);
  }

  public int columns() {
    return interpreter.current().columns();
  }

  public int rows() {
    return interpreter.current().rows();
  }

  /** The text on the screen, line by line, without spaces at the ends. */
  public List<String> text() {
    var text = new ArrayList<String>();
    ScreenBuffer screen = interpreter.current();
    for (int row = 0; row < screen.rows(); row++) {
      var line = new StringBuilder();
      ScreenLine cells = screen.line(row);
      for (int column = 0; column < cells.length(); column++) {
        if (cells.character(column) != ScreenLine.RIGHT_HALF) {
          line.appendCodePoint(cells.character(column)).append(cells.marks(column));
        }
      }
      text.add(line.toString());
    }
    return text;
  }
}
