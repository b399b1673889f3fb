package dev.deckhand.lab.probe;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import dev.deckhand.lab.observe.Observer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs a check's command in a Pod: {@code pod/web}, or {@code pod/web/sidecar} for one of several
 * containers.
 *
 * @param namespace the lesson's
 */
public record PodExecProbe(
    KubeApi api, String namespace, Function<KubernetesObject, List<String>> podCauses)
    implements Observer<Execution> {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final ResourceKind PODS = new ResourceKind("v1", "Pod", "pods", true);

  /** Returns an empty snapshot if the Pod doesn't run. */
  @Override
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

  @Override
  public List<String> causes(Execution subject) {
    String pod = subject.target().split("/", 2)[0];
    var causes = new ArrayList<String>();
    try {
      if (api.find(PODS.objectPath(namespace, pod)).isEmpty()) {
        causes.add("There is no Pod \"" + pod + "\".");
      }
      causes.addAll(podCauses.apply(new KubernetesObject("v1", "Pod", pod, null, Map.of())));
    } catch (ApiException unknown) {
      return List.of();
    }
    return causes;
  }
}
