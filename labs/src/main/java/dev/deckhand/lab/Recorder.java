package dev.deckhand.lab;

import dev.deckhand.trace.ActivityRecord;
import java.util.function.Consumer;

/** Reports what happens in a lab, from the records of its servers. */
public interface Recorder {

  /**
   * Reports the records that are still kept, and then new ones until the watch is closed: one at a
   * time, on a thread of the recorder. Times are this machine's. A lab that doesn't answer reports
   * nothing.
   */
  Watch follow(Consumer<ActivityRecord> activityRecords);
}
