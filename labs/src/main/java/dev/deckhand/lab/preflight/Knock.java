package dev.deckhand.lab.preflight;

import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
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
        .map(address -> {
          if (address.isSocket()) {
            String why = connect(Path.of(address.uri().getPath()));
            if (!why.isEmpty()) {
              return new Knock(candidate, why);
            }
          }
          try (EngineApi api = EngineApi.at(address)) {
            api.ping(PATIENCE);
            return new Knock(candidate, "");
          } catch (EngineGone gone) {
            return new Knock(candidate, inWords(gone.why()));
          } catch (EngineRefusal refusal) {
            return new Knock(candidate, "it answered " + refusal.status());
          }
        })
        .orElseGet(
            () -> new Knock(candidate, "labs use addresses of the kinds unix:// and tcp:// alone"));
  }

  private static String connect(Path path) {
    if (Files.notExists(path)) {
      return ABSENT;
    }
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      return channel.isConnected() ? "" : REFUSED;
    } catch (IOException | IllegalArgumentException failure) {
      return inWords(String.valueOf(failure.getMessage()));
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
