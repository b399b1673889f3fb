package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.observe.Observer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Runs a check's command in a container of an engine. */
public record ContainerExecProbe(EngineApi api, Function<String, List<String>> containerCauses)
    implements Observer<Execution> {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** The container doesn't exist, or doesn't run. */
  private static final List<Integer> NOT_RUNNING = List.of(404, 409);

  /** Returns an empty snapshot if the container doesn't run. */
  @Override
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

  @Override
  public List<String> causes(Execution subject) {
    String name = subject.target();
    try {
      return api.find("/containers/" + EngineApi.urlEncode(name) + "/json").isPresent()
          ? containerCauses.apply(name)
          : List.of("There is no container \"" + name + "\".");
    } catch (ApiException unknown) {
      return List.of();
    }
  }
}
