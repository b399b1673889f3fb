package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.NameQuery;
import dev.deckhand.shell.loop.CompletionContext;
import java.time.Duration;
import java.util.List;

/**
 * Completes names of things in the lab. Waits only briefly, and caches answers for a short time.
 */
final class LabNameCompleter {

  private static final Duration WAIT = Duration.ofMillis(400);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final CompletionContext completionContext;
  private final TimeBoundedCache<NameQuery, List<String>> cache =
      new TimeBoundedCache<>(WAIT, FRESH, System::nanoTime);

  LabNameCompleter(CompletionContext completionContext) {
    this.completionContext = completionContext;
  }

  /** The names; empty if they took too long. */
  List<String> of(NameQuery query) {
    return cache.get(query, () -> completionContext.names(query), List.of());
  }

  List<Suggestion> suggest(NameQuery query) {
    return Suggestion.all(of(query));
  }
}
