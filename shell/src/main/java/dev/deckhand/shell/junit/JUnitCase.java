package dev.deckhand.shell.junit;

import java.time.Duration;

/**
 * A test case in JUnit's XML format.
 *
 * @param className what it belongs to
 * @param took how long it took
 * @param result its result
 * @param output what it printed; empty if nothing
 */
public record JUnitCase(
    String className, String name, Duration took, Result result, String output) {

  /** The result of a test case. */
  public sealed interface Result {

    /** It passed. */
    record Passed() implements Result {}

    /** It failed. */
    record Failed(String message) implements Result {}

    /** It couldn't be judged. */
    record Undecided(String message) implements Result {}

    /** It wasn't run. */
    record Skipped(String message) implements Result {}

    /** It failed at first and passed when it was run again. */
    record FlakyFailure(String message) implements Result {}

    /** It failed at first, and again; counted by the case that failed again. */
    record RerunFailure(String message) implements Result {}
  }
}
