package dev.deckhand.lab.workspace;

import java.nio.CharBuffer;
import java.util.Set;

/** Interprets a stream of characters as a terminal does, as far as it affects lines of text. */
final class ControlSequenceParser {

  private static final char ESC = '\033';
  private static final Set<String> ALTERNATE_SCREEN_MODES = Set.of("?1049", "?1047", "?47");

  private final TranscriptBuffer lines;
  private final StringBuilder parameters = new StringBuilder();
  private State state = State.TEXT;
  private boolean alternateScreen;

  ControlSequenceParser(TranscriptBuffer lines) {
    this.lines = lines;
  }

  void accept(CharBuffer chars) {
    while (chars.hasRemaining()) {
      accept(chars.get());
    }
  }

  private void accept(char c) {
    switch (state) {
      case TEXT -> text(c);
      case ESCAPE -> escape(c);
      case CHARSET -> state = State.TEXT;
      case CONTROL -> control(c);
      case STRING -> string(c);
      case STRING_ESCAPE -> state = c == '\\' ? State.TEXT : State.STRING;
    }
  }

  private void text(char c) {
    if (c == ESC) {
      state = State.ESCAPE;
    } else if (!alternateScreen) {
      show(c);
    }
  }

  private void show(char c) {
    switch (c) {
      case '\n' -> lines.newLine();
      case '\r' -> lines.column(0);
      case '\b' -> lines.left(1);
      case '\t' -> lines.put(c);
      default -> {
        if (c >= ' ' && (c < 0x7f || c > 0x9f)) {
          lines.put(c);
        }
      }
    }
  }

  private void escape(char c) {
    state =
        switch (c) {
          case '[' -> State.CONTROL;
          case ']', 'P', '_', '^', 'X' -> State.STRING;
          case '(', ')', '*', '+', '#', '%' -> State.CHARSET;
          case ESC -> State.ESCAPE;
          default -> State.TEXT;
        };
    parameters.setLength(0);
  }

  private void string(char c) {
    if (c == '\007') {
      state = State.TEXT;
    } else if (c == ESC) {
      state = State.STRING_ESCAPE;
    }
  }

  private void control(char c) {
    if (c >= 0x40 && c <= 0x7e) {
      state = State.TEXT;
      perform(c);
    } else if (c == ESC) {
      state = State.ESCAPE;
    } else if (c >= ' ' && parameters.length() < 64) {
      parameters.append(c);
    }
  }

  private void perform(char c) {
    if (c == 'h' || c == 'l') {
      if (ALTERNATE_SCREEN_MODES.contains(parameters.toString())) {
        alternateScreen = c == 'h';
      }
    } else if (!alternateScreen) {
      move(c);
    }
  }

  private void move(char c) {
    switch (c) {
      case 'A', 'F' -> lines.up(count());
      case 'B', 'E' -> lines.down(count());
      case 'C' -> lines.right(count());
      case 'D' -> lines.left(count());
      case 'G' -> lines.column(count() - 1);
      case 'K' -> lines.eraseInLine(first());
      case 'J' -> lines.eraseBelow(first());
      case 'H' -> lines.commit();
      default -> {} // colours and the like
    }
  }

  /** The distance; 1 by default. */
  private int count() {
    return Math.max(1, first());
  }

  private int first() {
    int value = 0;
    for (int i = 0; i < parameters.length() && Character.isDigit(parameters.charAt(i)); i++) {
      value = Math.min(9999, value * 10 + (parameters.charAt(i) - '0'));
    }
    return value;
  }

  private enum State {
    TEXT,
    ESCAPE,
    CHARSET,
    CONTROL,
    STRING,
    STRING_ESCAPE
  }
}
