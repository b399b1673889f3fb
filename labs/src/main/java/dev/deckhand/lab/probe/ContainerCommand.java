package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.docker.EngineRefusal;
import java.time.Duration;
import java.util.List;

/** Runs a check's command in a container of an engine. */
public record ContainerCommand(EngineApi api) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Not there, and there but not running. */
  private static final List<Integer> NOWHERE = List.of(404, 409);

  /** Looks once; never throws. Where the container does not run, nothing is seen. */
  public Observation look(Execution subject) {
    return Patience.look(
        PATIENCE,
        () -> {
          try {
            EngineExec ran =
                EngineExec.run(api, EngineApi.quoted(subject.target()), subject.command());
            return Ran.seen(ran.exitCode(), ran.output(), ran.errors());
          } catch (EngineRefusal refusal) {
            if (NOWHERE.contains(refusal.status())) {
              return Ran.nowhere();
            }
            throw refusal;
          }
        });
  }
}
