package dev.deckhand.lab.preflight;

import dev.deckhand.lab.docker.EngineAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an engine was looked for.
 *
 * @param knocks one for each place, in order; the last one answered, or none did
 */
public record EngineSearch(List<Knock> knocks) {

  /** Where Docker is, unless somebody put it elsewhere. */
  private static final EngineAddress USUAL = EngineAddress.socket(Path.of("/var/run/docker.sock"));

  public EngineSearch {
    knocks = List.copyOf(knocks);
  }

  /** Looks for an engine: milliseconds where one answers, two seconds a place at worst. */
  public static EngineSearch on(Machine machine) {
    var knocks = new ArrayList<Knock>();
    for (EngineCandidate candidate : EngineCandidates.of(machine)) {
      Knock knock = Knock.on(candidate);
      knocks.add(knock);
      if (knock.answered()) {
        break;
      }
    }
    return new EngineSearch(knocks);
  }

  /** The engine that answers. */
  public Optional<EngineAddress> engine() {
    return answered().flatMap(knock -> knock.candidate().address());
  }

  /** The engine that answers, else the one that most likely should. */
  public EngineAddress address() {
    return engine()
        .or(() -> likeliest().flatMap(knock -> knock.candidate().address()))
        .orElse(USUAL);
  }

  Optional<Knock> answered() {
    return knocks.stream().filter(Knock::answered).findFirst();
  }

  /** The first place that has something to tell: one that refuses, or DOCKER_HOST. */
  Optional<Knock> likeliest() {
    return knocks.stream()
        .filter(knock -> knock.tells() || knock.candidate().source().equals("DOCKER_HOST"))
        .findFirst();
  }
}
