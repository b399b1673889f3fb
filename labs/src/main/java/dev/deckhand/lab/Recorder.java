package dev.deckhand.lab;

import dev.deckhand.trace.ActivityRecord;
import java.util.function.Consumer;

/** Gives the evidence of what happens in a lab, as its servers keep it. */
public interface Recorder {

  /**
   * Tells all that is still known, and then what happens, until the watch is closed; one clue at a
   * time, on a thread of the recorder's. Times are this machine's. Where the lab does not answer
   * any more, nothing is told: that the lab is lost is told elsewhere.
   */
  Watch follow(Consumer<ActivityRecord> activityRecords);
}
