package dev.deckhand.workshop.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often somebody may try: so many wrong words from one address, and so many from all,
 * within a time. Thread-safe.
 */
final class TryLimit {

  private static final int MAX_ADDRESSES = 10_000;

  private final int perAddress;
  private final int together;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Window> addresses = new LinkedHashMap<>();
  private Window all = new Window(Instant.EPOCH, 0);

  private record Window(Instant start, int failures) {}

  TryLimit(int perAddress, int together, Duration window, Clock clock) {
    this.perAddress = perAddress;
    this.together = together;
    this.window = window;
    this.clock = clock;
  }

  /** Whether somebody may try now. */
  synchronized boolean allows(String address) {
    return current(addresses.get(address)).failures() < perAddress
        && current(all).failures() < together;
  }

  /** Somebody tried, and was wrong. */
  synchronized void failed(String address) {
    Window own = current(addresses.remove(address));
    addresses.put(address, new Window(own.start(), own.failures() + 1));
    if (addresses.size() > MAX_ADDRESSES) {
      addresses.remove(addresses.keySet().iterator().next());
    }
    all = current(all);
    all = new Window(all.start(), all.failures() + 1);
  }

  private Window current(@Nullable Window known) {
    Instant now = clock.instant();
    // a clock that was set back mustn't lock anybody out for long
    boolean counts =
        known != null && !now.isBefore(known.start()) && now.isBefore(known.start().plus(window));
    return known != null && counts ? known : new Window(now, 0);
  }
}
