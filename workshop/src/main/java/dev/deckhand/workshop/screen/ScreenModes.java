package dev.deckhand.workshop.screen;

import java.util.BitSet;

/** The modes that a program has switched, beside those of the screen itself. */
final class ScreenModes {

  static final int CURSOR_KEYS = 1;
  static final int AUTOWRAP = 7;
  static final int CURSOR_BLINKS = 12;
  static final int CURSOR_SHOWN = 25;

  /**
   * Private modes that only the terminal before the person knows what to do with: cursor keys,
   * inverse screen, blinking, the mouse's, focus, and pasted text that is marked.
   */
  private static final int[] PASSED_ON = {
    CURSOR_KEYS, 5, 9, CURSOR_BLINKS, 45, 1000, 1002, 1003, 1004, 1005, 1006, 1007, 1015, 1016, 2004
  };

  private final BitSet on = new BitSet();
  boolean autowrap = true;
  boolean cursorShown = true;
  boolean inserts;
  boolean newLine;
  boolean keypad;
  int cursorShape;

  void reset() {
    on.clear();
    autowrap = true;
    cursorShown = true;
    inserts = false;
    newLine = false;
    keypad = false;
    cursorShape = 0;
  }

  /** Notes a private mode that's passed on; others are left out. */
  void setPassedOn(int mode, boolean now) {
    for (int known : PASSED_ON) {
      if (known == mode) {
        on.set(mode, now);
      }
    }
  }

  boolean isOn(int mode) {
    return on.get(mode);
  }

  /** The sequences that bring a terminal to these modes, whatever was set before. */
  String sequence() {
    var text = new StringBuilder();
    for (int mode : PASSED_ON) {
      if (mode != CURSOR_BLINKS || on.get(mode)) {
        text.append("\033[?").append(mode).append(on.get(mode) ? 'h' : 'l');
      }
    }
    text.append("\033[?").append(AUTOWRAP).append(autowrap ? 'h' : 'l');
    text.append("\033[4").append(inserts ? 'h' : 'l');
    text.append("\033[20").append(newLine ? 'h' : 'l');
    text.append(keypad ? "\033=" : "\033>");
    text.append("\033[").append(cursorShape).append(" q");
    text.append("\033[?").append(CURSOR_SHOWN).append(cursorShown ? 'h' : 'l');
    return text.toString();
  }
}
