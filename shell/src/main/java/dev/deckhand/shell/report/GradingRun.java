package dev.deckhand.shell.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of the grader on a submission. Times are cut to milliseconds.
 *
 * @param version the grader's version, {@code 0.1.0}
 * @param steps how long each step took, by its number from 1; steps that weren't reached are
 *     missing
 * @param lessonDigest of the lesson that was graded, {@code sha256:...}; empty if unknown
 * @param submissionDigest of what was handed in, {@code sha256:...}; empty if unknown
 * @param seed from which the learner's names and numbers were drawn; empty if the lesson draws none
 * @param output what the submission printed, its end
 */
public record GradingRun(
    String version,
    Instant started,
    Instant ended,
    Map<Integer, Duration> steps,
    String lessonDigest,
    String submissionDigest,
    String seed,
    OutputTail output) {

  public GradingRun {
    started = started.truncatedTo(ChronoUnit.MILLIS);
    ended = ended.truncatedTo(ChronoUnit.MILLIS);
    if (ended.isBefore(started)) {
      throw new IllegalArgumentException("a run that ended before it started: " + ended);
    }
    var ordered = new TreeMap<Integer, Duration>();
    steps.forEach((step, took) -> ordered.put(step, took.truncatedTo(ChronoUnit.MILLIS)));
    steps = Collections.unmodifiableMap(ordered);
  }

  /** How long the run took. */
  public Duration took() {
    return Duration.between(started, ended);
  }

  /** How long a step took; zero if that isn't known. */
  public Duration took(int step) {
    return steps.getOrDefault(step, Duration.ZERO);
  }
}
