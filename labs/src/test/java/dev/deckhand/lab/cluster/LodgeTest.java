package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Lodge;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.start.Eyes;
import dev.deckhand.lab.start.RealLabs;
import dev.deckhand.lab.start.RealLabs.Berths;
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
@ExtendWith(RealLabs.class)
class LodgeTest {

  private static Lodge lodge;
  private static SessionRoom quay;
  private static SessionRoom pier;
  private static Lab onTheQuay;
  private static Lab onThePier;

  @BeforeAll
  static void moor(Berths berths) throws InterruptedException {
    lodge = berths.lodge();
    quay = lodge.guest();
    pier = lodge.guest();
    onTheQuay = lodge.open(needs("quay"), quay, BootProgress.SILENT);
    onThePier = lodge.open(needs("pier"), pier, BootProgress.SILENT);
  }

  @AfterAll
  static void castOff() {
    if (lodge != null) {
      lodge.close();
    }
  }

  private static LabNeeds needs(String namespace) {
    return new LabNeeds(
        Set.of(LabKind.KUBERNETES), RealLabs.IMAGES, Set.of(), namespace, Tenancy.SHARED);
  }

  private static boolean sees(Lab lab, String kind, String name) {
    var subject = new KubernetesObject("v1", kind, name, null, Map.of());
    return lab.observe(subject) instanceof Observation.Seen(var objects) && !objects.isEmpty();
  }

  private static String inQuay(String line) {
    return Eyes.sh(onTheQuay, quay, line);
  }

  private static String onPier(String line) {
    return Eyes.sh(onThePier, pier, line);
  }

  @Test
  void eachHasANamespaceOfItsOwnInOneCluster() {
    inQuay("echo bread > cargo && kubectl create configmap hold --from-file=cargo");
    onPier("kubectl create configmap mast");

    assertThat(sees(onTheQuay, "ConfigMap", "hold")).isTrue();
    assertThat(sees(onTheQuay, "ConfigMap", "mast")).isFalse();
    assertThat(sees(onThePier, "ConfigMap", "mast")).isTrue();
    assertThat(sees(onThePier, "ConfigMap", "hold")).isFalse();
    assertThat(onPier("kubectl get namespace quay -o name")).contains("namespace/quay");
  }

  @Test
  void whatOneClearsTheOtherKeeps() throws InterruptedException {
    inQuay("kubectl run boat --image=busybox:1.36 -- sleep 1d");
    onPier("kubectl run gull --image=busybox:1.36 -- sleep 1d");

    onTheQuay.clear();

    assertThat(sees(onTheQuay, "Pod", "boat")).isFalse();
    assertThat(sees(onThePier, "Pod", "gull")).isTrue();
    assertThat(inQuay("kubectl run boat --image=busybox:1.36 -- sleep 1d"))
        .as("the namespace takes Pods again")
        .contains("created");
    onThePier.clear();
    onTheQuay.clear();
  }

  @Test
  void aNamespaceThatIsRemovedComesBack() throws InterruptedException {
    inQuay("kubectl delete namespace quay --wait=false");

    onTheQuay.clear();

    assertThat(inQuay("kubectl create configmap hold")).contains("created");
    onTheQuay.clear();
  }

  @Test
  void whoLeavesItsNamespaceIsNamed() {
    assertThat(lodge.strays()).isEmpty();

    onPier("kubectl create namespace far && kubectl -n kube-public create configmap note");
    List<String> strays = lodge.strays();
    onPier("kubectl delete namespace far && kubectl -n kube-public delete configmap note");

    assertThat(strays)
        .contains(
            "Namespace \"far\" was made",
            "ConfigMap \"note\" in namespace \"kube-public\" was made");
    assertThat(lodge.strays()).isEmpty();
  }

  @Test
  void whoLeavesTakesAlongWhatIsTheirs() throws InterruptedException {
    SessionRoom room = lodge.guest();
    Lab guest = lodge.open(needs("jetty"), room, BootProgress.SILENT);
    Eyes.sh(guest, room, "kubectl create configmap rope");

    guest.close();

    assertThat(onPier("kubectl -n jetty get configmap rope 2>&1 || true")).contains("NotFound");
    assertThat(sees(onThePier, "ServiceAccount", "default")).as("the cluster lives").isTrue();
  }
}
