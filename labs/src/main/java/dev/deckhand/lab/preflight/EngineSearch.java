package dev.deckhand.lab.preflight;

import dev.deckhand.lab.docker.EngineAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of a search for an engine.
 *
 * @param pings one for each place, in order; the last one was answered, or none was
 * @param contextProblem why the docker command's own context can't be read, as part of a sentence;
 *     empty if it can
 */
public record EngineSearch(List<EnginePing> pings, String contextProblem) {

  /** Docker's default address. */
  private static final EngineAddress DEFAULT_ADDRESS =
      EngineAddress.socket(Path.of("/var/run/docker.sock"));

  private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration SECOND_TIMEOUT = Duration.ofSeconds(10);

  public EngineSearch {
    pings = List.copyOf(pings);
  }

  /**
   * Looks for an engine. Takes milliseconds if one answers at once. A place that doesn't answer
   * doesn't delay the next one for long; only if no place answers at all do they get more time,
   * since a busy engine may take seconds.
   */
  public static EngineSearch run(HostMachine hostMachine) {
    boolean chosen = !hostMachine.variable("DOCKER_HOST").isEmpty();
    DockerContext context =
        chosen ? new DockerContext(Optional.empty(), "") : DockerContext.current(hostMachine);
    var first = new ArrayList<EnginePing>();
    for (EngineCandidate candidate : EngineCandidates.of(hostMachine, context)) {
      EnginePing ping = EnginePing.send(candidate, FIRST_TIMEOUT);
      first.add(ping);
      if (ping.answered()) {
        return new EngineSearch(first, context.problem());
      }
    }
    var second = new ArrayList<EnginePing>();
    for (EnginePing ping : first) {
      EnginePing again =
          ping.isTimeout(FIRST_TIMEOUT) ? EnginePing.send(ping.candidate(), SECOND_TIMEOUT) : ping;
      second.add(again);
      if (again.answered()) {
        break;
      }
    }
    return new EngineSearch(second, context.problem());
  }

  /** The engine that answers. */
  public Optional<EngineAddress> engine() {
    return answered().flatMap(ping -> ping.candidate().address());
  }

  /** The engine that answers, or the one that most likely should. */
  public EngineAddress address() {
    return engine()
        .or(() -> mostLikely().flatMap(ping -> ping.candidate().address()))
        .orElse(DEFAULT_ADDRESS);
  }

  Optional<EnginePing> answered() {
    return pings.stream().filter(EnginePing::answered).findFirst();
  }

  /** The first place where an engine is expected, or that of DOCKER_HOST. */
  Optional<EnginePing> mostLikely() {
    return pings.stream()
        .filter(ping -> ping.isEngineExpected() || ping.candidate().source().equals("DOCKER_HOST"))
        .findFirst();
  }

  /**
   * Why the docker command's own context isn't used, as part of a sentence: the command itself
   * would fail. Empty if the context is used, or is the default one.
   */
  Optional<String> unusedContext() {
    if (!contextProblem.isEmpty()) {
      return Optional.of(contextProblem);
    }
    return pings.stream()
        .filter(ping -> ping.candidate().source().startsWith(DockerContext.SOURCE))
        .filter(ping -> !ping.answered())
        .findFirst()
        .map(ping ->
            ping.candidate().source()
                + " points at "
                + ping.candidate().uri()
                + ": "
                + ping.failure());
  }
}
