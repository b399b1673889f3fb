package dev.deckhand.workshop.screen;

import java.util.BitSet;
import java.util.function.Consumer;

/** Does on a screen what a program's output says. Source: "XTerm Control Sequences". */
final class ScreenInterpreter implements ControlHandler {

  private static final int TAB = 8;

  /** Lines of DEC's graphics characters from 0x60 on. */
  private static final String GRAPHICS = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

  private final ScreenBuffer main;
  private final ScreenBuffer alternate;
  private final ScreenModes modes = new ScreenModes();
  private final Consumer<String> answers;
  private final BitSet tabStops = new BitSet();
  private final boolean[] graphics = new boolean[2];
  private ScreenBuffer screen;
  private int charset;
  private int lastPrinted;
  private int restored;
  private String title = "";

  /**
   * @param answers takes what the terminal answers to a program's questions
   */
  ScreenInterpreter(int columns, int rows, int maxHistory, Consumer<String> answers) {
    this.main = new ScreenBuffer(columns, rows, maxHistory);
    this.alternate = new ScreenBuffer(columns, rows, 0);
    this.screen = main;
    this.answers = answers;
    resetTabs(columns);
  }

  private void resetTabs(int columns) {
    tabStops.clear();
    for (int i = 0; i < Math.max(columns, 512); i += TAB) {
      tabStops.set(i);
    }
  }

  ScreenBuffer main() {
    return main;
  }

  ScreenBuffer current() {
    return screen;
  }

  boolean isAlternate() {
    return screen == alternate;
  }

  ScreenModes modes() {
    return modes;
  }

  String title() {
    return title;
  }

  boolean graphics(int set) {
    return graphics[set];
  }

  int charset() {
    return charset;
  }

  BitSet tabStops() {
    return tabStops;
  }

  /** How often the cursor was restored so far. */
  int restored() {
    return restored;
  }

  private void restore() {
    screen.restore();
    restored++;
  }

  void resize(int columns, int rows) {
    main.resize(columns, rows);
    alternate.resize(columns, rows);
  }

  @Override
  public void print(int codePoint) {
    int shown = codePoint;
    if (graphics[charset] && codePoint >= 0x60 && codePoint < 0x60 + GRAPHICS.length()) {
      shown = GRAPHICS.charAt(codePoint - 0x60);
    }
    lastPrinted = shown;
    screen.print(shown, modes.autowrap, modes.inserts);
  }

  @Override
  public void control(int character) {
    switch (character) {
      case '\b' -> screen.moveColumn(screen.column() - 1);
      case '\t' -> tab(1);
      case '\n', 0x0B, '\f' -> {
        screen.lineFeed();
        if (modes.newLine) {
          screen.moveColumn(0);
        }
      }
      case '\r' -> screen.moveColumn(0);
      case 0x0E -> charset = 1;
      case 0x0F -> charset = 0;
      default -> {
        // the bell, and what shows nothing
      }
    }
  }

  private void tab(int count) {
    int column = screen.column();
    for (int i = 0; i < count && column < screen.columns() - 1; i++) {
      int next = tabStops.nextSetBit(column + 1);
      column = next < 0 ? screen.columns() - 1 : next;
    }
    screen.moveColumn(column);
  }

  private void backTab(int count) {
    int column = screen.column();
    for (int i = 0; i < count && column > 0; i++) {
      column = Math.max(0, tabStops.previousSetBit(column - 1));
    }
    screen.moveColumn(column);
  }

  @Override
  public void escape(int intermediate, int last) {
    switch (intermediate) {
      case 0 -> escape(last);
      case '(' -> graphics[0] = last == '0';
      case ')' -> graphics[1] = last == '0';
      case '#' -> {
        if (last == '8') {
          screen.fill('E');
        }
      }
      default -> {
        // other character sets, which nobody uses any more
      }
    }
  }

  private void escape(int last) {
    switch (last) {
      case '7' -> screen.save();
      case '8' -> restore();
      case 'D' -> screen.lineFeed();
      case 'E' -> {
        screen.lineFeed();
        screen.moveColumn(0);
      }
      case 'H' -> tabStops.set(screen.column());
      case 'M' -> screen.reverseLineFeed();
      case 'Z' -> answers.accept("\033[?62;22c");
      case '=' -> modes.keypad = true;
      case '>' -> modes.keypad = false;
      case 'c' -> resetHard();
      default -> {
        // nothing that changes the screen
      }
    }
  }

  private void resetHard() {
    screen = main;
    main.reset();
    alternate.reset();
    main.eraseInScreen(2);
    alternate.eraseInScreen(2);
    resetSoft();
    resetTabs(main.columns());
    title = "";
  }

  private void resetSoft() {
    modes.reset();
    graphics[0] = false;
    graphics[1] = false;
    charset = 0;
  }

  @Override
  public void sequence(int prefix, ControlParameters parameters, int intermediate, int last) {
    if (intermediate != 0) {
      if (intermediate == ' ' && last == 'q' && prefix == 0) {
        modes.cursorShape = Math.clamp(parameters.get(0, 0), 0, 6);
      } else if (intermediate == '!' && last == 'p') {
        int row = screen.row();
        int column = screen.column();
        screen.reset();
        screen.moveTo(row, column);
        resetSoft();
      } else if (intermediate == '$' && last == 'p') {
        answerMode(prefix, parameters.get(0, 0));
      }
      return;
    }
    switch (prefix) {
      case 0 -> sequence(parameters, last);
      case '?' -> privateSequence(parameters, last);
      case '>' -> {
        if (last == 'c') {
          answers.accept("\033[>1;10;0c");
        }
      }
      default -> {
        // of keyboards that report more, which nobody answers
      }
    }
  }

