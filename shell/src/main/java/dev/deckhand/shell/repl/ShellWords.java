package dev.deckhand.shell.repl;

import dev.deckhand.session.Lines;
import java.util.List;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the shell's own words at the beginning of a line, and file names after it. */
final class ShellWords implements Completer {

  private final Completer files = new FileNameCompleter();

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() == 0) {
      Lines.WORDS.forEach(word -> candidates.add(new Candidate(word)));
    } else if (line.wordIndex() == 1 && line.words().getFirst().equals("xray")) {
      candidates.add(new Candidate("live"));
    } else {
      files.complete(reader, line, candidates);
    }
  }
}
