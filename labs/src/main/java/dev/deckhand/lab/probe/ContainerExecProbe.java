package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import java.time.Duration;
import java.util.List;

/** Runs a check's command in a container of an engine. */
public record ContainerExecProbe(EngineApi api) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Not there, and there but not running. */
  private static final List<Integer> NOT_RUNNING = List.of(404, 409);

  /** Looks once; never throws. Where the container does not run, nothing is seen. */
  public Observation observe(Execution subject) {
    return TimedObservation.observe(
        ApiServer.ENGINE,
        TIMEOUT,
        () -> {
          try {
            EngineExec ran =
                EngineExec.run(api, EngineApi.urlEncode(subject.target()), subject.command());
            return ExecObservationFactory.exited(ran.exitCode(), ran.output(), ran.errors());
          } catch (ApiError refusal) {
            if (NOT_RUNNING.contains(refusal.status())) {
              return ExecObservationFactory.notRunning();
            }
            throw refusal;
          }
        });
  }
}
