package dev.deckhand.lab.confined;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.LabFactory.ClassCluster;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real cluster that learners share whom nobody trusts. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ClassClusterTest {

  private static final TestcontainersLabFactory LABS =
      new TestcontainersLabFactory(RealLabsExtension.settings(), Clock.systemUTC());

  private static ClassCluster cluster;
  private static SessionFolder clusterFolder;
  private static ConfinedLab ann;
  private static ConfinedLab bob;

  @BeforeAll
  static void open() throws InterruptedException {
    clusterFolder = RealLabsExtension.newSessionFolder();
    cluster =
        LABS.classCluster(needs("default"), 4, clusterFolder, BootProgress.SILENT).orElseThrow();
    ann = open("web-dev-ann", RealLabsExtension.newSessionFolder());
    bob = open("web-dev-bob", RealLabsExtension.newSessionFolder());
  }

  private static ConfinedLab open(String namespace, SessionFolder folder)
      throws InterruptedException {
    return cluster.openConfined(
        needs(namespace), folder, ConfinementLimits.DEFAULT, BootProgress.SILENT);
  }

  @AfterAll
  static void close() {
    for (ConfinedLab lab : new ConfinedLab[] {ann, bob}) {
      if (lab != null) {
        lab.close();
      }
    }
    if (cluster != null) {
      cluster.close();
    }
  }

  private static LabNeeds needs(String namespace) {
    return new LabNeeds(
        Set.of(LabKind.KUBERNETES),
        RealLabsExtension.IMAGES,
        Set.of(Ability.DNS),
        namespace,
        Tenancy.SHARED);
  }

  private static CommandResult run(ConfinedLab lab, String command) throws InterruptedException {
    return lab.submitted().run(command, Console.NONE);
  }

  private static String output(ConfinedLab lab, String command) throws InterruptedException {
    return run(lab, command).output();
  }

  private static boolean sees(ConfinedLab lab, String kind, String name) {
    var subject = new KubernetesObject("v1", kind, name, null, Map.of());
    return lab.lab().observe(subject) instanceof Observation.Snapshot(var objects)
        && !objects.isEmpty();
  }

  @Test
  void eachWorksInANamespaceOfTheirOwn() throws InterruptedException {
    assertThat(
            output(
                ann,
                "kubectl create deployment web --image=nginx:1.30 --replicas=2 && kubectl expose"
                    + " deployment web --port=80 && kubectl rollout status deployment/web"
                    + " --timeout=60s"))
        .endsWith("successfully rolled out");
    assertThat(output(ann, "kubectl exec deployment/web -- echo inside")).isEqualTo("inside");
    assertThat(
            output(
                ann,
                "kubectl run guest --image=busybox:1.37 -- sleep 1d && kubectl wait --for=condition=Ready"
                    + " pod/guest --timeout=60s && kubectl exec guest -- wget -qO- -T 5 http://web"))
        .contains("nginx");
    assertThat(output(bob, "kubectl get deployments,pods,services -o name")).isEmpty();
    run(ann, "kubectl create configmap hers");
    assertThat(sees(ann, "ConfigMap", "hers")).isTrue();
    assertThat(sees(bob, "ConfigMap", "hers")).isFalse();

    String address =
        output(ann, "kubectl get pods -l app=web -o jsonpath={.items[0].status.podIP}");
    run(bob, "kubectl run spy --image=busybox:1.37 -- sleep 1d");
    run(bob, "kubectl wait --for=condition=Ready pod/spy --timeout=60s");
    assertThat(
            run(bob, "kubectl exec spy -- nslookup kubernetes.default.svc.cluster.local")
                .exitCode())
        .as("names can be looked up")
        .isZero();
    assertThat(run(bob, "kubectl exec spy -- wget -qO- -T 3 http://" + address).exitCode())
        .as("another's Pod can't be reached")
        .isNotZero();
    run(
        bob,
        "kubectl create -f - <<'END'\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
            + "metadata: {name: all}\nspec: {podSelector: {}, policyTypes: [Egress], egress: [{}]}\nEND");
    assertThat(run(bob, "kubectl exec spy -- wget -qO- -T 3 http://" + address).exitCode())
        .as("nor by a policy of one's own")
        .isNotZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl get pods -n web-dev-bob",
        "kubectl get secrets -A",
        "kubectl get namespaces",
        "kubectl create configmap x -n web-dev-bob",
        "kubectl create namespace other",
        "kubectl delete namespace web-dev-ann",
        "kubectl label namespace web-dev-ann pod-security.kubernetes.io/enforce-",
        "kubectl label node deckhand mine=yes",
        "kubectl create clusterrolebinding x --clusterrole=cluster-admin --user=x",
        "kubectl create clusterrole x --verb=get --resource=secrets",
        "kubectl create rolebinding x --clusterrole=cluster-admin --user=x",
        "kubectl get secrets -n kube-system",
        "kubectl get serviceaccounts -n deckhand-accounts",
        "kubectl create token web-dev-bob -n deckhand-accounts",
        "kubectl get configmaps --as=system:admin",
        "kubectl get configmaps --as=system:serviceaccount:deckhand-accounts:web-dev-bob",
        "kubectl get configmaps --as-group=system:masters --as=x",
        "kubectl delete networkpolicy deckhand",
        "kubectl delete rolebinding deckhand-admin",
        "kubectl delete resourcequota deckhand",
        "kubectl delete limitrange deckhand",
        "kubectl patch networkpolicy deckhand --type=merge -p '{\"spec\":{\"podSelector\":{\"matchLabels\":{\"a\":\"b\"}}}}'",
        "kubectl create quota deckhand-more --hard=pods=1000",
        "kubectl get --raw /api/v1/nodes/deckhand/proxy/pods",
        "kubectl get --raw /logs/",
        "kubectl get --raw /metrics",
        "kubectl get csr",
        "kubectl create -f - <<'END'\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: x}\n"
            + "spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\nEND",
        "kubectl create -f - <<'END'\napiVersion: v1\nkind: Service\nmetadata: {name: x}\n"
            + "spec: {ports: [{port: 443}], externalIPs: [10.43.0.1]}\nEND",
        "kubectl create service loadbalancer x --tcp=80",
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{\"hostNetwork\":true}}' -- sleep 60",
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{\"volumes\":[{\"name\":\"v\",\"hostPath\":"
            + "{\"path\":\"/var/lib/rancher/k3s/storage\"}}]}}' -- sleep 60",
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{\"priorityClassName\":\"system-node-critical\"}}' -- sleep 60",
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{\"containers\":[{\"name\":\"p\",\"image\":\"busybox:1.37\","
            + "\"ports\":[{\"containerPort\":80,\"hostPort\":80}]}]}}'",
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{\"containers\":[{\"name\":\"p\",\"image\":\"busybox:1.37\","
            + "\"resources\":{\"limits\":{\"memory\":\"4Gi\"}}}]}}'",
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{\"containers\":[{\"name\":\"p\",\"image\":\"busybox:1.37\","
            + "\"resources\":{\"requests\":{\"cpu\":\"1500m\"}}}]}}'",
      })
  void nothingLeadsOutOfTheNamespace(String command) throws InterruptedException {
    CommandResult result = run(ann, "{ " + command + "\n} 2>&1");

    assertThat(result.exitCode()).as(result.output()).isNotZero();
    assertThat(result.output())
        .containsAnyOf("orbidden", "exceeded quota", "not allowed", "can't be changed", "may not");
  }

  @Test
  void whatAPodsAccountMayDoIsNoMore() throws InterruptedException {
    run(ann, "kubectl create serviceaccount robot");
    run(
        ann,
        "kubectl create rolebinding robot --clusterrole=admin --serviceaccount=web-dev-ann:robot");
    String asRobot =
        "kubectl --token=$(kubectl create token robot) --server=https://127.0.0.1:6443"
            + " --kubeconfig=/dev/null --insecure-skip-tls-verify -n web-dev-ann ";

    assertThat(run(ann, asRobot + "get configmaps").exitCode()).isZero();
    assertThat(output(ann, asRobot + "delete networkpolicy deckhand 2>&1"))
        .contains("can't be changed");
    run(ann, "kubectl delete rolebinding,serviceaccount robot");
  }

  @Test
  void whatTheyReadOutsideIsTheClustersOwn() throws InterruptedException {
    assertThat(output(ann, "kubectl get nodes -o name")).isEqualTo("node/deckhand");
    assertThat(output(ann, "kubectl get services -n kube-system -o name"))
        .contains("service/kube-dns");
    assertThat(output(ann, "kubectl get endpointslices -n default -o name")).isNotEmpty();
    assertThat(output(ann, "kubectl auth whoami -o jsonpath={.status.userInfo.username}"))
        .isEqualTo("system:serviceaccount:deckhand-accounts:web-dev-ann");
  }

  @Test
  void aClassIsWatchedAtOnce() throws InterruptedException {
    // each learner has some watches, and the API server takes no more than so many on a connection
    var watches = new ArrayList<SubjectWatch>();
    var seen = new Semaphore(0);
    try {
      for (ConfinedLab lab : List.of(ann, bob)) {
        for (int i = 0; i < 80; i++) {
          var subject = new KubernetesObject("v1", "ConfigMap", "watched-" + i, null, Map.of());
          watches.add(
              lab.lab()
                  .watch(
                      List.of(subject),
                      now -> {
                        if (now.observation() instanceof Observation.Snapshot(var objects)
                            && !objects.isEmpty()) {
                          seen.release();
                        }
                      }));
        }
      }
      for (ConfinedLab lab : List.of(ann, bob)) {
        run(lab, "for i in 0 79; do kubectl create configmap watched-$i; done");
      }
      assertThat(seen.tryAcquire(4, 60, TimeUnit.SECONDS)).isTrue();
    } finally {
      watches.forEach(SubjectWatch::close);
      for (ConfinedLab lab : List.of(ann, bob)) {
        run(lab, "kubectl delete configmap watched-0 watched-79");
      }
    }
  }

  @Test
  void clearingEmptiesOnesOwnNamespaceAlone() throws InterruptedException {
    run(bob, "kubectl create configmap his");
    ConfinedLab eve = open("web-dev-eve", RealLabsExtension.newSessionFolder());
    try {
      run(eve, "kubectl create configmap hers && echo note > note.txt");
      run(eve, "kubectl run stubborn --image=busybox:1.37 -- sleep 1d");

      eve.clear();

      assertThat(output(eve, "kubectl get pods,configmaps -o name; ls"))
          .isEqualTo("configmap/kube-root-ca.crt");
      assertThat(sees(bob, "ConfigMap", "his")).isTrue();
      assertThat(output(eve, "kubectl create configmap again")).contains("created");
    } finally {
      eve.close();
    }
  }

  @Test
  void aNamespaceThatIsHeldUpKeepsNobodyWaiting() throws InterruptedException {
    ConfinedLab one = open("web-dev-held", RealLabsExtension.newSessionFolder());
    run(
        one,
        "kubectl create configmap stuck && kubectl patch configmap stuck --type=merge -p"
            + " '{\"metadata\":{\"finalizers\":[\"example.com/never\"]}}'");
    long began = System.nanoTime();
    one.close();
    ConfinedLab next = open("web-dev-held2", RealLabsExtension.newSessionFolder());
    try {
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
      assertThat(output(next, "kubectl get configmaps -o name"))
          .isEqualTo("configmap/kube-root-ca.crt");
      List<String> held = cluster.heldNamespaces();
      for (int i = 0; i < 90 && held.isEmpty(); i++) {
        Thread.sleep(1000);
        held = cluster.heldNamespaces();
      }
      assertThat(held).singleElement().asString().contains("web-dev-held", "example.com/never");
    } finally {
      next.close();
    }
  }

  @Test
  void theLabsOfAKilledProcessAreTakenOver() throws InterruptedException {
    SessionFolder folder = RealLabsExtension.newSessionFolder();
    run(open("web-dev-old", folder), "kubectl create configmap kept && echo note > note.txt");
    ClassCluster later =
        LABS.classCluster(needs("default"), 4, clusterFolder, BootProgress.SILENT).orElseThrow();

    Optional<ConfinedLab> found =
        later.adoptConfined(needs("web-dev-old"), folder, ConfinementLimits.DEFAULT);

    assertThat(found).isPresent();
    try (ConfinedLab lab = found.get()) {
      assertThat(sees(lab, "ConfigMap", "kept")).isTrue();
      assertThat(output(lab, "cat note.txt; kubectl get configmap kept -o name"))
          .isEqualTo("note\nconfigmap/kept");
      lab.clear();
      assertThat(output(lab, "ls; kubectl get configmaps -o name"))
          .isEqualTo("configmap/kube-root-ca.crt");
    }
    assertThat(containersOf(folder)).isEmpty();
    assertThat(
            later.adoptConfined(
                needs("web-dev-nobody"),
                RealLabsExtension.newSessionFolder(),
                ConfinementLimits.DEFAULT))
        .isEmpty();
  }

  @Test
  void aLabThatCannotBeTakenOverIsRemoved() throws Exception {
    open("web-dev-broken", RealLabsExtension.newSessionFolder());
    try (KubeApi api = administrator()) {
      KubeApi.await(
          api.send(
              "DELETE",
              "/api/v1/namespaces/deckhand-accounts/serviceaccounts/web-dev-broken",
              null));
    }

    assertThat(
            cluster.adoptConfined(
                needs("web-dev-broken"),
                RealLabsExtension.newSessionFolder(),
                ConfinementLimits.DEFAULT))
        .isEmpty();

    awaitRemoval("web-dev-broken");
  }

  @Test
  void whatThoseLeftWhoAreNoLongerThereIsRemoved() throws Exception {
    open("web-dev-gone", RealLabsExtension.newSessionFolder());

    cluster.removeSeatsExcept(Set.of("web-dev-ann", "web-dev-bob"));

    awaitRemoval("web-dev-gone");
    assertThat(run(ann, "kubectl get configmaps").exitCode()).isZero();
    assertThat(run(bob, "kubectl get configmaps").exitCode()).isZero();
  }

  private static KubeApi administrator() throws IOException {
    return KubeApi.of(Files.readString(clusterFolder.kubeconfig()));
  }

  private static void awaitRemoval(String namespace) throws IOException, InterruptedException {
    try (KubeApi api = administrator()) {
      for (int i = 0; i < 120 && api.find("/api/v1/namespaces/" + namespace).isPresent(); i++) {
        Thread.sleep(500);
      }
      assertThat(api.find("/api/v1/namespaces/" + namespace)).isEmpty();
    }
  }

  private static JsonNode containersOf(SessionFolder folder) {
    try (EngineApi host = EngineApi.at(RealLabsExtension.settings().engine())) {
      return host.get(
          "/containers/json?all=true&filters="
              + EngineApi.filters("label", List.of(SessionFolder.LABEL + "=" + folder.id())));
    }
  }

  @Test
  void namesAreCompletedFromOnesOwnNamespace() throws InterruptedException {
    run(ann, "kubectl create configmap mine-alone");
    run(bob, "kubectl create configmap his-alone");

    List<String> names = ann.lab().names(new NameQuery.Objects("configmaps", ""));

    assertThat(names).contains("mine-alone").doesNotContain("his-alone");
  }
}
