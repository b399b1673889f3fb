package dev.deckhand.shell.repl.edit;

import java.util.regex.Pattern;

/**
 * Whether the learner's bash may know commands that can't be seen from here: functions, aliases,
 * another PATH, a sourced file. From then on, no command is marked as unknown.
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
