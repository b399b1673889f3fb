package dev.deckhand.workshop.web.socket;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The terminals that are open in browsers, and what went through them. Thread-safe. */
public final class OpenTerminals {

  private final Set<TerminalSocket> open = ConcurrentHashMap.newKeySet();
  private final LongAdder bytesShown = new LongAdder();
  private final LongAdder bytesTyped = new LongAdder();
  private final LongAdder stalled = new LongAdder();

  void opened(TerminalSocket socket) {
    open.add(socket);
  }

  void closed(TerminalSocket socket) {
    open.remove(socket);
  }

  void shown(int bytes) {
    bytesShown.add(bytes);
  }

  void typed(int bytes) {
    bytesTyped.add(bytes);
  }

  void gaveUp() {
    stalled.increment();
  }

  /**
   * Asks each browser whether it's there, and disconnects those that haven't answered for long: a
   * machine that was shut doesn't say so.
   */
  public void ping(Duration silence) {
    open.forEach(socket -> socket.ping(silence));
  }

  /** How many there are. */
  public int count() {
    return open.size();
  }

  /** How many bytes of terminals were sent. */
  public long bytesShown() {
    return bytesShown.sum();
  }

  /** How many bytes were typed. */
  public long bytesTyped() {
    return bytesTyped.sum();
  }

  /** How many browsers were too slow, and were disconnected. */
  public long stalled() {
    return stalled.sum();
  }
}
