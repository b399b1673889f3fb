package dev.deckhand.lab.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes over a client's connection: requests, counted, and when the news of an object came. */
public final class TrafficRecorder {

  private static final Pattern NAME = Pattern.compile("\"name\":\"(bench-\\d+)\"");

  private final AtomicLong requests = new AtomicLong();
  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

  /** A request is sent. */
  public void requestSent() {
    requests.incrementAndGet();
  }

  /** Bytes of a stream of changes came, and are about to be handed on. */
  public void bytesReceived(byte[] bytes, int offset, int length) {
    long at = System.nanoTime();
    Matcher names = NAME.matcher(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    while (names.find()) {
      arrivals.putIfAbsent(names.group(1), at);
    }
  }

  /** How many requests were sent until now. */
  public long requests() {
    return requests.get();
  }

  /** Forgets what came. */
  void clear() {
    arrivals.clear();
  }

  /** When the first news of an object came since {@link #clear}; empty where none was seen. */
  Optional<Long> receivedAt(String name) {
    return Optional.ofNullable(arrivals.get(name));
  }
}
