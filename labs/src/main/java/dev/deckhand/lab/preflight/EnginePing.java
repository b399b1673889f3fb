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
 * The result of a ping to a candidate.
 *
 * @param failure why no engine answered, in a few words; empty if one did
 */
record EnginePing(EngineCandidate candidate, String failure) {

  static final String NO_SOCKET = "there is no such socket";
  static final String DENIED = "permission denied";
  static final String REFUSED = "the connection was refused: the engine isn't running";

  private static final byte[] REQUEST =
      "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Docker since 1.12 and Podman send this header. */
  private static final String ENGINE_HEADER = "\napi-version:";

  static final String NO_ENGINE = "something answers there, but it isn't a Docker engine";

  /** An answer to a ping is much shorter. */
  private static final int MAX_ANSWER = 8192;

  private static String timedOut(Duration timeout) {
    return "no answer within " + timeout.toSeconds() + " s";
  }

  /** Whether the engine accepted the connection, but did not answer. */
  boolean isTimeout(Duration timeout) {
    return failure.equals(timedOut(timeout));
  }

  boolean answered() {
    return failure.isEmpty();
  }

  /** Whether an engine is expected there: if the socket doesn't exist, none is. */
  boolean isEngineExpected() {
    return !failure.equals(NO_SOCKET);
  }

  /**
   * Sends a ping and waits for the answer.
   *
   * @param timeout how long to wait for the answer
   */
  static EnginePing send(EngineCandidate candidate, Duration timeout) {
    return candidate
        .address()
        .map(address ->
            new EnginePing(
                candidate,
                address.isSocket()
                    ? pingSocket(Path.of(address.uri().getPath()), timeout)
                    : pingClient(address, timeout)))
        .orElseGet(() -> new EnginePing(candidate, candidate.problem()));
  }

  /**
   * Uses no HTTP client, because creating one is slow, and every command that needs an engine waits
   * for this.
   */
  private static String pingSocket(Path path, Duration timeout) {
    if (Files.notExists(path)) {
      return NO_SOCKET;
    }
    try {
      return BoundedCall.start("preflight", timeout, () -> ping(path)).resultOr(timedOut(timeout));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static String ping(Path path) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      channel.write(ByteBuffer.wrap(REQUEST));
      var answer = ByteBuffer.allocate(MAX_ANSWER);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // the server closes the connection after its answer: the request is HTTP/1.0
      }
      return interpret(new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII));
    } catch (IOException | IllegalArgumentException failure) {
      return describe(String.valueOf(failure.getMessage()));
    }
  }

  /** Returns why an answer isn't an engine's, or an empty string if it is. */
  static String interpret(String answer) {
    if (!answer.startsWith("HTTP/1.")) {
      return answer.isEmpty() ? "the connection was closed without an answer" : NO_ENGINE;
    }
    String[] status = answer.lines().findFirst().orElse("").split(" ", 3);
    int end = answer.indexOf("\r\n\r\n");
    String head = end < 0 ? answer : answer.substring(0, end);
    if (!head.toLowerCase(Locale.ROOT).contains(ENGINE_HEADER)) {
      return NO_ENGINE;
    }
    return status.length > 1 && status[1].equals("200") ? "" : "it answered " + status[1];
  }

  private static String pingClient(EngineAddress address, Duration timeout) {
    try (EngineApi api = EngineApi.at(address)) {
      return api.ping(timeout) ? "" : NO_ENGINE;
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
