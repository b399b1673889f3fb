package dev.deckhand.shell.repl.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jline.reader.History;

/**
 * Steps through earlier lines that begin like the current one, newest first, each line once. When
 * the learner has changed the line since, a new search begins.
 */
final class HistorySearch {

  private final History history;
  private List<String> found = List.of();
  private String typed = "";
  private String shown = "";
  private int at = -1;

  HistorySearch(History history) {
    this.history = history;
  }

  /** The next older line; empty if there is none. */
  Optional<String> older(String line) {
    if (at < 0 || !line.equals(shown)) {
      begin(line);
    }
    if (at + 1 >= found.size()) {
      return Optional.empty();
    }
    at++;
    return show(found.get(at));
  }

  /** The next newer line, and finally what was typed; empty if nothing was recalled. */
  Optional<String> newer(String line) {
    if (at < 0 || !line.equals(shown)) {
      return Optional.empty();
    }
    at--;
    return show(at < 0 ? typed : found.get(at));
  }

  private void begin(String line) {
    typed = line;
    at = -1;
    var lines = new LinkedHashSet<String>();
    for (History.Entry entry : newestFirst()) {
      if (entry.line().startsWith(line) && !entry.line().equals(line)) {
        lines.add(entry.line());
      }
    }
    found = List.copyOf(lines);
  }

  private List<History.Entry> newestFirst() {
    var entries = new ArrayList<History.Entry>();
    history.forEach(entries::add);
    return entries.reversed();
  }

  private Optional<String> show(String line) {
    shown = line;
    return Optional.of(line);
  }
}
