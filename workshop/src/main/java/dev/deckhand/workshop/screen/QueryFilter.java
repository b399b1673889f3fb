package dev.deckhand.workshop.screen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes out of a program's output what only one terminal may answer, and what none of the viewers
 * should do: questions, strings for devices, and access to the clipboard. The screen on the server
 * answers the questions, once, however many viewers there are.
 */
final class QueryFilter {

  private static final int MAX_SEQUENCE = 8192;
  private static final int ESCAPE = 0x1B;
  private static final int BELL = 7;

  /** What "window manipulation" reports. */
  private static final Set<String> REPORTS =
      Set.of("11", "13", "14", "15", "16", "18", "19", "20", "21");

  /** Commands that do no more than they show: titles, colours, links, and marks of prompts. */
  private static final Set<String> COMMANDS =
      Set.of("0", "1", "2", "4", "8", "10", "11", "12", "104", "110", "111", "112", "133");

  private static final Set<String> COLOURS = Set.of("4", "10", "11", "12");

  private enum State {
    GROUND,
    ESCAPE,
    SEQUENCE,
    COMMAND,
    STRING
  }

  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private State state = State.GROUND;
  private boolean stringEscape;
  private boolean pendingLead;

  /** What of some output the viewers get; an incomplete sequence at its end comes with the next. */
  byte[] filter(byte[] output, int offset, int length) {
    byte[] bytes = withoutWideControls(output, offset, length);
    var passed = new ByteArrayOutputStream(bytes.length + held.size());
    int from = 0;
    int end = bytes.length;
    for (int i = 0; i < end; i++) {
      int next = bytes[i] & 255;
      if (state == State.GROUND) {
        if (next == ESCAPE) {
          passed.write(bytes, from, i - from);
          hold(State.ESCAPE);
          held.write(next);
        }
        continue;
      }
      take(next, passed);
      from = i + 1;
    }
    if (state == State.GROUND && from < end) {
      passed.write(bytes, from, end - from);
    }
    return passed.toByteArray();
  }

  /**
   * Leaves out U+0080 to U+009F, C2 80 to C2 9F in UTF-8: to some terminals they begin and end
   * sequences, as ESC and a letter do.
   */
  private byte[] withoutWideControls(byte[] bytes, int offset, int length) {
    var kept = new ByteArrayOutputStream(length + 1);
    for (int i = offset; i < offset + length; i++) {
      int next = bytes[i] & 255;
      boolean afterLead = pendingLead;
      pendingLead = false;
      if (afterLead && next >= 0x80 && next < 0xA0) {
        continue;
      }
      if (afterLead) {
        kept.write(0xC2);
      }
      if (next == 0xC2) {
        pendingLead = true;
      } else {
        kept.write(next);
      }
    }
    return kept.toByteArray();
  }

  private void hold(State next) {
    state = next;
    held.reset();
    stringEscape = false;
  }

  private void take(int next, ByteArrayOutputStream passed) {
    if (next == 0x18 || next == 0x1A) {
      state = State.GROUND;
      return;
    }
    if (held.size() < MAX_SEQUENCE) {
      held.write(next);
    }
    switch (state) {
      case ESCAPE -> takeEscape(next, passed);
      case SEQUENCE -> {
        if (next == ESCAPE) {
          hold(State.ESCAPE);
          held.write(next);
        } else if (next >= 0x40 && next < 0x7F) {
          end(isQuestion(held.toString(StandardCharsets.ISO_8859_1)), passed);
        }
      }
      case COMMAND, STRING -> takeString(next, passed);
      case GROUND -> throw new IllegalStateException("nothing is held");
    }
  }

  private void takeEscape(int next, ByteArrayOutputStream passed) {
    switch (next) {
      case '[' -> state = State.SEQUENCE;
      case ']' -> state = State.COMMAND;
      case 'P', 'X', '^', '_' -> state = State.STRING;
      case ESCAPE -> {
        hold(State.ESCAPE);
        held.write(next);
      }
      default -> {
        if (next >= 0x30) {
          end(next == 'Z', passed);
        }
      }
    }
  }

  private void takeString(int next, ByteArrayOutputStream passed) {
    boolean ended = stringEscape || (next == BELL && state == State.COMMAND);
    if (ended) {
      boolean drop =
          state == State.STRING
              || held.size() >= MAX_SEQUENCE
              || isRefusedCommand(held.toString(StandardCharsets.ISO_8859_1));
      boolean brokenOff = stringEscape && next != '\\';
      end(drop || brokenOff, passed);
      if (brokenOff) {
        hold(State.ESCAPE);
        held.write(ESCAPE);
        take(next, passed);
      }
    } else {
      stringEscape = next == ESCAPE;
    }
  }

  private void end(boolean drop, ByteArrayOutputStream passed) {
    state = State.GROUND;
    if (!drop) {
      passed.writeBytes(held.toByteArray());
    }
    held.reset();
  }

  /** Whether a control sequence asks the terminal for something. */
  private static boolean isQuestion(String sequence) {
    char last = sequence.charAt(sequence.length() - 1);
    // terminals do what a control character in the middle says, and go on with the sequence
    String middle =
        sequence.substring(2, sequence.length() - 1).replaceAll("[\\x00-\\x1F\\x7F]", "");
    return switch (last) {
      case 'c' -> true;
      case 'n' -> !middle.startsWith(">");
      case 'p', 'w' -> middle.endsWith("$");
      case 'q' -> middle.startsWith(">");
      case 'u' -> middle.startsWith("?") || middle.endsWith("$") || middle.endsWith("&");
      case 'x' -> middle.matches("0*[01]?");
      case 'y' -> middle.endsWith("*");
      case 'S' -> middle.startsWith("?") || middle.endsWith("#");
      case 'm' -> middle.startsWith("?");
      case 't' -> REPORTS.contains(middle.split(";", 2)[0].replaceFirst("^0+", ""));
      default -> false;
    };
  }

  /**
   * Whether an operating system command asks for something, or isn't known to be harmless: several
   * terminals let programs write into the clipboard, or save files, each by a command of its own.
   */
  private static boolean isRefusedCommand(String command) {
    String text = command.substring(2).replaceFirst("(\\x07|\\x1B.?)$", "");
    String code = text.split(";", 2)[0];
    return !COMMANDS.contains(code) || (COLOURS.contains(code) && text.contains("?"));
  }
}
