package dev.deckhand.lab.preflight;

import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
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
 * @param why in a few words why not; empty where one answers
 */
record Knock(EngineCandidate candidate, String why) {

  static final String ABSENT = "there is no such socket";
  static final String DENIED = "permission denied";
  static final String REFUSED = "nobody listens there: the engine is stopped";

  private static final String SILENT = "no answer within 2 s";

  private static final byte[] PING =
      "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Of {@code HTTP/1.0 200}. */
  private static final int STATUS_LENGTH = 12;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  boolean answered() {
    return why.isEmpty();
  }

  /** Whether an engine was meant to be there: a place that does not exist says nothing. */
  boolean tells() {
    return !why.equals(ABSENT);
  }

  /** Asks; takes milliseconds where one answers, and two seconds at most. */
  static Knock on(EngineCandidate candidate) {
    return candidate
        .address()
        .map(address ->
            new Knock(
                candidate,
                address.isSocket() ? socket(Path.of(address.uri().getPath())) : client(address)))
        .orElseGet(
            () -> new Knock(candidate, "labs use addresses of the kinds unix:// and tcp:// alone"));
  }

  /** Asks by hand: every command that wants an engine waits for this, and a client is slow. */
  private static String socket(Path path) {
    if (Files.notExists(path)) {
      return ABSENT;
    }
    try {
      return Side.ask(PATIENCE, () -> ping(path)).or(SILENT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static String ping(Path path) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      channel.write(ByteBuffer.wrap(PING));
      var answer = ByteBuffer.allocate(STATUS_LENGTH);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {
        // the first line tells, and may come in pieces
      }
      String status = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
      return status.startsWith("HTTP/1.") && status.endsWith(" 200") ? "" : "no engine answers";
    } catch (IOException | IllegalArgumentException failure) {
      return inWords(String.valueOf(failure.getMessage()));
    }
  }

  private static String client(EngineAddress address) {
    try (EngineApi api = EngineApi.at(address)) {
      api.ping(PATIENCE);
      return "";
    } catch (EngineGone gone) {
      return inWords(gone.why());
    } catch (EngineRefusal refusal) {
      return "it answered " + refusal.status();
    } catch (RuntimeException unreadableKeys) {
      return inWords(String.valueOf(unreadableKeys.getMessage()));
    }
  }

  static String inWords(String message) {
    String low = message.toLowerCase(Locale.ROOT);
    if (low.contains("permission denied")) {
      return DENIED;
    }
    return low.contains("connection refused") ? REFUSED : message;
  }
}
