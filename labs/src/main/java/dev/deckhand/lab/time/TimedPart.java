package dev.deckhand.lab.time;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A part of a long piece of work, in a recording of the JVM's flight recorder. It costs nothing
 * while nothing is recorded. Parts of one thread may contain each other.
 */
@Name("dev.deckhand.TimedPart")
@Label("Timed part")
@Description("A part of a long piece of work, such as the grading of a submission")
@Category("Deckhand")
@StackTrace(false)
public final class TimedPart extends Event implements AutoCloseable {

  @Label("What is done")
  private final String what;

  private TimedPart(String what) {
    this.what = what;
  }

  /** Begins a part, which ends when it's closed. */
  public static TimedPart of(String what) {
    var part = new TimedPart(what);
    part.begin();
    return part;
  }

  @Override
  public void close() {
    commit();
  }

  @Override
  public String toString() {
    return what;
  }
}
