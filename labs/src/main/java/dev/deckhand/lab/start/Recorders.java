package dev.deckhand.lab.start;

import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.trace.Clue;
import java.util.List;
import java.util.function.Consumer;

/** The evidence of several parts of a lab, told one at a time. */
record Recorders(List<Recorder> parts) implements Recorder {

  @Override
  public Watch follow(Consumer<Clue> clues) {
    var turn = new Object();
    Consumer<Clue> inTurn =
        clue -> {
          synchronized (turn) {
            clues.accept(clue);
          }
        };
    List<Watch> watches = parts.stream().map(part -> part.follow(inTurn)).toList();
    return () -> watches.forEach(Watch::close);
  }
}
