package dev.deckhand.lab.xray;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.start.Eyes;
import dev.deckhand.lab.start.RealLabs;
import dev.deckhand.lab.start.RealLabs.Berths;
import dev.deckhand.trace.Act;
import dev.deckhand.trace.Deed;
import dev.deckhand.trace.Outcome;
import dev.deckhand.trace.Trace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabs.class)
class ClusterXrayTest {

  private Berths berths;
  private Berths.Moored cluster;

  @BeforeEach
  void moor(Berths shared) throws InterruptedException {
    berths = shared;
    cluster = shared.cluster();
  }

  private String sh(String line) {
    return Eyes.sh(cluster.lab(), cluster.room(), line);
  }

  private String inCluster(String line) {
    String filters =
        EngineApi.filters("label", List.of(SessionRoom.LABEL + "=" + cluster.room().id()));
    JsonNode containers = berths.host().get("/containers/json?filters=" + filters);
    String id = containers.path(0).path("Id").asText();
    return EngineExec.run(berths.host(), id, List.of("sh", "-c", line)).output();
  }

  private Trace until(Instant began, String act) throws InterruptedException {
    return Exposed.until(cluster.lab(), began, trace -> Exposed.words(trace).contains(act));
  }

  @Test
  void aDeploymentGoesFromHandToHand() throws InterruptedException {
    Instant began = Instant.now();
    sh("kubectl create deployment web --image=nginx:1.27");

    Trace trace =
        Exposed.until(
            cluster.lab(),
            began,
            seen ->
                seen.acts().stream()
                    .anyMatch(act ->
                        act.deed() instanceof Deed.Reported(var thing, var standing)
                            && thing.kind().equals("Deployment")
                            && standing.equals("ready 1/1")));

    assertThat(Exposed.words(trace))
        .containsSubsequence(
            "kubectl Asked Deployment shop/web",
            "API server Created Deployment shop/web",
            "deployment controller Created ReplicaSet shop/web-*",
            "ReplicaSet controller Created Pod shop/web-*-*",
            "scheduler Bound Pod shop/web-*-*",
            "kubelet Told Pod shop/web-*-*",
            "kubelet Reported Pod shop/web-*-*",
            "ReplicaSet controller Reported ReplicaSet shop/web-*",
            "deployment controller Reported Deployment shop/web");
    assertThat(chain(trace, "scheduler Bound Pod shop/web-*-*"))
        .containsExactly(
            "scheduler Bound Pod shop/web-*-*",
            "ReplicaSet controller Created Pod shop/web-*-*",
            "deployment controller Created ReplicaSet shop/web-*",
            "API server Created Deployment shop/web",
            "kubectl Asked Deployment shop/web");
    assertThat(trace.acts())
        .filteredOn(act -> act.deed() instanceof Deed.Told)
        .extracting(act -> ((Deed.Told) act.deed()).reason())
        .containsSubsequence("Pulled", "Created", "Started");
    assertThat(trace.acts()).allMatch(act -> act.cause() < act.number());
  }

  /** An act, what led to it, what led to that, to the beginning. */
  private static List<String> chain(Trace trace, String act) {
    List<String> words = Exposed.words(trace);
    var chain = new java.util.ArrayList<String>();
    for (int at = words.indexOf(act) + 1; at > 0; at = trace.acts().get(at - 1).cause()) {
      chain.add(words.get(at - 1));
    }
    return chain;
  }

  @Test
  void aDeletionGoesDownTheFamilyAndARefusalLeadsNowhere() throws InterruptedException {
    sh("kubectl create deployment web --image=nginx:1.27");
    Instant again = Instant.now();
    sh("kubectl create deployment web --image=nginx:1.27 || true");
    Trace refused = until(again, "API server Created Deployment shop/web");

    Act answer =
        refused.acts().stream()
            .filter(act -> act.by().name().equals("API server"))
            .findFirst()
            .orElseThrow();
    assertThat(answer.outcome())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, outcome -> assertThat(outcome.status()).isEqualTo(409));

    Instant began = Instant.now();
    sh("kubectl delete deployment web --wait=false");
    Trace trace = until(began, "garbage collector Deleted Pod shop/web-*-*");

    assertThat(chain(trace, "garbage collector Deleted Pod shop/web-*-*"))
        .containsExactly(
            "garbage collector Deleted Pod shop/web-*-*",
            "garbage collector Deleted ReplicaSet shop/web-*",
            "API server Deleted Deployment shop/web",
            "kubectl Asked Deployment shop/web");
  }

  @Test
  void keepsNoSecretsAndRunsOnForNobody() throws InterruptedException {
    Instant began = Instant.now();
    sh(
        "kubectl create secret generic key --from-literal=word=sesame-open && kubectl get secret key");

    Trace trace = until(began, "API server Created Secret shop/key");

    assertThat(Exposed.words(trace)).contains("kubectl Asked Secret shop/key");
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
