package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.Things;
import dev.deckhand.shell.loop.Whereabouts;
import java.time.Duration;
import java.util.List;

/** Live names from the lab, not waited for long, and remembered for the next key. */
final class LabNames {

  private static final Duration WAIT = Duration.ofMillis(400);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Whereabouts whereabouts;
  private final Patience<Things, List<String>> patience =
      new Patience<>(WAIT, FRESH, System::nanoTime);

  LabNames(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  /** The names, as far as they came in time. */
  List<String> of(Things things) {
    return patience.ask(things, () -> whereabouts.names(things), List.of());
  }

  List<Suggestion> suggest(Things things) {
    return Suggestion.all(of(things));
  }
}
