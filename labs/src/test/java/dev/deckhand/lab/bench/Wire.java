package dev.deckhand.lab.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes over a client's connection: requests, counted, and when the news of an object came. */
public final class Wire {

  private static final Pattern NAME = Pattern.compile("\"name\":\"(bench-\\d+)\"");

  private final AtomicLong requests = new AtomicLong();
  private final Map<String, Long> news = new ConcurrentHashMap<>();

  /** A request is sent. */
  public void sent() {
    requests.incrementAndGet();
  }

  /** Bytes of a stream of changes came, and are about to be handed on. */
  public void came(byte[] bytes, int offset, int length) {
    long at = System.nanoTime();
    Matcher names = NAME.matcher(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    while (names.find()) {
      news.putIfAbsent(names.group(1), at);
    }
  }

  /** How many requests were sent until now. */
  public long requests() {
    return requests.get();
  }

  /** Forgets what came. */
  void clear() {
    news.clear();
  }

  /** When the first news of an object came since {@link #clear}; empty where none was seen. */
  Optional<Long> cameFor(String name) {
    return Optional.ofNullable(news.get(name));
  }
}
