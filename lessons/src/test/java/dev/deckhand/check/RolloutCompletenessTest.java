package dev.deckhand.check;

import static dev.deckhand.check.CheckFixture.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readiness is that of the template which the document names. */
class RolloutCompletenessTest {
  private static final String IMAGE =
      "spec: {template: {spec: {containers: [{image: \"nginx:1.30\"}]}}}\n";
  private static final String READY = "status:\n  (self.readyReplicas == 2): true\n";
  private static final String AVAILABLE =
      "status: {conditions: [{type: Available, status: \"True\"}]}\n";

  private static String head(String kind) {
    String apiVersion = kind.equals("ReplicationController") ? "v1" : "apps/v1";
    return "apiVersion: %s\nkind: %s\nmetadata: {name: front}\n".formatted(apiVersion, kind);
  }

  /** A workload whose template has the image, with the rest of its spec and its status. */
  private static String workload(String spec, String status) {
    return """
    metadata: {name: front, generation: 2, labels: {app: front}}
    spec: {%s, template: {spec: {containers: [{name: nginx, image: "nginx:1.30"}]}}}
    status: {observedGeneration: 2, %s}
    """
        .formatted(spec, status);
  }

  /**
   * kubernetes/kubectl#962 by one patch of image and memory: the new Pod cannot be scheduled, and
   * both that are ready run the old image.
   */
  private static final String STUCK =
      workload(
          "replicas: 2",
          "replicas: 3, updatedReplicas: 1, readyReplicas: 2, availableReplicas: 2,"
              + " unavailableReplicas: 1, conditions: [{type: Available, status: \"True\"}, {type:"
              + " Progressing, status: \"True\"}]");

  @ParameterizedTest
  @ValueSource(
      strings = {
        READY,
        AVAILABLE,
        "status: {readyReplicas: 2}",
        "status: {availableReplicas: 2}",
        "(self.status.readyReplicas == self.spec.replicas): true",
        "status:\n"
            + "  (self.conditions.exists(c, c.type == \"Available\" && c.status == \"True\")):"
            + " true",
        "status:\n  (self.readyReplicas == 2 && self.updatedReplicas >= 1): true",
      })
  void podsOfAnOldTemplateAreNotReadyPodsOfTheNewOne(String readiness) {
    assertThat(sentences(CheckFixture.of(head("Deployment") + IMAGE + readiness).verdictOn(STUCK)))
        .containsExactly(
            "Deployment \"front\": status.updatedReplicas is 1, expected 2, when the roll-out is"
                + " complete");
  }

