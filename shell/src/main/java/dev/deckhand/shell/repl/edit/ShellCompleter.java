package dev.deckhand.shell.repl.edit;

import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.complete.Suggestion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Completes words for the line editor. */
final class ShellCompleter implements Completer {

  /** How many lines of the screen a list of choices leaves free. */
  private static final int LEFT_FREE = 4;

  private final Completion completion;

  ShellCompleter(Completion completion) {
    this.completion = completion;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line instanceof ParsedShellLine typed) {
      List<Suggestion> all = completion.suggestionsFor(typed.command());
      // columns have room for more choices, but not for descriptions
      boolean explained = all.size() < reader.getTerminal().getSize().getRows() - LEFT_FREE;
      all.forEach(one -> candidates.add(candidate(one, explained)));
    }
  }

  private static Candidate candidate(Suggestion one, boolean explained) {
    boolean described = explained && !one.description().isEmpty();
    @Nullable String description = described ? one.description() : null;
    return new Candidate(one.value(), one.value(), null, description, null, null, one.complete());
  }
}
