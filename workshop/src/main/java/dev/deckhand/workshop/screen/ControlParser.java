package dev.deckhand.workshop.screen;

/**
 * Takes the output of a program apart, byte for byte: UTF-8, control characters, and sequences by
 * ECMA-48 as terminals read them. Source: Paul Williams, "A parser for DEC's ANSI-compatible video
 * terminals".
 */
final class ControlParser {

  private static final int MAX_STRING = 4096;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int ESCAPE = 0x1B;
  private static final int CANCEL = 0x18;
  private static final int SUBSTITUTE = 0x1A;
  private static final int BELL = 7;

  private enum State {
    GROUND,
    ESCAPE,
    SEQUENCE,
    /** A control sequence that is none: skipped to its end. */
    IGNORED,
    /** An operating system command. */
    COMMAND,
    /** Another string, which is skipped. */
    STRING
  }

  private final ControlHandler handler;
  private final ControlParameters parameters = new ControlParameters();
  private final StringBuilder string = new StringBuilder();
  private State state = State.GROUND;
  private int prefix;
  private int intermediate;
  private boolean stringEscape;
  private int codePoint;
  private int missing;
  private int smallest;

  ControlParser(ControlHandler handler) {
    this.handler = handler;
  }

  /** Takes bytes; a character or sequence that they end in the middle of goes on with the next. */
  void take(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      decode(bytes[i] & 255);
    }
  }

  private void decode(int next) {
    if (missing > 0) {
      if ((next & 0xC0) == 0x80) {
        codePoint = (codePoint << 6) | (next & 0x3F);
        if (--missing == 0) {
          boolean valid =
              codePoint >= smallest
                  && codePoint <= Character.MAX_CODE_POINT
                  && (codePoint < 0xD800 || codePoint > 0xDFFF);
          take(valid ? codePoint : REPLACEMENT);
        }
        return;
      }
      missing = 0;
      take(REPLACEMENT);
    }
    if (next < 0x80) {
      take(next);
    } else if (next >= 0xC2 && next < 0xE0) {
      begin(next & 0x1F, 1, 0x80);
    } else if (next >= 0xE0 && next < 0xF0) {
      begin(next & 0x0F, 2, 0x800);
    } else if (next >= 0xF0 && next < 0xF5) {
      begin(next & 0x07, 3, 0x10000);
    } else {
      take(REPLACEMENT);
    }
  }

  private void begin(int bits, int continuations, int least) {
    codePoint = bits;
    missing = continuations;
    smallest = least;
  }

  private void take(int next) {
    if (next >= 0x80 && next < 0xA0) {
      // control characters of eight bits, which some terminals obey, are none here
      return;
    }
    if (next == CANCEL || next == SUBSTITUTE) {
      state = State.GROUND;
      return;
    }
    if (state == State.COMMAND || state == State.STRING) {
      takeString(next);
    } else if (next == ESCAPE) {
      beginEscape();
    } else if (next < 0x20) {
      // also in the middle of a sequence
      handler.control(next);
    } else {
      switch (state) {
        case GROUND -> {
          // delete shows nothing
          if (next != 0x7F) {
            handler.print(next);
          }
        }
        case ESCAPE -> takeEscape(next);
        case SEQUENCE -> takeSequence(next);
        case IGNORED -> {
          if (next >= 0x40 && next < 0x7F) {
            state = State.GROUND;
          }
        }
        case COMMAND, STRING -> throw new IllegalStateException("handled before");
      }
    }
  }

  private void beginEscape() {
    state = State.ESCAPE;
    intermediate = 0;
  }

  private void takeEscape(int next) {
    if (next < 0x30) {
      intermediate = next;
      return;
    }
    state = State.GROUND;
    if (intermediate != 0 || next >= 0x7F) {
      handler.escape(intermediate, next);
      return;
    }
    switch (next) {
      case '[' -> {
        state = State.SEQUENCE;
        prefix = 0;
        parameters.clear();
      }
      case ']' -> beginString(State.COMMAND);
      case 'P', 'X', '^', '_' -> beginString(State.STRING);
      default -> handler.escape(0, next);
    }
  }

  private void takeSequence(int next) {
    if (next >= '0' && next <= ';') {
      if (intermediate == 0) {
        parameters.take(next);
      } else {
        state = State.IGNORED;
      }
    } else if (next >= '<' && next <= '?') {
      prefix = next;
    } else if (next < 0x30) {
      intermediate = next;
    } else {
      state = State.GROUND;
      if (next < 0x7F) {
        handler.sequence(prefix, parameters, intermediate, next);
      }
    }
  }

  private void beginString(State kind) {
    state = kind;
    string.setLength(0);
    stringEscape = false;
  }

  private void takeString(int next) {
    if (next == BELL && state == State.COMMAND) {
      endString();
    } else if (stringEscape) {
      endString();
      if (next != '\\') {
        // the string was broken off by another sequence
        beginEscape();
        take(next);
      }
    } else if (next == ESCAPE) {
      stringEscape = true;
    } else if (state == State.COMMAND && next >= 0x20 && string.length() < MAX_STRING) {
      string.appendCodePoint(next);
    }
  }

  private void endString() {
    boolean command = state == State.COMMAND;
    state = State.GROUND;
    stringEscape = false;
    if (command) {
      handler.command(string.toString());
    }
  }
}
