package dev.deckhand.bash;

import java.util.List;

/**
 * A command as bash reads it before it runs anything: a line, and those after it that a quote, an
 * operator, a loop or a heredoc takes along.
 *
 * @param tokens without gaps, the newline at the end included
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param complete false if bash would ask for another line. A syntax error is complete: bash
 *     reports it at once.
 */
public record ShellCommand(List<ShellToken> tokens, int start, int end, boolean complete) {
  public ShellCommand {
    tokens = List.copyOf(tokens);
  }
}
