package dev.deckhand.shell.repl;

import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.complete.Suggestion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Completion, as the line editor asks for it. */
final class ShellWords implements Completer {

  private final Completion completion;

  ShellWords(Completion completion) {
    this.completion = completion;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line instanceof TypedLine typed) {
      completion.at(typed.command()).forEach(one -> candidates.add(candidate(one)));
    }
  }

  private static Candidate candidate(Suggestion one) {
    @Nullable String description = one.description().isEmpty() ? null : one.description();
    return new Candidate(one.value(), one.value(), null, description, null, null, one.whole());
  }
}
