package dev.deckhand.lab.observe.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ClusterCausesTest {

  private SharedLabs.OpenedLab cluster;

  @BeforeEach
  void moor(SharedLabs shared) throws InterruptedException {
    cluster = shared.cluster();
  }

  private String sh(String line) {
    return LabObservations.sh(cluster.lab(), cluster.folder(), line);
  }

  @Test
  void namesTheImageThatCannotBePulled() {
    sh("kubectl create deployment front --image=nginx:1.99");

    assertThat(
            LabObservations.awaitCause(
                    cluster.lab(), LabObservations.deployment("front"), "cannot pull")
                .getFirst())
        .startsWith("Pod front-")
        .endsWith("cannot pull the image nginx:1.99.");
  }

  @Test
  void quotesTheLastLineOfWhatCrashes() {
    sh("kubectl run job --image=busybox:1.37 -- sh -c 'echo no such customer; exit 3'");

    assertThat(
            LabObservations.awaitCause(cluster.lab(), LabObservations.pod("job"), "customer")
                .getFirst())
        .startsWith("Pod job")
        .contains("exited with code 3; its last line was: no such customer");
  }

  @Test
  void givesTheSchedulersReason() {
    sh(
        "kubectl create deployment big --image=nginx:1.30 && kubectl set resources deployment big"
            + " --requests=cpu=500");

    assertThat(
            LabObservations.awaitCause(cluster.lab(), LabObservations.deployment("big"), "no node")
                .getFirst())
        .contains("Insufficient cpu");
  }

  @Test
  void tellsWhichLabelsThereAreWhereAServiceFindsNobody() {
    sh("kubectl run web --image=nginx:1.30 --labels=app=web");
    sh("kubectl create service clusterip front --tcp=80");

    assertThat(cluster.lab().causes(LabObservations.object("v1", "Service", "front")))
        .containsExactly(
            "Service \"front\" selects app=front, and no Pod has that; those that are there have"
                + " app=web.");
  }

  @Test
  void tellsOfAQuotaThatRefusesPods() {
    sh(
        "kubectl create quota small --hard=pods=0 && kubectl create deployment front"
            + " --image=nginx:1.30");

    assertThat(
            LabObservations.awaitCause(cluster.lab(), LabObservations.deployment("front"), "quota")
                .getFirst())
        .contains("exceeded quota: small");
  }

  @Test
  void tellsOfAClaimWithoutAVolume() {
    sh(
        """
        kubectl apply -f - <<'Y'
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {storageClassName: none-such, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Mi}}}
        Y
        """);

    assertThat(cluster.lab().causes(LabObservations.object("v1", "PersistentVolumeClaim", "data")))
        .singleElement()
        .asString()
        .contains("\"data\" is not bound");
  }

  @Test
  void tellsOfAKillForMemory() {
    sh(
        """
        kubectl apply -f - <<'Y'
        apiVersion: v1
        kind: Pod
        metadata: {name: big}
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: busybox:1.37
              command: [sh, -c, 'x=a; while true; do x=$x$x; done']
              resources: {limits: {memory: 16Mi}}
        Y
        """);

    assertThat(
            LabObservations.awaitCause(cluster.lab(), LabObservations.pod("big"), "memory")
                .getFirst())
        .isEqualTo(
            "Pod big: container main was killed because it used more memory than its limit.");
  }

  @Test
  void tellsOfAConfigMapThatIsNotThere() {
    sh(
        "kubectl run web --image=nginx:1.30"
            + " --overrides='{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"nginx:1.30\",\"envFrom\":[{\"configMapRef\":{\"name\":\"nowhere\"}}]}]}}'");

    assertThat(
            LabObservations.awaitCause(cluster.lab(), LabObservations.pod("web"), "nowhere")
                .getFirst())
        .startsWith("Pod web cannot start:")
        .contains("configmap \"nowhere\" not found");
  }

  @Test
  void tellsOfAProbeThatFails() {
    sh(
        """
        kubectl apply -f - <<'Y'
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: main
              image: nginx:1.30
              readinessProbe: {httpGet: {port: 81}, periodSeconds: 1}
        Y
        """);

    assertThat(
            LabObservations.awaitCause(cluster.lab(), LabObservations.pod("web"), "probe failed")
                .getFirst())
        .startsWith("Pod web: Readiness probe failed:");
  }

  @Test
  void isSilentWhereAllIsWell() {
    sh("kubectl create configmap note");

    assertThat(cluster.lab().causes(LabObservations.object("v1", "ConfigMap", "note"))).isEmpty();
    assertThat(cluster.lab().causes(LabObservations.pod("nobody"))).isEmpty();
  }

  @Test
  void namesTheNamespaceThatAnObjectIsInInstead() {
    sh("kubectl create configmap note -n default; kubectl label configmap note -n default a=b");
    var labelled = new KubernetesObject("v1", "ConfigMap", null, null, Map.of("a", "b"));
    String where = "There is one in the namespace default, but it should be in shop.";

    assertThat(cluster.lab().causes(LabObservations.object("v1", "ConfigMap", "note")))
        .containsExactly(where);
    assertThat(cluster.lab().causes(labelled)).containsExactly(where);
  }

  @Test
  void namesTheFinalizerThatHoldsADeletedObject() {
    sh(
        "kubectl create configmap held && kubectl patch configmap held -p"
            + " '{\"metadata\":{\"finalizers\":[\"deckhand.dev/never\"]}}' && kubectl delete"
            + " configmap held --wait=false");

    assertThat(cluster.lab().causes(LabObservations.object("v1", "ConfigMap", "held")))
        .containsExactly(
            "ConfigMap \"held\" was deleted, but is kept by the finalizer deckhand.dev/never.");
  }

  @Test
  void aProblemOfAnOldPodIsNotGivenForTheNewRollOut() {
    sh("kubectl create deployment front --image=nginx:1.99");
    LabObservations.awaitCause(
        cluster.lab(), LabObservations.deployment("front"), "cannot pull the image");

    sh("kubectl set resources deployment front --requests=cpu=500");

    assertThat(
            LabObservations.awaitCause(
                cluster.lab(), LabObservations.deployment("front"), "no node"))
        .noneMatch(cause -> cause.contains("cannot pull"));
  }
}
