package dev.deckhand.lab.workspace;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The modes that a command's output has switched in the terminal, and the control sequences that
 * switch them back: a program that was killed, or a careless {@code printf}, must not leave the
 * prompt on another screen or without a cursor. Modes are those of xterm's control sequences
 * (DECSET, SM, SGR, DECSTBM, SCS).
 */
final class TerminalModes {

  private static final char ESC = '\033';
  private static final char SHIFT_OUT = '\016';
  private static final char SHIFT_IN = '\017';

  /** The modes that are restored, each with the final character that sets its default. */
  private static final Map<String, Character> DEFAULTS =
      Map.ofEntries(
          Map.entry("?1049", 'l'), // alternate screens
          Map.entry("?1047", 'l'),
          Map.entry("?47", 'l'),
          Map.entry("?25", 'h'), // visible cursor
          Map.entry("?7", 'h'), // lines wrap
          Map.entry("?1", 'l'), // cursor keys
          Map.entry("?5", 'l'), // reversed screen
          Map.entry("?6", 'l'), // origin within the scroll region
          Map.entry("?9", 'l'), // mouse and focus reports
          Map.entry("?1000", 'l'),
          Map.entry("?1002", 'l'),
          Map.entry("?1003", 'l'),
          Map.entry("?1004", 'l'),
          Map.entry("?1005", 'l'),
          Map.entry("?1006", 'l'),
          Map.entry("?1015", 'l'),
          Map.entry("?2004", 'l'), // bracketed paste
          Map.entry("4", 'l'), // insert
          Map.entry("20", 'l')); // new line

  private static final String SCROLL_REGION = "\0337\033[r\0338"; // resetting it moves the cursor
  private static final String RENDITION = "\033[0m";
  private static final String CHARSET = "\033(B\017";
  private static final String KEYPAD = "\033>";

  private final Set<String> undo = new LinkedHashSet<>();
  private final StringBuilder parameters = new StringBuilder();
  private State state = State.TEXT;

  /** Tracks a piece of output, which may end within a control sequence. */
  void track(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      track((char) (bytes[i] & 0xff));
    }
  }

  /** Returns the sequences that restore the defaults, and assumes that they are sent. */
  byte[] takeUndo() {
    String sequences = String.join("", undo);
    undo.clear();
    return sequences.getBytes(StandardCharsets.US_ASCII);
  }

  private void track(char c) {
    switch (state) {
      case TEXT -> text(c);
      case ESCAPE -> escape(c);
      case CHARSET -> {
        mark(CHARSET, c != 'B');
        state = State.TEXT;
      }
      case CONTROL -> control(c);
    }
  }

  private void text(char c) {
    switch (c) {
      case ESC -> state = State.ESCAPE;
      case SHIFT_OUT -> mark(CHARSET, true);
      case SHIFT_IN -> mark(CHARSET, false);
      default -> {}
    }
  }

  private void escape(char c) {
    state = State.TEXT;
    switch (c) {
      case '[' -> {
        parameters.setLength(0);
        state = State.CONTROL;
      }
      case '(' -> state = State.CHARSET;
      case '=' -> mark(KEYPAD, true);
      case '>' -> mark(KEYPAD, false);
      case 'c' -> undo.clear(); // the full reset
      case ESC -> state = State.ESCAPE;
      default -> {}
    }
  }

  private void control(char c) {
    if (c == ESC) {
      state = State.ESCAPE;
    } else if (c >= 0x40 && c <= 0x7e) {
      state = State.TEXT;
      perform(parameters.toString(), c);
    } else if (parameters.length() < 64) {
      parameters.append(c);
    }
  }

  private void perform(String given, char end) {
    switch (end) {
      case 'h', 'l' -> setModes(given, end);
      case 'm' -> mark(RENDITION, !given.isEmpty() && !given.equals("0"));
      case 'r' -> mark(SCROLL_REGION, !given.isEmpty());
      default -> {}
    }
  }

  private void setModes(String given, char end) {
    String prefix = given.startsWith("?") ? "?" : "";
    for (String number : given.substring(prefix.length()).split(";", -1)) {
      Character normal = DEFAULTS.get(prefix + number);
      if (normal != null) {
        mark("\033[" + prefix + number + normal, end != normal);
      }
    }
  }

  private void mark(String sequence, boolean needed) {
    if (needed) {
      undo.add(sequence);
    } else {
      undo.remove(sequence);
    }
  }

  private enum State {
    TEXT,
    ESCAPE,
    CHARSET,
    CONTROL
  }
}
