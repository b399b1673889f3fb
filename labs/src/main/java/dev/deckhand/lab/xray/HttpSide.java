package dev.deckhand.lab.xray;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads along one side of an HTTP/1.1 connection and picks out the heads. What it cannot read it
 * lets pass: it holds nothing up and changes nothing.
 */
final class HttpSide {

  private static final int LONGEST_HEAD = 64 * 1024;

  /** How what follows a head is framed. */
  sealed interface Body {
    /** So many bytes. */
    record Length(long bytes) implements Body {}

    /** Pieces, each with its length before it. */
    record Chunks() implements Body {}

    /** All that comes: the connection has become something else, or ends with the body. */
    record Rest() implements Body {}
  }

  private enum State {
    HEAD,
    BYTES,
    CHUNK_SIZE,
    CHUNK_END,
    TRAILER,
    BLIND
  }

  private final Function<Head, Body> heads;
  private final StringBuilder line = new StringBuilder();
  private final java.util.ArrayList<String> lines = new java.util.ArrayList<>();
  private State state = State.HEAD;
  private State afterBytes = State.HEAD;
  private long left;
  private int headSize;

  /**
   * @param heads told each head, says how its body is framed
   */
  HttpSide(Function<Head, Body> heads) {
    this.heads = heads;
  }

  /** A first line and the headers after it. */
  record Head(String first, List<String> headers) {

    /** A header's value, or nothing. */
    String header(String name) {
      String wanted = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(wanted))
          .map(header -> header.substring(wanted.length()).strip())
          .findFirst()
          .orElse("");
    }

    /** How the body is framed by the headers alone. */
    Body framed(Body otherwise) {
      if (header("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
        return new Body.Chunks();
      }
      String length = header("Content-Length");
      return length.isEmpty() ? otherwise : new Body.Length(Long.parseLong(length));
    }
  }

  /** Takes what went by. Never throws: what it does not understand makes it blind. */
  void passed(byte[] bytes, int length) {
    try {
      int at = 0;
      while (at < length && state != State.BLIND) {
        at = step(bytes, at, length);
      }
    } catch (RuntimeException notHttp) {
      state = State.BLIND;
    }
  }

  private int step(byte[] bytes, int from, int length) {
    if (state == State.BYTES) {
      int some = (int) Math.min(left, length - from);
      left -= some;
      if (left == 0) {
        state = afterBytes;
      }
      return from + some;
    }
    int at = from;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    line.append(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
    headSize += at - from;
    if (headSize > LONGEST_HEAD) {
      state = State.BLIND;
    } else if (at < length) {
      String whole = line.toString().stripTrailing();
      line.setLength(0);
      lineEnded(whole);
      return at + 1;
    }
    return at;
  }

  private void lineEnded(String whole) {
    switch (state) {
      case HEAD -> {
        if (!whole.isEmpty()) {
          lines.add(whole);
        } else if (!lines.isEmpty()) {
          var head = new Head(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
          lines.clear();
          begin(heads.apply(head));
        }
      }
      case CHUNK_SIZE -> {
        left = Long.parseLong(whole.split(";", 2)[0].strip(), 16);
        headSize = 0;
        afterBytes = State.CHUNK_END;
        state = left == 0 ? State.TRAILER : State.BYTES;
      }
      case CHUNK_END -> state = State.CHUNK_SIZE;
      case TRAILER -> state = whole.isEmpty() ? State.HEAD : State.TRAILER;
      case BYTES, BLIND -> throw new IllegalStateException("no lines in " + state);
    }
  }

  private void begin(Body body) {
    headSize = 0;
    switch (body) {
      case Body.Length(var bytes) -> {
        left = bytes;
        afterBytes = State.HEAD;
        state = bytes == 0 ? State.HEAD : State.BYTES;
      }
      case Body.Chunks _ -> state = State.CHUNK_SIZE;
      case Body.Rest _ -> state = State.BLIND;
    }
  }
}
