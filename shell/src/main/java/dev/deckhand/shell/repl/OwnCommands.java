package dev.deckhand.shell.repl;

import java.util.regex.Pattern;

/**
 * Whether the learner's bash may know commands that nobody here can see: functions, aliases,
 * another PATH, a file that was read in. Once it may, no command is called unknown any more.
 */
final class OwnCommands {

  private static final Pattern MAKES_COMMANDS =
      Pattern.compile(
          "\\(\\s*\\)|\\b(?:alias|function|source|eval|enable|PATH|shopt|hash|su|bash|sh|set)\\b"
              + "|(?:^|[;&|\\n])\\s*\\.\\s",
          Pattern.MULTILINE);

  private volatile boolean any;

  /** Told of each text that bash runs. */
  void ran(String text) {
    if (MAKES_COMMANDS.matcher(text).find()) {
      any = true;
    }
  }

  boolean any() {
    return any;
  }
}
