package dev.deckhand.lab.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class HelmCliTest {

  private SharedLabs.OpenedLab cluster;
  private HelmCli helm;

  @BeforeEach
  void setUp(SharedLabs shared) throws InterruptedException {
    cluster = shared.cluster();
    helm =
        new HelmCli(new HelmContext(cluster.folder().kubeconfig(), cluster.folder().workspace()));
  }

  private String helm(String typed) {
    var result = helm.run(List.of(typed.split(" ")));
    assertThat(result.exitCode()).as("%s\n%s", typed, result.errors()).isZero();
    return result.output();
  }

  @Test
  void aReleaseIsInstalledUpgradedRolledBackAndUninstalled() {
    LabObservations.sh(cluster.lab(), cluster.folder(), "rm -rf web");
    helm("create web");
    assertThat(helm("lint web")).contains("1 chart(s) linted, 0 chart(s) failed");
    assertThat(helm("template web --set replicaCount=7")).contains("replicas: 7");
    assertThat(helm("template web --set-string nodeSelector.a=true,nodeSelector.b=c\\,d"))
        .contains("a: \"true\"", "b: c,d");

    assertThat(helm("install front ./web --set image.tag=1.30")).contains("NAME: front");
    assertThat(helm("list"))
        .contains("front")
        .contains("deployed")
        .contains(RealLabsExtension.NAMESPACE);
    helm("upgrade front ./web --set image.tag=1.30,replicaCount=3");
    assertThat(replicas()).isEqualTo("3");
    helm("rollback front 1");
    assertThat(replicas()).isEqualTo("1");
    assertThat(helm("history front")).contains("Rollback to 1");
    assertThat(helm("get values front")).contains("tag");
    assertThat(helm("get values front --all")).contains("COMPUTED VALUES", "pullPolicy");
    assertThat(helm("get manifest front")).contains("kind: Deployment");
    assertThat(helm("status front -o json")).contains("\"revision\":\"3\"");

    assertThat(helm("uninstall front --wait")).contains("release \"front\" uninstalled");
    assertThat(helm("list")).doesNotContain("front");
    assertThat(LabObservations.seen(cluster.lab(), LabObservations.deployment("front-web")))
        .isEmpty();
  }

  private String replicas() {
    return LabObservations.seen(cluster.lab(), LabObservations.deployment("front-web"))
        .getFirst()
        .at("spec", "replicas")
        .text();
  }

  @Test
  void aReleaseIsSeenAsItsNewestRevisionIs() {
    LabObservations.sh(cluster.lab(), cluster.folder(), "rm -rf web");
    helm("create web");
    var release = new HelmRelease("front", null);
    assertThat(LabObservations.seen(cluster.lab(), release)).isEmpty();

    helm("install front ./web --set image.tag=1.30");
    helm("upgrade front ./web --set image.tag=1.30,replicaCount=3");

    LabObservations.await(
        cluster.lab(),
        release,
        LabObservations.first(seen -> seen.at("revision").text().equals("2")));
    DataNode seen = LabObservations.seen(cluster.lab(), release).getFirst();
    assertThat(seen.at("status").text()).isEqualTo("deployed");
    assertThat(seen.at("namespace").text()).isEqualTo(RealLabsExtension.NAMESPACE);
    assertThat(seen.at("chart").text()).isEqualTo("web-0.1.0");
    assertThat(seen.at("values", "replicaCount").text()).isEqualTo("3");
    assertThat(seen.at("manifest").text()).contains("kind: Deployment");
    assertThat(LabObservations.seen(cluster.lab(), new HelmRelease(null, null))).hasSize(1);

    helm("uninstall front");
    LabObservations.await(cluster.lab(), release, LabObservations.nothing());
  }

  @Test
  void aReleaseThatFailedSaysWhy() {
    LabObservations.sh(
        cluster.lab(),
        cluster.folder(),
        """
        rm -rf bad && mkdir -p bad/templates && cd bad
        printf 'apiVersion: v2\nname: bad\nversion: 1.0.0\n' > Chart.yaml
        printf 'apiVersion: v1\nkind: Service\nmetadata: {name: bad}\nspec: {ports: [{port: 99999}]}\n' > templates/s.yaml
        """);

    assertThat(helm.run(List.of("install", "front", "./bad")).exitCode()).isNotZero();

    assertThat(cluster.lab().causes(new HelmRelease("front", null)))
        .singleElement()
        .asString()
        .startsWith("Release \"front\" failed at revision 1:")
        .contains("99999");
  }

  @Test
  void aReleaseInAnotherNamespaceIsNamedWithIt() {
    LabObservations.sh(cluster.lab(), cluster.folder(), "rm -rf web");
    helm("create web");
    helm("install front ./web -n default");

    assertThat(cluster.lab().causes(new HelmRelease("front", null)))
        .containsExactly(
            "There is one in the namespace default, but it should be in "
                + RealLabsExtension.NAMESPACE
                + ".");
    assertThat(cluster.lab().causes(new HelmRelease("front", "default"))).isEmpty();
    helm("uninstall front -n default");
  }

  @Test
  void objectsOfAChartThatWereAppliedWithoutHelmAreNoRelease() {
    LabObservations.sh(
        cluster.lab(),
        cluster.folder(),
        "kubectl create deployment front-web --image=nginx:1.30 --replicas=0"
            + " && kubectl label deployment front-web app.kubernetes.io/instance=front");

    assertThat(cluster.lab().causes(new HelmRelease("front", null)))
        .singleElement()
        .asString()
        .startsWith("Deployment \"front-web\" of a chart is there, but no release:");
  }

  @Test
  void aChartNeedNotNameTheVersionOfItsProgram() {
    LabObservations.sh(
        cluster.lab(),
        cluster.folder(),
        """
        rm -rf bare && mkdir -p bare/templates && cd bare
        printf 'apiVersion: v2\nname: bare\nversion: 1.0.0\n' > Chart.yaml
        printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bare}\n' > templates/c.yaml
        """);
    helm("install plain ./bare");

    assertThat(helm("list")).contains("bare-1.0.0");
    assertThat(helm("history plain")).contains("bare-1.0.0");
    assertThat(helm("list -o json")).contains("\"app_version\":\"\"");
    assertThat(helm("history plain -o json")).contains("\"app_version\":\"\"");
    helm("uninstall plain");
  }

  @Test
  void theTestsOfAChartAreRunAndTheirEndIsTold() {
    LabObservations.sh(
        cluster.lab(),
        cluster.folder(),
        """
        rm -rf sound && mkdir -p sound/templates && cd sound
        printf 'apiVersion: v2\nname: sound\nversion: 1.0.0\n' > Chart.yaml
        cat > templates/test.yaml <<'END'
        apiVersion: v1
        kind: Pod
        metadata: {name: sound, annotations: {helm.sh/hook: test}}
        spec:
          restartPolicy: Never
          containers:
            - {name: test, image: "busybox:1.37", command: [test, "{{ .Values.depth }}", -gt, "5"]}
        END
        """);
    helm("install deep ./sound --set depth=9");
    assertThat(helm("get hooks deep")).contains("# Source: sound/templates/test.yaml", "\"9\"");
    assertThat(helm("get manifest deep")).doesNotContain("kind: Pod");

    assertThat(helm("test deep --timeout 90s")).contains("NAME: deep");

    helm("upgrade deep ./sound --set depth=3");
    var shallow = helm.run(List.of("test", "deep", "--timeout", "90s"));
    assertThat(shallow.exitCode()).isEqualTo(1);
    assertThat(shallow.errors()).contains("sound");
  }

  @Test
  void whatItDoesNotDoIsSaidPlainly() {
    var result = helm.run(List.of("plugin", "list"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).contains("\"helm plugin\" isn't supported here");
  }

  @Test
  void aReleaseThatIsNotThereIsAnErrorNotACrash() {
    assertThat(helm.run(List.of("status", "nobody")).errors()).contains("not found");
    assertThat(helm.run(List.of("rollback", "nobody")).errors()).contains("not found");
  }
}
