package dev.deckhand.lab.xray;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.trace.ActionOutcome;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.TraceAction;
import dev.deckhand.trace.TraceEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ClusterXrayTest {

  private SharedLabs sharedLabs;
  private SharedLabs.OpenedLab cluster;

  @BeforeEach
  void moor(SharedLabs shared) throws InterruptedException {
    sharedLabs = shared;
    cluster = shared.cluster();
  }

  private String sh(String line) {
    return LabObservations.sh(cluster.lab(), cluster.folder(), line);
  }

  private String inCluster(String line) {
    String filters =
        EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + cluster.folder().id()));
    JsonNode containers = sharedLabs.host().get("/containers/json?filters=" + filters);
    String id = containers.path(0).path("Id").asText();
    return EngineExec.run(sharedLabs.host(), id, List.of("sh", "-c", line)).output();
  }

  private Trace until(Instant began, String act) throws InterruptedException {
    return TraceRecording.awaitTrace(
        cluster.lab(), began, trace -> TraceRecording.describeActs(trace).contains(act));
  }

  @Test
  void aDeploymentGoesFromHandToHand() throws InterruptedException {
    Instant began = Instant.now();
    sh("kubectl create deployment web --image=nginx:1.30");

    Trace trace =
        TraceRecording.awaitTrace(
            cluster.lab(),
            began,
            seen ->
                seen.events().stream()
                    .anyMatch(traceEvent ->
                        traceEvent.action()
                                instanceof
                                TraceAction.StatusReported(var objectReference, var standing)
                            && objectReference.kind().equals("Deployment")
                            && standing.equals("ready 1/1")));

    assertThat(TraceRecording.describeActs(trace))
        .containsSubsequence(
            "kubectl Requested Deployment shop/web",
            "API server Created Deployment shop/web",
            "deployment controller Created ReplicaSet shop/web-*",
            "ReplicaSet controller Created Pod shop/web-*-*",
            "scheduler Bound Pod shop/web-*-*",
            "kubelet EventReported Pod shop/web-*-*",
            "kubelet StatusReported Pod shop/web-*-*",
            "ReplicaSet controller StatusReported ReplicaSet shop/web-*",
            "deployment controller StatusReported Deployment shop/web");
    assertThat(chain(trace, "scheduler Bound Pod shop/web-*-*"))
        .containsExactly(
            "scheduler Bound Pod shop/web-*-*",
            "ReplicaSet controller Created Pod shop/web-*-*",
            "deployment controller Created ReplicaSet shop/web-*",
            "API server Created Deployment shop/web",
            "kubectl Requested Deployment shop/web");
    assertThat(trace.events())
        .filteredOn(traceEvent -> traceEvent.action() instanceof TraceAction.EventReported)
        .extracting(traceEvent -> ((TraceAction.EventReported) traceEvent.action()).reason())
        .containsSubsequence("Pulled", "Created", "Started");
    assertThat(trace.events()).allMatch(traceEvent -> traceEvent.cause() < traceEvent.number());
  }

  /** An act, what led to it, what led to that, to the beginning. */
  private static List<String> chain(Trace trace, String act) {
    List<String> words = TraceRecording.describeActs(trace);
    var chain = new java.util.ArrayList<String>();
    for (int at = words.indexOf(act) + 1; at > 0; at = trace.events().get(at - 1).cause()) {
      chain.add(words.get(at - 1));
    }
    return chain;
  }

  @Test
  void aDeletionGoesDownTheFamilyAndARefusalLeadsNowhere() throws InterruptedException {
    sh("kubectl create deployment web --image=nginx:1.30");
    Instant again = Instant.now();
    sh("kubectl create deployment web --image=nginx:1.30 || true");
    Trace refused = until(again, "API server Created Deployment shop/web");

    TraceEvent answer =
        refused.events().stream()
            .filter(traceEvent -> traceEvent.actor().name().equals("API server"))
            .findFirst()
            .orElseThrow();
    assertThat(answer.outcome())
        .isInstanceOfSatisfying(
            ActionOutcome.Refused.class, outcome -> assertThat(outcome.status()).isEqualTo(409));

    Instant began = Instant.now();
    sh("kubectl delete deployment web --wait=false");
    Trace trace = until(began, "garbage collector Deleted Pod shop/web-*-*");

    assertThat(chain(trace, "garbage collector Deleted Pod shop/web-*-*"))
        .containsExactly(
            "garbage collector Deleted Pod shop/web-*-*",
            "garbage collector Deleted ReplicaSet shop/web-*",
            "API server Deleted Deployment shop/web",
            "kubectl Requested Deployment shop/web");
  }

  @Test
  void keepsNoSecretsAndRunsOnForNobody() throws InterruptedException {
    Instant began = Instant.now();
    sh(
        "kubectl create secret generic key --from-literal=word=sesame-open && kubectl get secret key");

    Trace trace = until(began, "API server Created Secret shop/key");

    assertThat(TraceRecording.describeActs(trace)).contains("kubectl Requested Secret shop/key");
    assertThat(inCluster("grep -c audit.k8s.io /var/log/deckhand/audit.log").strip())
        .isNotEqualTo("0");
    String coded =
        java.util.Base64.getEncoder()
            .encodeToString("sesame-open".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(inCluster("cat /var/log/deckhand/*"))
        .doesNotContain("sesame-open")
        .doesNotContain(coded);
    long end = System.nanoTime() + 10_000_000_000L;
    String tails = " ";
    while (!tails.isEmpty() && System.nanoTime() < end) {
      tails = inCluster("grep -l '^tail' /proc/[0-9]*/comm 2>/dev/null; true").strip();
    }
    assertThat(tails).as("nobody listens any more").isEmpty();
  }
}
