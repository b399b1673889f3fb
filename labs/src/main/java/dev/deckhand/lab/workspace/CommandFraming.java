package dev.deckhand.lab.workspace;

import java.util.List;
import java.util.regex.Pattern;

/** Wraps what a learner typed into the lines that the shell reads from its pipe. Pure. */
final class CommandFraming {

  /**
   * Texts that nothing can be appended to safely: an open here-document or an operator at the end
   * would swallow it, {@code case} would quote it in an error, and {@code set -v} would show it.
   * Such commands only lose {@code $_} and {@code PIPESTATUS}.
   */
  private static final Pattern NOT_APPENDABLE =
      Pattern.compile("<<|\\bcase\\b|\\bset\\s+-|verbose|[|&\\\\]\\s*(#[^\\n]*)?\\s*\\z");

  /**
   * Requests the report of a command that was interrupted before it sent its own; does nothing if
   * the report was sent. On its own line, since an interrupt may leave part of the previous line.
   */
  private static final String REPORT_IF_MISSING =
      "\n{ __deckhand_after \"$?\"; } >/dev/null 2>&1\n";

  /**
   * Requests the report of the last command, also if it was sent: a terminal drops output that it
   * hasn't passed on yet when it gets a Ctrl-C (termios(3), {@code NOFLSH}).
   */
  static final String REPORT_REQUEST = "\n{ __deckhand_after \"$?\" again; } >/dev/null 2>&1\n";

  /**
   * Lines that may switch on bash's own line editor. It would read from the pipe in the middle of a
   * command, which crashes bash 5.2 (SIGSEGV).
   */
  private static final Pattern SWITCHES_EDITOR =
      Pattern.compile("\\bset\\s[^\\n]*[-+]o\\s+(?:vi|emacs)\\b");

  private CommandFraming() {}

  /**
   * Returns the lines that run a text at top level and report its end, whether it ends by itself or
   * is interrupted.
   *
   * @param number of the command, which its report repeats
   */
  static String frame(String text, ShellReport before, int number) {
    var echoes = before.flags().contains("v");
    var note = echoes || NOT_APPENDABLE.matcher(text).find() ? "" : "$__deckhand_note";
    var guard = SWITCHES_EDITOR.matcher(text).find() ? "__deckhand_guard_set; " : "";
    return "{ "
        + guard
        + "__deckhand_number="
        + number
        + " __deckhand_line="
        + quote(text)
        + "; __deckhand_before \"$__deckhand_last\"; \\builtin eval \""
        + restorePipeStatus(before)
        + "$__deckhand_line"
        + note
        + "\" 0<>\"$__deckhand_tty\" 1>&0 2>&0; __deckhand_after \"$?\"; } >/dev/null 2>&1\n"
        + REPORT_IF_MISSING;
  }

  /** Restores {@code PIPESTATUS}, which only a pipeline can set. */
  private static String restorePipeStatus(ShellReport before) {
    List<Integer> statuses = before.pipeStatus();
    if (statuses.size() < 2 || before.flags().contains("e")) {
      return "";
    }
    var line = new StringBuilder();
    for (var status : statuses) {
      line.append(line.isEmpty() ? "" : "|").append("__deckhand_is ").append(status);
    }
    return line.append(';').toString();
  }

  /**
   * Quotes a text as one word on one line, so that an interrupt never leaves part of it in the
   * pipe. NUL bytes are dropped.
   */
  static String quote(String text) {
    var word = new StringBuilder(text.length() + 16).append("$'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\0' -> {}
        case '\\' -> word.append("\\\\");
        case '\'' -> word.append("\\'");
        case '\n' -> word.append("\\n");
        case '\r' -> word.append("\\r");
        default -> word.append(c);
      }
    }
    return word.append('\'').toString();
  }
}
