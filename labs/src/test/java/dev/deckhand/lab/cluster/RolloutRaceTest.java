package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.document.BlockReadResult;
import dev.deckhand.check.document.CheckBlock;
import dev.deckhand.check.document.CheckReader;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The race of kubernetes/kubectl#962, on a cluster: old Pods are ready while new ones never are.
 */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class RolloutRaceTest {
  private static final CelEvaluator EXPRESSIONS = new CelEvaluator();

  private SharedLabs.OpenedLab cluster;

  @BeforeEach
  void open(SharedLabs shared) throws InterruptedException {
    cluster = shared.cluster();
  }

  private static Check check(String image, String readiness) {
    var place = new SourcePosition("race.adoc", 1);
    var block =
        new CheckBlock(
            "1.1",
            "Two are ready",
            Map.of(),
            Set.of(),
            place,
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: front}
            spec:
              replicas: 2
              template: {spec: {containers: [{image: "%s"}]}}
            status: {%s}
            """
                .formatted(image, readiness),
            place);
    return new CheckReader(EXPRESSIONS).check(block) instanceof BlockReadResult.Valid<Check> read
        ? read.value()
        : Assertions.fail("the check cannot be read");
  }

  @Test
  void readyPodsOfTheOldTemplateNeverPass() {
    sh("kubectl create deployment front --image=nginx:1.30 --replicas=2");
    Check before = check("nginx:1.30", "readyReplicas: 2");
    Subject front = before.expectations().getFirst().subject();
    LabObservations.await(
        cluster.lab(), front, seen -> verdict(before, seen) instanceof Verdict.Passed);
    List<Check> after =
        List.of(
            check("nginx:1.31", "readyReplicas: 2"),
            check("nginx:1.31", "availableReplicas: 2"),
            check("nginx:1.31", "conditions: [{type: Available, status: \"True\"}]"));
    var passed = new ConcurrentLinkedQueue<Check>();

    sh(
        "kubectl patch deployment front -p '{\"spec\":{\"template\":{\"spec\":{\"containers\":["
            + "{\"name\":\"nginx\",\"image\":\"nginx:1.31\",\"resources\":{\"requests\":"
            + "{\"memory\":\"900Gi\"}}}]}}}}'");
    LabObservations.await(
        cluster.lab(),
        front,
        seen -> {
          after.stream()
              .filter(one -> verdict(one, seen) instanceof Verdict.Passed)
              .forEach(passed::add);
          return LabObservations.first(object ->
                  object.at("status", "updatedReplicas").text().equals("1")
                      && object.at("status", "readyReplicas").text().equals("2")
                      && object
                          .at("metadata", "generation")
                          .equals(object.at("status", "observedGeneration")))
              .test(seen);
        });

    assertThat(passed).isEmpty();
  }

  private static Verdict verdict(Check check, Observation seen) {
    Subject subject = check.expectations().getFirst().subject();
    return new Judge(EXPRESSIONS).judge(check, new Evidence(Map.of(subject, seen), Map.of()));
  }

  private void sh(String line) {
    LabObservations.sh(cluster.lab(), cluster.folder(), line);
  }
}
