package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.lab.kube.Kind;
import dev.deckhand.lab.kube.KubeApi;
import java.time.Duration;

/**
 * Runs a check's command in a Pod: {@code pod/web}, or {@code pod/web/sidecar} for one of several
 * containers.
 *
 * @param namespace the lesson's
 */
public record PodCommand(KubeApi api, String namespace) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Kind PODS = new Kind("v1", "Pod", "pods", true);

  /** Looks once; never throws. Where the Pod does not run, nothing is seen. */
  public Observation look(Execution subject) {
    String[] target = subject.target().split("/", 2);
    return Patience.look(
        PATIENCE,
        () -> {
          boolean runs =
              api.find(PODS.object(namespace, target[0]))
                  .map(pod -> pod.path("status").path("phase").asText().equals("Running"))
                  .orElse(false);
          if (!runs) {
            return Ran.nowhere();
          }
          String container = target.length > 1 ? target[1] : null;
          KubeApi.Exec ran = api.exec(namespace, target[0], container, subject.command(), PATIENCE);
          return ran.exitCode() < 0
              ? Ran.nowhere()
              : Ran.seen(ran.exitCode(), ran.output(), ran.errors());
        });
  }
}
