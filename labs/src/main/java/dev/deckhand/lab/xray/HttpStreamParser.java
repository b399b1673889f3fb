package dev.deckhand.lab.xray;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Parses the message heads in one direction of an HTTP/1.1 connection. It never delays or changes
 * anything; what it can't parse it ignores.
 */
public final class HttpStreamParser {

  private static final int MAX_HEAD_SIZE = 64 * 1024;

  /** How a body is framed. */
  public sealed interface BodyFraming {
    /** A number of bytes. */
    record FixedLength(long bytes) implements BodyFraming {}

    /** Chunks, each preceded by its length. */
    record Chunked() implements BodyFraming {}

    /** Everything that follows: the protocol was switched, or the body ends with the connection. */
    record UntilClose() implements BodyFraming {}
  }

  private enum State {
    HEAD,
    BYTES,
    CHUNK_SIZE,
    CHUNK_END,
    TRAILER,
    OPAQUE
  }

  private final Function<MessageHead, BodyFraming> headHandler;
  private final StringBuilder line = new StringBuilder();
  private final java.util.ArrayList<String> lines = new java.util.ArrayList<>();
  private State state = State.HEAD;
  private State afterBytes = State.HEAD;
  private long remaining;
  private int headSize;

  /**
   * @param messageHeads called with each head; returns how its body is framed
   */
  public HttpStreamParser(Function<MessageHead, BodyFraming> messageHeads) {
    this.headHandler = messageHeads;
  }

  /** A start line and its headers. */
  public record MessageHead(String startLine, List<String> headers) {

    /** A header's value, or an empty string. */
    public String header(String name) {
      String wanted = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(wanted))
          .map(header -> header.substring(wanted.length()).strip())
          .findFirst()
          .orElse("");
    }

    /** How the body is framed according to the headers. */
    public BodyFraming bodyFraming(BodyFraming otherwise) {
      if (header("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
        return new BodyFraming.Chunked();
      }
      String length = header("Content-Length");
      return length.isEmpty() ? otherwise : new BodyFraming.FixedLength(Long.parseLong(length));
    }
  }

  /** Parses some bytes. Never throws; after a syntax error it ignores the rest. */
  public void accept(byte[] bytes, int length) {
    try {
      int at = 0;
      while (at < length && state != State.OPAQUE) {
        at = step(bytes, at, length);
      }
    } catch (RuntimeException notHttp) {
      state = State.OPAQUE;
    }
  }

  private int step(byte[] bytes, int from, int length) {
    if (state == State.BYTES) {
      int some = (int) Math.min(remaining, length - from);
      remaining -= some;
      if (remaining == 0) {
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
    if (headSize > MAX_HEAD_SIZE) {
      state = State.OPAQUE;
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
          var messageHead =
              new MessageHead(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
          lines.clear();
          beginBody(headHandler.apply(messageHead));
        }
      }
      case CHUNK_SIZE -> {
        remaining = Long.parseLong(whole.split(";", 2)[0].strip(), 16);
        headSize = 0;
        afterBytes = State.CHUNK_END;
        state = remaining == 0 ? State.TRAILER : State.BYTES;
      }
      case CHUNK_END -> state = State.CHUNK_SIZE;
      case TRAILER -> state = whole.isEmpty() ? State.HEAD : State.TRAILER;
      case BYTES, OPAQUE -> throw new IllegalStateException("no lines in " + state);
    }
  }

  private void beginBody(BodyFraming bodyFraming) {
    headSize = 0;
    switch (bodyFraming) {
      case BodyFraming.FixedLength(var bytes) -> {
        remaining = bytes;
        afterBytes = State.HEAD;
        state = bytes == 0 ? State.HEAD : State.BYTES;
      }
      case BodyFraming.Chunked _ -> state = State.CHUNK_SIZE;
      case BodyFraming.UntilClose _ -> state = State.OPAQUE;
    }
  }
}
