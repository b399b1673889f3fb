package dev.deckhand.lab.start;

import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.Watch;
import dev.deckhand.trace.ActivityRecord;
import java.util.List;
import java.util.function.Consumer;

/** Merges the records of several parts of a lab; the listener is called by one thread at a time. */
record CompositeRecorder(List<Recorder> parts) implements Recorder {

  @Override
  public Watch follow(Consumer<ActivityRecord> activityRecords) {
    var turn = new Object();
    Consumer<ActivityRecord> inTurn =
        activityRecord -> {
          synchronized (turn) {
            activityRecords.accept(activityRecord);
          }
        };
    List<Watch> watches = parts.stream().map(part -> part.follow(inTurn)).toList();
    return () -> watches.forEach(Watch::close);
  }
}
