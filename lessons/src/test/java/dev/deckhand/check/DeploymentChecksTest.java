package dev.deckhand.check;

import static dev.deckhand.check.CheckFixture.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checks of the lesson about Deployments, against objects as a cluster has them. */
class DeploymentChecksTest {
  private static final String HEAD =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: front}
      """;

  private static String deployment(String image, int wanted, int updated, int ready, int all) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: front
      namespace: shop
      uid: d-1
      labels: {app: front}
      annotations: {deployment.kubernetes.io/revision: "2"}
    spec:
      replicas: %d
      selector: {matchLabels: {app: front}}
      template:
        metadata: {labels: {app: front}}
        spec:
          containers:
          - {name: nginx, image: "%s", imagePullPolicy: IfNotPresent, resources: {}}
    status: {observedGeneration: 2, replicas: %d, updatedReplicas: %d, readyReplicas: %d}
    """
        .formatted(wanted, image, all, updated, ready);
  }

  private static String pod(String name, String uid, String phase) {
    return "metadata: {name: %s, uid: %s, labels: {app: front}}\nstatus: {phase: %s}"
        .formatted(name, uid, phase);
  }

  private static CheckFixture twoReady() {
    return CheckFixture.of(
        HEAD
            + """
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - image: nginx:1.30
            status:
              (self.readyReplicas == 2): true
            """,
        Map.of("within", "60s"));
  }

  @Test
  void twoReadyReplicasPass() {
    assertThat(twoReady().verdictOn(deployment("nginx:1.30", 2, 2, 2, 2)))
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void theDeploymentThatIsNotThereIsNamed() {
    assertThat(sentences(twoReady().verdictOn()))
        .containsExactly("Deployment \"front\": does not exist, expected to exist");
  }

  @Test
  void anImageThatDoesNotExistShowsInImageAndReadiness() {
    assertThat(sentences(twoReady().verdictOn(deployment("nginx:1.30-no-such", 2, 2, 0, 2))))
        .containsExactly(
            "Deployment \"front\": spec.template.spec.containers[nginx].image is nginx:1.30-no-such,"
                + " expected nginx:1.30",
            "Deployment \"front\": status.readyReplicas is 0, expected self.readyReplicas == 2");
  }

  @Test
  void statusThatIsNotThereYetIsUnmetAndNoError() {
    assertThat(
            sentences(
                twoReady()
                    .verdictOn(
                        "spec: {replicas: 2, template: {spec: {containers: [{name: a, image: 'nginx:1.30'}]}}}\nstatus: {replicas: 2}")))
        .containsExactly(
            "Deployment \"front\": status.readyReplicas is not there, expected self.readyReplicas == 2");
  }

  private static CheckFixture anotherPod() {
    return CheckFixture.of(
        """
        apiVersion: v1
        kind: Pod
        metadata: {labels: {app: front}}
        status: {phase: Running}
        (before.size() > 0 && before.all(pod, pod.metadata.uid != self.metadata.uid)): true
        """);
  }

  @Test
  void aPodThatWasNotThereBeforePasses() {
    var checkFixture =
        anotherPod().before(pod("front-a", "1", "Running"), pod("front-b", "2", "Running"));

    assertThat(
            checkFixture.verdictOn(pod("front-a", "1", "Running"), pod("front-c", "3", "Running")))
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void theSamePodsFail() {
    var checkFixture =
        anotherPod().before(pod("front-a", "1", "Running"), pod("front-b", "2", "Running"));

    assertThat(
            sentences(
                checkFixture.verdictOn(
                    pod("front-a", "1", "Running"), pod("front-b", "2", "Running"))))
        .singleElement()
        .asString()
        .startsWith("Pod \"front-a\": metadata.uid is ")
        .contains("was a list of 2 when the step began");
  }

  @Test
  void aNewPodThatIsNotRunningIsTheNearest() {
    var checkFixture = anotherPod().before(pod("front-a", "1", "Running"));

    assertThat(sentences(checkFixture.verdictOn(pod("front-c", "3", "Pending"))))
        .containsExactly("Pod \"front-c\": status.phase is Pending, expected Running");
  }

  @Test
  void noPodAtAllIsSaidWithTheLabels() {
    assertThat(sentences(anotherPod().before(pod("front-a", "1", "Running")).verdictOn()))
        .containsExactly("Pod with app=front: there is none, expected at least 1");
  }

  private static CheckFixture sameDeployment() {
    return CheckFixture.of(
        HEAD
            + """
            (before != null && self.metadata.uid == before.metadata.uid): true
            spec: {replicas: 2}
            """);
  }

  @Test
  void theSameDeploymentIsKept() {
    String front = deployment("nginx:1.30", 2, 2, 2, 2);

    assertThat(sameDeployment().before(front).verdictOn(front)).isEqualTo(new Verdict.Passed());
  }

  @Test
  void aDeploymentMadeAgainIsAnother() {
    String front = deployment("nginx:1.30", 2, 2, 2, 2);

    assertThat(sentences(sameDeployment().before(front.replace("d-1", "d-0")).verdictOn(front)))
        .containsExactly(
            "Deployment \"front\": metadata.uid is d-1, metadata.uid was d-0 when the step began,"
                + " expected self.metadata.uid == before.metadata.uid");
  }

  @Test
  void aDeploymentThatWasNotThereBeforeIsNotKept() {
    assertThat(sentences(sameDeployment().verdictOn(deployment("nginx:1.30", 2, 2, 2, 2))))
        .containsExactly(
            "Deployment \"front\": was not there when the step began, expected before != null");
  }

  @Test
  void aRolloutThatIsHalfDoneNamesWhatIsBehind() {
    var checkFixture =
        CheckFixture.of(
            HEAD
                + """
                spec: {template: {spec: {containers: [{image: 'nginx:1.31'}]}}}
                status:
                  (self.updatedReplicas == 5 && self.readyReplicas == 5 && self.replicas == 5): true
                """);

    assertThat(checkFixture.verdictOn(deployment("nginx:1.31", 5, 5, 5, 5)))
        .isEqualTo(new Verdict.Passed());
    assertThat(sentences(checkFixture.verdictOn(deployment("nginx:1.31", 5, 3, 4, 6))))
        .containsExactly(
            "Deployment \"front\": status.updatedReplicas is 3, expected self.updatedReplicas == 5",
            "Deployment \"front\": status.readyReplicas is 4, expected self.readyReplicas == 5",
            "Deployment \"front\": status.replicas is 6, expected self.replicas == 5");
  }

  @Test
  void theOldReplicaSetIsFoundAmongOthers() {
    var checkFixture =
        CheckFixture.of(
            """
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: {labels: {app: front}}
            spec: {replicas: 0, template: {spec: {containers: [{image: 'nginx:1.30'}]}}}
            """);
    String form =
        "metadata: {name: %s, labels: {app: front}}\n"
            + "spec: {replicas: %d, template: {spec: {containers: [{name: nginx, image: '%s'}]}}}";
    String fresh = form.formatted("front-new", 5, "nginx:1.31");

    assertThat(checkFixture.verdictOn(fresh, form.formatted("front-old", 0, "nginx:1.30")))
        .isEqualTo(new Verdict.Passed());
    assertThat(
            sentences(checkFixture.verdictOn(fresh, form.formatted("front-old", 2, "nginx:1.30"))))
        .containsExactly("ReplicaSet \"front-old\": spec.replicas is 2, expected 0");
  }

  private static final String WHICH_REVISION =
      HEAD
          + """
          (self.metadata.annotations["deployment.kubernetes.io/revision"] == answer): true
          """;

  @Test
  void theRightRevisionIsARightAnswer() {
    assertThat(
            CheckFixture.verdictOnAnswer(
                WHICH_REVISION, deployment("nginx:1.31", 5, 5, 5, 5), " 2 "))
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void aWrongAnswerIsNotGivenAway() {
    assertThat(
            sentences(
                CheckFixture.verdictOnAnswer(
                    WHICH_REVISION, deployment("nginx:1.31", 5, 5, 5, 5), "3")))
        .containsExactly("Your answer: \"3\", expected what Deployment \"front\" shows now");
  }
}
