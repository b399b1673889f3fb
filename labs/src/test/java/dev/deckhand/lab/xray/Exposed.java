package dev.deckhand.lab.xray;

import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Watch;
import dev.deckhand.trace.Clue;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a real lab's recorder gives. */
final class Exposed {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Exposed() {}

  /**
   * Follows until the trace of what happened since is as wanted; returns the last one in any case.
   */
  static Trace until(Lab lab, Instant began, Predicate<Trace> wanted) throws InterruptedException {
    var coming = new LinkedBlockingQueue<Clue>();
    List<Clue> clues = new ArrayList<>();
    long end = System.nanoTime() + LIMIT.toNanos();
    var window = new Window("command", began, Instant.MAX);
    try (Watch _ = lab.recorder().orElseThrow().follow(coming::add)) {
      while (true) {
        Clue next = coming.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next != null) {
          clues.add(next);
        }
        if (next == null || coming.isEmpty()) {
          Trace trace = Trace.of(window, clues);
          if (next == null || wanted.test(trace)) {
            return trace;
          }
        }
      }
    }
  }

  /** An act in words: {@code deployment controller Created ReplicaSet shop/web-*}. */
  static List<String> words(Trace trace) {
    return trace.acts().stream()
        .map(act ->
            act.by().name()
                + " "
                + act.deed().getClass().getSimpleName()
                + " "
                + act.thing()
                    .toString()
                    .replaceAll("web-[0-9a-f]{8,10}", "web-*")
                    .replaceAll("\\*-[a-z0-9]{5}$", "*-*"))
        .collect(Collectors.toList());
  }
}
