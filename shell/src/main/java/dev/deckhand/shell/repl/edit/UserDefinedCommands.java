package dev.deckhand.shell.repl.edit;

import java.util.regex.Pattern;

/**
 * Whether the learner's bash may know commands that nobody here can see: functions, aliases,
 * another PATH, a file that was read in. Once it may, no command is called unknown any more.
 */
public final class UserDefinedCommands {

  private static final Pattern MAKES_COMMANDS =
      Pattern.compile(
          "\\(\\s*\\)|\\b(?:alias|function|source|eval|enable|PATH|shopt|hash|su|bash|sh|set)\\b"
              + "|(?:^|[;&|\\n])\\s*\\.\\s",
          Pattern.MULTILINE);

  private volatile boolean mayExist;

  /** Told of each text that bash runs. */
  public void recordRun(String text) {
    if (MAKES_COMMANDS.matcher(text).find()) {
      mayExist = true;
    }
  }

  public boolean mayExist() {
    return mayExist;
  }
}