  @Test
  void aTemplateThatIsReadInAnExpressionCountsToo() {
    assertThat(
            CheckFixture.of(
                    head("Deployment")
                        + "(self.spec.template.spec.containers[0].image == \"nginx:1.30\"): true\n"
                        + READY)
                .verdictOn(STUCK))
        .isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {READY, AVAILABLE})
  void withoutAFieldOfTheTemplateAnyReadyPodCounts(String readiness) {
    assertThat(CheckFixture.of(head("Deployment") + readiness).verdictOn(STUCK))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void withoutReadinessTheTemplateIsEnough() {
    assertThat(CheckFixture.of(head("Deployment") + IMAGE).verdictOn(STUCK))
        .isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status: {readyReplicas: 2, unavailableReplicas: 1}",
        "status: {readyReplicas: 2, conditions: [{type: Progressing, status: \"True\"}]}",
      })
  void aCheckOfAStuckRollOutIsTakenAtItsWord(String status) {
    assertThat(CheckFixture.of(head("Deployment") + IMAGE + status).verdictOn(STUCK))
        .isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status: {readyReplicas: null}",
        "status:\n  (!has(self.readyReplicas)): true",
        "status: {conditions: [{type: Available, status: \"False\"}]}",
      })
  void aCheckThatNothingIsReadyNeedsNoRollOut(String status) {
    String broken =
        workload(
            "replicas: 2",
            "replicas: 2, updatedReplicas: 2, conditions: [{type: Available, status: \"False\"}]");
    assertThat(CheckFixture.of(head("Deployment") + IMAGE + status).verdictOn(broken))
        .isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Deployment  | replicas: 2 | updatedReplicas: 2, replicas: 2, readyReplicas: 2 | ",
        "Deployment  | replicas: 2 | updatedReplicas: 1, replicas: 3, readyReplicas: 2 |"
            + " status.updatedReplicas is 1",
        "Deployment  | replicas: 2 | replicas: 2, readyReplicas: 2                     |"
            + " status.updatedReplicas is 0",
        "Deployment  | replicas: 2 | updatedReplicas: 2, replicas: 3, readyReplicas: 2 |"
            + " status.replicas is 3",
        "Deployment  | replicas: 3 | updatedReplicas: 3, replicas: 3, readyReplicas: 2 |"
            + " status.readyReplicas is 2",
        "StatefulSet | replicas: 2 | updatedReplicas: 2, replicas: 2, readyReplicas: 2 | ",
        "StatefulSet | replicas: 2 | updatedReplicas: 1, replicas: 2, readyReplicas: 2 |"
            + " status.updatedReplicas is 1",
        "StatefulSet | replicas: 3 | updatedReplicas: 3, replicas: 3, readyReplicas: 2 |"
            + " status.readyReplicas is 2",
        "StatefulSet | 'replicas: 2, updateStrategy: {rollingUpdate: {partition: 1}}' |"
            + " updatedReplicas: 1, replicas: 2, readyReplicas: 2 | ",
        "StatefulSet | 'replicas: 2, updateStrategy: {rollingUpdate: {partition: 1}}' | replicas:"
            + " 2, readyReplicas: 2 | status.updatedReplicas is 0",
        "ReplicaSet  | replicas: 2 | replicas: 2, readyReplicas: 2                     | ",
        "ReplicaSet  | replicas: 3 | replicas: 3, readyReplicas: 2                     |"
            + " status.readyReplicas is 2",
        "ReplicationController | replicas: 3 | replicas: 3, readyReplicas: 2           |"
            + " status.readyReplicas is 2",
      })
  void theNumbersOfEachKindMustAgree(String kind, String spec, String status, String missing) {
    Verdict verdict = CheckFixture.of(head(kind) + IMAGE + READY).verdictOn(workload(spec, status));
    if (missing == null) {
      assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    } else {
      assertThat(sentences(verdict)).singleElement().asString().contains(missing + ", expected");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "desiredNumberScheduled: 2, updatedNumberScheduled: 2, numberReady: 2 | ",
        "desiredNumberScheduled: 2, updatedNumberScheduled: 1, numberReady: 2 |"
            + " status.updatedNumberScheduled is 1",
        "desiredNumberScheduled: 2, numberReady: 2                            |"
            + " status.updatedNumberScheduled is 0",
        "desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberReady: 2 | status.numberReady"
            + " is 2",
      })
  void aDaemonSetHasAPodOfTheTemplateOnEachNode(String status, String missing) {
    Verdict verdict =
        CheckFixture.of(head("DaemonSet") + IMAGE + "status: {numberReady: 2}")
            .verdictOn(workload("minReadySeconds: 0", status));
    if (missing == null) {
      assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    } else {
      assertThat(sentences(verdict)).singleElement().asString().contains(missing + ", expected");
    }
  }

  @Test
  void theGenerationMustBeObserved() {
    String unseen =
        """
        metadata: {name: front, generation: 3}
        spec: {replicas: 2, template: {spec: {containers: [{image: "nginx:1.30"}]}}}
        status: {observedGeneration: 2, replicas: 2, updatedReplicas: 2, readyReplicas: 2}
        """;
    assertThat(CheckFixture.of(head("Deployment") + IMAGE + READY).verdictOn(unseen))
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void aJobHasNoRollOut() {
    String job = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: front}\n" + IMAGE;
    assertThat(
            CheckFixture.of(job + "status: {ready: 1}")
                .verdictOn(workload("parallelism: 2", "active: 2, ready: 1")))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void anObjectWithoutANameCountsWhenItsRollOutIsComplete() {
    String any =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {labels: {app: front}}\n" + IMAGE + READY;
    String done = workload("replicas: 2", "replicas: 2, updatedReplicas: 2, readyReplicas: 2");
    assertThat(CheckFixture.of(any).verdictOn(STUCK)).isInstanceOf(Verdict.Failed.class);
    assertThat(CheckFixture.of(any).verdictOn(STUCK, done)).isInstanceOf(Verdict.Passed.class);
    assertThat(CheckFixture.of(any, Map.of("expect", "absent")).verdictOn(STUCK))
        .isInstanceOf(Verdict.Failed.class);
  }
}
