package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SharedCluster;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class SharedClusterTest {

  private static SharedCluster lodge;
  private static SessionFolder quay;
  private static SessionFolder pier;
  private static Lab onTheQuay;
  private static Lab onThePier;

  @BeforeAll
  static void setUp(SharedLabs sharedLabs) throws InterruptedException {
    lodge = sharedLabs.newSharedCluster();
    quay = lodge.newTenantFolder();
    pier = lodge.newTenantFolder();
    onTheQuay = lodge.open(needs("quay"), quay, BootProgress.SILENT);
    onThePier = lodge.open(needs("pier"), pier, BootProgress.SILENT);
  }

  @AfterAll
  static void tearDown() {
    if (lodge != null) {
      lodge.close();
    }
  }

  private static LabNeeds needs(String namespace) {
    return new LabNeeds(
        Set.of(LabKind.KUBERNETES), RealLabsExtension.IMAGES, Set.of(), namespace, Tenancy.SHARED);
  }

  private static boolean sees(Lab lab, String kind, String name) {
    var subject = new KubernetesObject("v1", kind, name, null, Map.of());
    return lab.observe(subject) instanceof Observation.Snapshot(var objects) && !objects.isEmpty();
  }

  private static String runInFirst(String line) {
    return LabObservations.sh(onTheQuay, quay, line);
  }

  private static String runInSecond(String line) {
    return LabObservations.sh(onThePier, pier, line);
  }

  @Test
  void eachHasANamespaceOfItsOwnInOneCluster() {
    runInFirst("echo bread > cargo && kubectl create configmap hold --from-file=cargo");
    runInSecond("kubectl create configmap mast");

    assertThat(sees(onTheQuay, "ConfigMap", "hold")).isTrue();
    assertThat(sees(onTheQuay, "ConfigMap", "mast")).isFalse();
    assertThat(sees(onThePier, "ConfigMap", "mast")).isTrue();
    assertThat(sees(onThePier, "ConfigMap", "hold")).isFalse();
    assertThat(runInSecond("kubectl get namespace quay -o name")).contains("namespace/quay");
  }

  @Test
  void whatOneClearsTheOtherKeeps() throws InterruptedException {
    runInFirst("kubectl run boat --image=busybox:1.37 -- sleep 1d");
    runInSecond("kubectl run gull --image=busybox:1.37 -- sleep 1d");

    onTheQuay.clear();

    assertThat(sees(onTheQuay, "Pod", "boat")).isFalse();
    assertThat(sees(onThePier, "Pod", "gull")).isTrue();
    assertThat(runInFirst("kubectl run boat --image=busybox:1.37 -- sleep 1d"))
        .as("the namespace takes Pods again")
        .contains("created");
    onThePier.clear();
    onTheQuay.clear();
  }

  @Test
  void aNamespaceThatIsRemovedComesBack() throws InterruptedException {
    runInFirst("kubectl delete namespace quay --wait=false");

    onTheQuay.clear();

    assertThat(runInFirst("kubectl create configmap hold")).contains("created");
    onTheQuay.clear();
  }

  @Test
  void whoLeavesItsNamespaceIsNamed() {
    assertThat(lodge.changesOutsideNamespaces()).isEmpty();

    runInSecond("kubectl create namespace far && kubectl -n kube-public create configmap note");
    List<String> strays = lodge.changesOutsideNamespaces();
    runInSecond("kubectl delete namespace far && kubectl -n kube-public delete configmap note");

    assertThat(strays)
        .contains(
            "Namespace \"far\" was made",
            "ConfigMap \"note\" in namespace \"kube-public\" was made");
    assertThat(lodge.changesOutsideNamespaces()).isEmpty();
  }

  @Test
  void whoLeavesTakesAlongWhatIsTheirs() throws InterruptedException {
    SessionFolder sessionFolder = lodge.newTenantFolder();
    Lab guest = lodge.open(needs("jetty"), sessionFolder, BootProgress.SILENT);
    LabObservations.sh(guest, sessionFolder, "kubectl create configmap rope");

    guest.close();

    assertThat(runInSecond("kubectl -n jetty get configmap rope 2>&1 || true"))
        .contains("NotFound");
    assertThat(sees(onThePier, "ServiceAccount", "default")).as("the cluster lives").isTrue();
  }
}
