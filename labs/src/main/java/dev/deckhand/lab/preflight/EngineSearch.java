package dev.deckhand.lab.preflight;

import dev.deckhand.lab.docker.EngineAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an engine was looked for.
 *
 * @param pings one for each place, in order; the last one answered, or none did
 */
public record EngineSearch(List<EnginePing> pings) {

  /** Where Docker is, unless somebody put it elsewhere. */
  private static final EngineAddress DEFAULT_ADDRESS =
      EngineAddress.socket(Path.of("/var/run/docker.sock"));

  public EngineSearch {
    pings = List.copyOf(pings);
  }

  /** Looks for an engine: milliseconds where one answers, two seconds a place at worst. */
  public static EngineSearch run(HostMachine hostMachine) {
    var enginePings = new ArrayList<EnginePing>();
    for (EngineCandidate candidate : EngineCandidates.of(hostMachine)) {
      EnginePing enginePing = EnginePing.send(candidate);
      enginePings.add(enginePing);
      if (enginePing.answered()) {
        break;
      }
    }
    return new EngineSearch(enginePings);
  }

  /** The engine that answers. */
  public Optional<EngineAddress> engine() {
    return answered().flatMap(enginePing -> enginePing.candidate().address());
  }

  /** The engine that answers, else the one that most likely should. */
  public EngineAddress address() {
    return engine()
        .or(() -> mostLikely().flatMap(enginePing -> enginePing.candidate().address()))
        .orElse(DEFAULT_ADDRESS);
  }

  Optional<EnginePing> answered() {
    return pings.stream().filter(EnginePing::answered).findFirst();
  }

  /** The first place that has something to tell: one that refuses, or DOCKER_HOST. */
  Optional<EnginePing> mostLikely() {
    return pings.stream()
        .filter(enginePing ->
            enginePing.isEngineExpected() || enginePing.candidate().source().equals("DOCKER_HOST"))
        .findFirst();
  }
}
