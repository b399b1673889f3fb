package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.NameQuery;
import dev.deckhand.shell.loop.CompletionContext;
import java.time.Duration;
import java.util.List;

/** Live names from the lab, not waited for long, and remembered for the next key. */
final class LabNameCompleter {

  private static final Duration WAIT = Duration.ofMillis(400);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final CompletionContext completionContext;
  private final TimeBoundedCache<NameQuery, List<String>> cache =
      new TimeBoundedCache<>(WAIT, FRESH, System::nanoTime);

  LabNameCompleter(CompletionContext completionContext) {
    this.completionContext = completionContext;
  }

  /** The names, as far as they came in time. */
  List<String> of(NameQuery nameQueries) {
    return cache.get(nameQueries, () -> completionContext.names(nameQueries), List.of());
  }

  List<Suggestion> suggest(NameQuery nameQueries) {
    return Suggestion.all(of(nameQueries));
  }
}
