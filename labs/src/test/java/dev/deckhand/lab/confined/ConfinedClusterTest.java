package dev.deckhand.lab.confined;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lesson.LabKind;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real cluster, and commands that the machine must not trust. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ConfinedClusterTest {

  private static ConfinedLab lab;

  @BeforeAll
  static void open() throws InterruptedException {
    lab =
        new TestcontainersLabFactory(RealLabsExtension.settings(), Clock.systemUTC())
            .openConfined(
                RealLabsExtension.needs(LabKind.KUBERNETES),
                RealLabsExtension.newSessionFolder(),
                ConfinementLimits.DEFAULT,
                BootProgress.SILENT);
  }

  @AfterAll
  static void close() {
    if (lab != null) {
      lab.close();
    }
  }

  @BeforeEach
  void clear() throws InterruptedException {
    lab.clear();
  }

  private static CommandResult run(String command) throws InterruptedException {
    return lab.submitted().run(command, Console.NONE);
  }

  private static String output(String command) throws InterruptedException {
    return run(command).output();
  }

  @Test
  void usesItsCluster() throws InterruptedException {
    assertThat(
            output(
                "kubectl create deployment web --image=nginx:1.30 && kubectl rollout status"
                    + " deployment/web --timeout=60s"))
        .endsWith("successfully rolled out");
    assertThat(output("kubectl exec deployment/web -- echo inside")).isEqualTo("inside");
    assertThat(output("helm version --short")).startsWith("v4.");
    assertThat(output("kubectl config view --minify -o jsonpath={..namespace}"))
        .isEqualTo(RealLabsExtension.NAMESPACE);
  }

  @Test
  void reachesNothingButItsApi() throws InterruptedException {
    assertThat(output("grep -o '^ *[a-z0-9]*:' /proc/net/dev | tr -d ' '")).isEqualTo("lo:");
    for (String address : List.of("172.17.0.1/22", "10.43.0.1/443", "1.1.1.1/53")) {
      assertThat(run("timeout 2 bash -c '</dev/tcp/" + address + "'").exitCode())
          .as(address)
          .isNotZero();
    }
    assertThat(output("ls /run/lab")).isEqualTo("kubeconfig\nkubernetes.sock");
    assertThat(run("echo x > /run/lab/kubeconfig").exitCode()).isNotZero();
  }

  @Test
  void aKilledWorkspaceReachesItsClusterAgain() throws InterruptedException {
    assertThat(run("kubectl get nodes -o name").exitCode()).isZero();

    lab.submitted().interrupt();

    assertThat(output("kubectl get nodes -o name")).startsWith("node/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"hostNetwork\":true",
        "\"hostPID\":true",
        "\"hostIPC\":true",
        "\"volumes\":[{\"name\":\"v\",\"hostPath\":{\"path\":\"/\"}}]",
        "\"volumes\":[{\"name\":\"v\",\"hostPath\":{\"path\":\"/usr/lib/deckhand\"}}]",
      })
  void podsDoNotReachTheirNode(String field) throws InterruptedException {
    refused(
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{" + field + "}}' -- sleep 60");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"securityContext\":{\"privileged\":true}",
        "\"securityContext\":{\"capabilities\":{\"add\":[\"SYS_ADMIN\"]}}",
        "\"securityContext\":{\"capabilities\":{\"add\":[\"ALL\"]}}",
        "\"securityContext\":{\"procMount\":\"Unmasked\"}",
        "\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/m\"}]",
      })
  void containersGetNothingThatLeadsToTheNode(String field) throws InterruptedException {
    String volumes =
        "\"hostUsers\":false,\"volumes\":[{\"name\":\"v\",\"hostPath\":{\"path\":\"/usr/lib/deckhand/bin\"}}]";
    refused(
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{"
            + volumes
            + ",\"containers\":[{\"name\":\"p\",\"image\":\"busybox:1.37\","
            + field
            + "}]}}'");
  }

  @Test
  void noVolumeIsAFolderOfTheNode() throws InterruptedException {
    refused(
        "kubectl create -f - <<'END'\napiVersion: v1\nkind: PersistentVolume\nmetadata: {name: all}\n"
            + "spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], hostPath: {path: /}}\nEND");
  }

  @Test
  void noServiceAnswersForKubernetesItself() throws InterruptedException {
    refused(
        "kubectl create -f - <<'END'\napiVersion: apiregistration.k8s.io/v1\nkind: APIService\n"
            + "metadata: {name: v1.apps}\nspec: {group: apps, version: v1, groupPriorityMinimum: 1,"
            + " versionPriority: 1, service: {name: liar, namespace: default}}\nEND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl get --raw /api/v1/nodes/deckhand/proxy/logs/",
        "kubectl get --raw /api/v1/nodes/https:deckhand:10250/proxy/pods",
        "kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{\"schedulerName\":\"nobody\"}}' &&"
            + " kubectl patch pod p --subresource=status -p '{\"status\":{\"phase\":\"Running\"}}'",
        "kubectl create job j --image=busybox:1.37 -- false && kubectl patch job j"
            + " --subresource=status -p '{\"status\":{\"succeeded\":1}}'",
        "kubectl patch node deckhand --subresource=status -p"
            + " '{\"status\":{\"nodeInfo\":{\"containerRuntimeVersion\":\"x://1\"}}}'",
      })
  void learnersDoNotSayWhatRunsAndDoNotAskTheKubelet(String command) throws InterruptedException {
    refused(command);
  }

  @Test
  void controllersSayWhatRuns() throws InterruptedException {
    assertThat(
            output(
                "kubectl create job once --image=busybox:1.37 -- true && kubectl wait"
                    + " --for=condition=Complete job/once --timeout=60s"))
        .endsWith("condition met");
  }

  @Test
  void thePoliciesCannotBeRemoved() throws InterruptedException {
    run("kubectl delete validatingadmissionpolicies,validatingadmissionpolicybindings --all");

    refused("kubectl run p --image=busybox:1.37 --overrides='{\"spec\":{\"hostPID\":true}}'");
  }

  @Test
  void podsReachOneAnotherAndNothingElse() throws InterruptedException {
    run("kubectl run web --image=nginx:1.30 --expose --port=80");
    run("kubectl wait --for=condition=Ready pod/web --timeout=60s");

    assertThat(
            output(
                "kubectl run probe --rm -i --restart=Never --image=busybox:1.37 -- sh -c 'wget -q -T 5"
                    + " -O - http://web | head -4 | grep -c title; for host in 1.1.1.1:53"
                    + " 172.17.0.1:22; do nc -w 2 ${host%:*} ${host#*:} </dev/null && echo"
                    + " reached; done; true'"))
        .contains("1")
        .doesNotContain("reached");
  }

  @Test
  void clearingIsVerified() throws InterruptedException {
    run(
        "kubectl create namespace other; kubectl label node deckhand deck=upper; kubectl -n"
            + " kube-system delete configmap coredns");
    assertThat(lab.lab().changes())
        .contains("Namespace \"other\" was made")
        .anyMatch(change -> change.contains("coredns") && change.endsWith("is missing"));

    lab.clear();

    assertThat(lab.lab().changes()).isEmpty();
    assertThat(output("kubectl get node deckhand -o jsonpath={.metadata.labels.deck}")).isEmpty();
  }

  private static void refused(String command) throws InterruptedException {
    CommandResult result = run(command);
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("this lab's users may not");
  }
}
