package dev.deckhand.workshop.screen;

import java.util.List;
import java.util.Random;

/**
 * Output of programs, made at random: whole characters and sequences. Without those whose effect
 * isn't part of a screen's state: repeating a character, and a saved origin mode.
 */
final class RandomOutput {

  private static final List<String> FIXED =
      List.of(
          "\r\n",
          "\r",
          "\b",
          "\t",
          "\0337",
          "\0338",
          "\033M",
          "\033D",
          "\033E",
          "\033(0",
          "\033(B",
          "\016",
          "\017",
          "\033)0",
          "\033)B",
          "\033=",
          "\033>",
          "\033H",
          "\033[3g",
          "\033[?1049h",
          "\033[?1049l",
          "\033[?7l",
          "\033[?7h",
          "\033[?25l",
          "\033[?25h",
          "\033[4h",
          "\033[4l",
          "\033[?1h",
          "\033[?1l",
          "\033[?2004h",
          "\033[?2004l",
          "\033[?1000h",
          "\033[?1006h",
          "\033[?1000l",
          "\033[2 q",
          "\033]2;title\007",
          "\033#8",
          "\033[!p",
          "漢字",
          "e\u0301",
          "😀",
          "0123456789",
          "words to show ",
          "\033[20h",
          "\033[20l");

  private static final String FINALS = "@ABCDEFGHIJKLMPSTXZ`adegmrsu";

  private RandomOutput() {}

  /** The next piece. */
  static String next(Random random) {
    int kind = random.nextInt(10);
    if (kind < 4) {
      return FIXED.get(random.nextInt(FIXED.size()));
    }
    if (kind < 7) {
      char last = FINALS.charAt(random.nextInt(FINALS.length()));
      String parameters =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> Integer.toString(random.nextInt(25));
            case 2 -> random.nextInt(8) + ";" + random.nextInt(25);
            default -> "38;5;" + random.nextInt(256);
          };
      return "\033[" + parameters + last;
    }
    if (kind < 9) {
      return "abcdefghij".substring(random.nextInt(8));
    }
    return "\033["
        + List.of("0", "1", "7", "31", "48;2;1;2;3", "92", "4", "22;24").get(random.nextInt(8))
        + "m";
  }
}
