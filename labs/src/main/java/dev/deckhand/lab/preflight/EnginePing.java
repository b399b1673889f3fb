package dev.deckhand.lab.preflight;

import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.time.BoundedCall;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What came of asking a candidate whether an engine is there.
 *
 * @param failure in a few words why not; empty where one answers
 */
record EnginePing(EngineCandidate candidate, String failure) {

  static final String NO_SOCKET = "there is no such socket";
  static final String DENIED = "permission denied";
  static final String REFUSED = "nobody listens there: the engine is stopped";

  private static final String TIMED_OUT = "no answer within 2 s";

  private static final byte[] REQUEST =
      "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Of {@code HTTP/1.0 200}. */
  private static final int STATUS_LENGTH = 12;

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  boolean answered() {
    return failure.isEmpty();
  }

  /** Whether an engine was meant to be there: a place that does not exist says nothing. */
  boolean isEngineExpected() {
    return !failure.equals(NO_SOCKET);
  }

  /** Asks; takes milliseconds where one answers, and two seconds at most. */
  static EnginePing send(EngineCandidate candidate) {
    return candidate
        .address()
        .map(address ->
            new EnginePing(
                candidate,
                address.isSocket()
                    ? pingSocket(Path.of(address.uri().getPath()))
                    : pingClient(address)))
        .orElseGet(() ->
            new EnginePing(candidate, "labs use addresses of the kinds unix:// and tcp:// alone"));
  }

  /** Asks by hand: every command that wants an engine waits for this, and a client is slow. */
  private static String pingSocket(Path path) {
    if (Files.notExists(path)) {
      return NO_SOCKET;
    }
    try {
      return BoundedCall.start("preflight", TIMEOUT, () -> ping(path)).resultOr(TIMED_OUT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static String ping(Path path) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      channel.write(ByteBuffer.wrap(REQUEST));
      var answer = ByteBuffer.allocate(STATUS_LENGTH);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // the first line tells, and may come in pieces
      }
      String status = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
      return status.startsWith("HTTP/1.") && status.endsWith(" 200") ? "" : "no engine answers";
    } catch (IOException | IllegalArgumentException failure) {
      return describe(String.valueOf(failure.getMessage()));
    }
  }

  private static String pingClient(EngineAddress address) {
    try (EngineApi api = EngineApi.at(address)) {
      api.ping(TIMEOUT);
      return "";
    } catch (ApiUnavailable gone) {
      return describe(gone.message());
    } catch (ApiError refusal) {
      return "it answered " + refusal.status();
    } catch (RuntimeException unreadableKeys) {
      return describe(String.valueOf(unreadableKeys.getMessage()));
    }
  }

  static String describe(String message) {
    String low = message.toLowerCase(Locale.ROOT);
    if (low.contains("permission denied")) {
      return DENIED;
    }
    return low.contains("connection refused") ? REFUSED : message;
  }
}
