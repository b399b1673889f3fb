package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class K3sLabTest {

  private SharedLabs sharedLabs;
  private SharedLabs.OpenedLab cluster;

  @BeforeEach
  void setUp(SharedLabs shared) throws InterruptedException {
    sharedLabs = shared;
    cluster = shared.cluster();
  }

  private String container() {
    String filters =
        EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + cluster.folder().id()));
    return sharedLabs.host().get("/containers/json?filters=" + filters).path(0).path("Id").asText();
  }

  private String sh(String line) {
    return LabObservations.sh(cluster.lab(), cluster.folder(), line);
  }

  @Test
  void listensOnLoopbackAlone() {
    var ports =
        sharedLabs
            .host()
            .get("/containers/" + container() + "/json")
            .path("NetworkSettings")
            .path("Ports");

    assertThat(ports.findValuesAsText("HostIp")).containsExactly("127.0.0.1");
  }

  /** Another cluster's kubelet would take the groups of this one's Pods for orphans. */
  @Test
  void seesNoControlGroupsButItsOwn() {
    String groups =
        EngineExec.run(sharedLabs.host(), container(), List.of("cat", "/proc/1/cgroup")).output();

    // version 1 says the top of what it sees; version 2 the group that its processes were moved to
    assertThat(groups.lines()).isNotEmpty().allMatch(line -> line.matches("\\d+:[^:]*:/(init)?"));
  }

  @Test
  void keepsTheKubeconfigForItsOwnerAlone() throws IOException {
    var mode = Files.getPosixFilePermissions(cluster.folder().kubeconfig());

    assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
  }

  @Test
  void beginsInTheLessonsNamespace() {
    assertThat(
            sh(
                "kubectl create configmap note && kubectl get configmap note -o"
                    + " jsonpath={.metadata.namespace}"))
        .endsWith(RealLabsExtension.NAMESPACE);
  }

  @Test
  void namesWhatThereIs() {
    sh(
        "kubectl create configmap chart && kubectl -n kube-public create configmap map"
            + " && kubectl create secret generic sh.helm.release.v1.tide.v1"
            + " && kubectl label secret sh.helm.release.v1.tide.v1 owner=helm name=tide"
            + " && kubectl run raft --image=nginx:1.30");

    assertThat(names(new NameQuery.Kinds())).contains("pods", "deployments", "configmaps");
    assertThat(names(new NameQuery.Objects("cm", ""))).contains("chart").doesNotContain("map");
    assertThat(names(new NameQuery.Objects("ConfigMap", "kube-public"))).contains("map");
    assertThat(names(new NameQuery.Objects("deployments.apps", "kube-system"))).contains("coredns");
    assertThat(names(new NameQuery.Objects("ships", ""))).isEmpty();
    assertThat(names(new NameQuery.PodContainers("raft", ""))).containsExactly("raft");
    assertThat(names(new NameQuery.PodContainers("no-such-pod", ""))).isEmpty();
    assertThat(names(new NameQuery.Releases(""))).containsExactly("tide");
    assertThat(names(new NameQuery.Images())).isEmpty();
  }

  @Test
  void namesWhatIsInTheNamespaceThatTheLearnerChose() {
    sh("kubectl -n kube-public create configmap far");
    sh("kubectl config set-context --current --namespace=kube-public");

    assertThat(names(new NameQuery.Objects("configmaps", ""))).contains("far");
  }

  @Test
  void kubectlSaysWhatCouldBeTypedNext() {
    assertThat(sh("kubectl __complete get --sho")).contains("--show-labels");
    assertThat(sh("kubectl __complete descr")).contains("describe");
  }

  private List<String> names(NameQuery nameQueries) {
    return cluster.lab().names(nameQueries);
  }

  @Test
  void remembersTheNamespaceThatTheLearnerChose() {
    sh("kubectl config set-context --current --namespace=kube-public");

    assertThat(sh("kubectl config view --minify -o jsonpath={..namespace}"))
        .isEqualTo("kube-public");
  }

  @Test
  void editsWithTheLearnersOwnEditor() {
    sh("kubectl create configmap note --from-literal=colour=red");

    sh("KUBE_EDITOR='sed -i s/red/blue/' kubectl edit configmap note");

    assertThat(sh("kubectl get configmap note -o jsonpath={.data.colour}")).isEqualTo("blue");
  }

  @Test
  void leavesTheRestOfAListToWhoeverReadsIt() {
    assertThat(
            sh(
                "printf '%s\\n' default shop"
                    + " | while read -r name; do kubectl get ns $name -o name; done"))
        .isEqualTo("namespace/default\nnamespace/shop\n");
  }

  @Test
  void readsFromStandardInput() {
    assertThat(sh("kubectl create configmap note --dry-run=client -o yaml | kubectl apply -f -"))
        .contains("configmap/note created");
  }

  @Test
  void offersTheAbilitiesThatWereAskedFor() {
    assertThat(cluster.lab().abilities()).containsExactlyInAnyOrder(Ability.DNS, Ability.INGRESS);
  }

  @Test
  void seesADeploymentBecomeReadyFromThePreloadedImage() {
    sh("kubectl create deployment front --image=nginx:1.30 --replicas=2");

    LabObservations.await(
        cluster.lab(),
        LabObservations.deployment("front"),
        LabObservations.first(node -> node.at("status", "readyReplicas").text().equals("2")));
  }

  @Test
  void selectsByLabelsOldestFirst() {
    for (String name : List.of("b", "a")) {
      sh("kubectl create configmap " + name + " && kubectl label configmap " + name + " tier=data");
    }
    var labelled = new KubernetesObject("v1", "ConfigMap", null, null, Map.of("tier", "data"));

    assertThat(LabObservations.seen(cluster.lab(), labelled))
        .hasSize(2)
        .allSatisfy(map -> assertThat(map.at("kind").text()).isEqualTo("ConfigMap"));
  }

  @Test
  void clearTakesAwayWhatWasMadeEverywhere() throws InterruptedException {
    sh(
        "kubectl create namespace annex && kubectl -n annex create deployment back"
            + " --image=nginx:1.30");
    sh(
        "kubectl create deployment front --image=nginx:1.30 && kubectl create clusterrole reader"
            + " --verb=get --resource=pods");
    sh(
        "kubectl create configmap stuck && kubectl patch configmap stuck -p"
            + " '{\"metadata\":{\"finalizers\":[\"deckhand.dev/never\"]}}'");

    cluster.lab().clear();

    assertThat(sh("kubectl get pods,deployments,replicasets -A -o name"))
        .doesNotContain("front", "back");
    assertThat(sh("kubectl get configmaps -o name")).doesNotContain("stuck");
    assertThat(sh("kubectl get namespaces,clusterroles -o name")).doesNotContain("annex", "reader");
  }

  @Test
  void aNodeHasTheRoleOfAControlPlaneAndNotThatOfAMaster() {
    assertThat(sh("kubectl get node deckhand -o jsonpath={.metadata.labels}"))
        .contains("node-role.kubernetes.io/control-plane")
        .doesNotContain("master");
  }

  @Test
  void anAccountGetsTokensForATimeAndNoSecret() {
    sh("kubectl create serviceaccount bosun");

    assertThat(sh("kubectl create token bosun")).startsWith("ey");
    assertThat(sh("kubectl get secrets -o name")).isEmpty();
    assertThat(sh("kubectl get serviceaccount bosun -o jsonpath={.secrets}")).isEmpty();
  }

  @Test
  void theEndpointsOfAServiceAreInSlices() {
    sh(
        "kubectl create deployment front --image=nginx:1.30 && kubectl expose deployment front --port=80");
    var slice =
        new KubernetesObject(
            "discovery.k8s.io/v1",
            "EndpointSlice",
            null,
            null,
            Map.of("kubernetes.io/service-name", "front"));

    LabObservations.await(
        cluster.lab(),
        slice,
        LabObservations.first(seen ->
            seen.at("endpoints") instanceof DataNode.Items(var endpoints)
                && endpoints.stream()
                    .anyMatch(one -> one.at("conditions", "ready").text().equals("true"))));
    assertThat(sh("kubectl get endpoints front 2>&1")).contains("deprecated");
  }

  @Test
  void whatComesWithAClusterRunsInPodsOfItsOwn() {
    assertThat(sh("kubectl get deployments -n kube-system -o name"))
        .contains("deployment.apps/coredns", "deployment.apps/local-path-provisioner");
    assertThat(sh("kubectl get ingressclass -o name"))
        .isEqualTo("ingressclass.networking.k8s.io/traefik\n");
  }

  @Test
  void clearLeavesTheClustersOwnPodsAlone() throws InterruptedException {
    String pods =
        "kubectl wait --for=condition=Available deployment/coredns -n kube-system"
            + " --timeout=60s && kubectl get pods -n kube-system -l k8s-app=kube-dns -o name";
    String before = sh(pods);

    cluster.lab().clear();

    assertThat(sh(pods)).isEqualTo(before);
  }

  /** A kubelet doesn't read it again while a Pod that uses it is still ending. */
  @Test
  void afterClearASealedConfigMapCanBeMadeAnewWithOtherWords() throws InterruptedException {
    String pod =
        """
        kubectl create configmap menu --from-literal=DISH=%s && kubectl apply -f - <<'END'
        apiVersion: v1
        kind: Pod
        metadata: {name: cook}
        spec:
          containers:
          - name: cook
            image: busybox:1.37
            command: [sleep, "86400"]
            envFrom: [{configMapRef: {name: menu}}]
            volumeMounts: [{name: slips, mountPath: /menu}]
          volumes: [{name: slips, configMap: {name: menu}}]
        END
        kubectl wait --for=condition=Ready pod/cook --timeout=60s
        """;
    String dishes = "kubectl exec cook -- sh -c 'echo $DISH; cat /menu/DISH'";
    sh(pod.formatted("stew") + "kubectl patch configmap menu -p '{\"immutable\":true}'");

    cluster.lab().clear();

    sh(pod.formatted("curry"));
    assertThat(sh(dishes)).isEqualTo("curry\ncurry");
  }

  @Test
  void clearPutsBackWhatTheLearnerChangedOrRemoved() throws InterruptedException {
    sh("kubectl cordon deckhand && kubectl label node deckhand disk=fast");
    sh("kubectl delete service kube-dns -n kube-system");
    sh("kubectl delete namespace " + RealLabsExtension.NAMESPACE + " --wait=false");
    sh("kubectl config set-context --current --namespace=default");

    cluster.lab().clear();

    DataNode node =
        LabObservations.seen(cluster.lab(), LabObservations.object("v1", "Node", "deckhand"))
            .getFirst();
    assertThat(node.at("spec", "unschedulable")).isEqualTo(new DataNode.Absent());
    assertThat(node.at("metadata", "labels", "disk")).isEqualTo(new DataNode.Absent());
    sh("kubectl get service kube-dns -n kube-system");
    assertThat(
            sh(
                "kubectl run web --image=nginx:1.30 && kubectl get pod web -o"
                    + " jsonpath={.metadata.namespace}"))
        .endsWith(RealLabsExtension.NAMESPACE);
  }

  @Test
  void whatAKilledProcessLeftCanBeTakenOverAndClearedByAnother() throws InterruptedException {
    sh("kubectl create configmap keepsake");
    var labs = new TestcontainersLabFactory(RealLabsExtension.settings(), Clock.systemUTC());
    // not closed: the one that it is taken from closes it
    Lab found =
        labs.adopt(RealLabsExtension.needs(LabKind.KUBERNETES), cluster.folder()).orElseThrow();
    assertThat(found.environment()).isEqualTo(cluster.lab().environment());
    assertThat(LabObservations.sh(found, cluster.folder(), "kubectl get configmap -o name"))
        .contains("keepsake");
    found.clear();
    assertThat(sh("kubectl get configmap -o name")).doesNotContain("keepsake");
  }
}
