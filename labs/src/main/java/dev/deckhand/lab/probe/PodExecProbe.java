package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import java.time.Duration;

/**
 * Runs a check's command in a Pod: {@code pod/web}, or {@code pod/web/sidecar} for one of several
 * containers.
 *
 * @param namespace the lesson's
 */
public record PodExecProbe(KubeApi api, String namespace) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final ResourceKind PODS = new ResourceKind("v1", "Pod", "pods", true);

  /** Looks once; never throws. Where the Pod does not run, nothing is seen. */
  public Observation observe(Execution subject) {
    String[] target = subject.target().split("/", 2);
    return TimedObservation.observe(
        ApiServer.CLUSTER,
        TIMEOUT,
        () -> {
          boolean runs =
              api.find(PODS.objectPath(namespace, target[0]))
                  .map(pod -> pod.path("status").path("phase").asText().equals("Running"))
                  .orElse(false);
          if (!runs) {
            return ExecObservationFactory.notRunning();
          }
          String container = target.length > 1 ? target[1] : null;
          KubeApi.Exec ran = api.exec(namespace, target[0], container, subject.command(), TIMEOUT);
          return ran.exitCode() < 0
              ? ExecObservationFactory.notRunning()
              : ExecObservationFactory.exited(ran.exitCode(), ran.output(), ran.errors());
        });
  }
}