  private void sequence(ControlParameters p, int last) {
    switch (last) {
      case '@' -> screen.insertCharacters(p.amount(0));
      case 'A' -> screen.moveRows(-p.amount(0));
      case 'B', 'e' -> screen.moveRows(p.amount(0));
      case 'C', 'a' -> screen.moveColumn(screen.column() + p.amount(0));
      case 'D' -> screen.moveColumn(screen.column() - p.amount(0));
      case 'E' -> {
        screen.moveRows(p.amount(0));
        screen.moveColumn(0);
      }
      case 'F' -> {
        screen.moveRows(-p.amount(0));
        screen.moveColumn(0);
      }
      case 'G', '`' -> screen.moveColumn(p.amount(0) - 1);
      case 'H', 'f' -> screen.moveTo(p.amount(0) - 1, p.amount(1) - 1);
      case 'I' -> tab(p.amount(0));
      case 'J' -> screen.eraseInScreen(p.get(0, 0));
      case 'K' -> screen.eraseInLine(p.get(0, 0));
      case 'L' -> screen.shiftLines(p.amount(0), true);
      case 'M' -> screen.shiftLines(p.amount(0), false);
      case 'P' -> screen.deleteCharacters(p.amount(0));
      case 'S' -> screen.scrollUp(p.amount(0));
      case 'T' -> screen.scrollDown(p.amount(0));
      case 'X' -> screen.eraseCharacters(p.amount(0));
      case 'Z' -> backTab(p.amount(0));
      case 'b' -> repeat(p.amount(0));
      case 'c' -> answers.accept("\033[?62;22c");
      case 'd' -> screen.moveTo(p.amount(0) - 1, screen.column());
      case 'g' -> clearTabs(p.get(0, 0));
      case 'h', 'l' -> setModes(p, last == 'h');
      case 'm' -> screen.setStyle(screen.style().after(p));
      case 'n' -> answerStatus(p.get(0, 0), "");
      case 'r' -> screen.setRegion(p.amount(0) - 1, p.get(1, screen.rows()) - 1);
      case 's' -> screen.save();
      case 'u' -> restore();
      default -> {
        // nothing that changes the screen
      }
    }
  }

  /** Repeats the last character, at most as often as there are cells. */
  private void repeat(int count) {
    if (lastPrinted != 0) {
      for (int i = 0; i < Math.min(count, screen.columns() * screen.rows()); i++) {
        screen.print(lastPrinted, modes.autowrap, modes.inserts);
      }
    }
  }

  private void clearTabs(int kind) {
    if (kind == 3) {
      tabStops.clear();
    } else if (kind == 0) {
      tabStops.clear(screen.column());
    }
  }

  private void setModes(ControlParameters parameters, boolean on) {
    for (int i = 0; i < parameters.count(); i++) {
      switch (parameters.get(i, 0)) {
        case 4 -> modes.inserts = on;
        case 20 -> modes.newLine = on;
        default -> {
          // not of the screen
        }
      }
    }
  }

  private void privateSequence(ControlParameters parameters, int last) {
    switch (last) {
      case 'h', 'l' -> {
        for (int i = 0; i < parameters.count(); i++) {
          setPrivateMode(parameters.get(i, 0), last == 'h');
        }
      }
      case 'J' -> screen.eraseInScreen(parameters.get(0, 0));
      case 'K' -> screen.eraseInLine(parameters.get(0, 0));
      case 'n' -> answerStatus(parameters.get(0, 0), "?");
      default -> {
        // nothing that changes the screen
      }
    }
  }

  private void setPrivateMode(int mode, boolean on) {
    switch (mode) {
      case 6 -> screen.setOriginMode(on);
      case ScreenModes.AUTOWRAP -> modes.autowrap = on;
      case ScreenModes.CURSOR_SHOWN -> modes.cursorShown = on;
      case 47, 1047 -> useAlternate(on, false);
      case 1048 -> {
        if (on) {
          screen.save();
        } else {
          restore();
        }
      }
      case 1049 -> useAlternate(on, true);
      default -> modes.setPassedOn(mode, on);
    }
  }

  private void useAlternate(boolean on, boolean withCursor) {
    if (on == isAlternate()) {
      return;
    }
    if (on) {
      if (withCursor) {
        main.save();
      }
      int row = main.row();
      int column = main.column();
      screen = alternate;
      alternate.reset();
      alternate.setStyle(main.style());
      alternate.eraseInScreen(2);
      alternate.moveTo(row, column);
    } else {
      int row = alternate.row();
      int column = alternate.column();
      CellStyle style = alternate.style();
      screen = main;
      if (withCursor) {
        restore();
      } else {
        main.moveTo(row, column);
        main.setStyle(style);
      }
    }
  }

  private void answerStatus(int kind, String mark) {
    if (kind == 5) {
      answers.accept("\033[" + mark + "0n");
    } else if (kind == 6) {
      int row = screen.row() - (screen.originMode() ? screen.top() : 0);
      answers.accept("\033[" + mark + (row + 1) + ";" + (screen.column() + 1) + "R");
    }
  }

  /** Says that a mode isn't known: then no program relies on it. */
  private void answerMode(int prefix, int mode) {
    if (prefix == '?' || prefix == 0) {
      answers.accept("\033[" + (prefix == '?' ? "?" : "") + mode + ";0$y");
    }
  }

  @Override
  public void command(String text) {
    int semicolon = text.indexOf(';');
    String code = semicolon < 0 ? text : text.substring(0, semicolon);
    if ((code.equals("0") || code.equals("2")) && semicolon >= 0) {
      title = text.substring(semicolon + 1);
    }
  }
}
