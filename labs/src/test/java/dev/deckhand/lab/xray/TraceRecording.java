package dev.deckhand.lab.xray;

import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Watch;
import dev.deckhand.trace.ActivityRecord;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.TraceWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a real lab's recorder gives. */
final class TraceRecording {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private TraceRecording() {}

  /**
   * Follows until the trace of what happened since is as wanted; returns the last one in any case.
   */
  static Trace awaitTrace(Lab lab, Instant began, Predicate<Trace> wanted)
      throws InterruptedException {
    var coming = new LinkedBlockingQueue<ActivityRecord>();
    List<ActivityRecord> activityRecords = new ArrayList<>();
    long end = System.nanoTime() + LIMIT.toNanos();
    var traceWindow = new TraceWindow("command", began, Instant.MAX);
    try (Watch _ = lab.recorder().orElseThrow().follow(coming::add)) {
      while (true) {
        ActivityRecord next = coming.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next != null) {
          activityRecords.add(next);
        }
        if (next == null || coming.isEmpty()) {
          Trace trace = Trace.of(traceWindow, activityRecords);
          if (next == null || wanted.test(trace)) {
            return trace;
          }
        }
      }
    }
  }

  /** An act in words: {@code deployment controller Created ReplicaSet shop/web-*}. */
  static List<String> describeActs(Trace trace) {
    return trace.events().stream()
        .map(traceEvent ->
            traceEvent.actor().name()
                + " "
                + traceEvent.action().getClass().getSimpleName()
                + " "
                + traceEvent
                    .object()
                    .toString()
                    .replaceAll("web-[0-9a-f]{8,10}", "web-*")
                    .replaceAll("\\*-[a-z0-9]{5}$", "*-*"))
        .collect(Collectors.toList());
  }
}
