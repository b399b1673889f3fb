package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The helm that a learner's commands find, against a real cluster. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ClusterHelmTest {

  private static final JsonMapper JSON = new JsonMapper();

  private SharedLabs.OpenedLab cluster;

  @BeforeEach
  void writeAChart(SharedLabs shared) throws Exception {
    cluster = shared.cluster();
    Path chart = workspace().resolve("log");
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: log\nversion: 0.1.0\n");
    Files.writeString(chart.resolve("values.yaml"), "colour: red\n");
    Files.writeString(
        chart.resolve("templates/log.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: log}
        data: {colour: "{{ .Values.colour }}"}
        """);
  }

  private Path workspace() {
    return cluster.folder().workspace();
  }

  private String sh(String line) {
    return LabObservations.sh(cluster.lab(), cluster.folder(), line);
  }

  private JsonNode json(String line) throws IOException {
    return JSON.readTree(sh(line));
  }

  private DataNode release() {
    List<DataNode> seen =
        LabObservations.seen(cluster.lab(), new HelmRelease("front", RealLabsExtension.NAMESPACE));
    assertThat(seen).hasSize(1);
    return seen.getFirst();
  }

  @Test
  void itIsHelm4() {
    assertThat(sh("helm version --short")).startsWith("v4.");
  }

  @Test
  void whatItWritesBelongsToTheLearner() throws IOException {
    sh("helm create made && helm package made && helm lint made");

    assertThat(Files.getOwner(workspace().resolve("made/Chart.yaml")))
        .isEqualTo(Files.getOwner(workspace()));
    assertThat(workspace().resolve("made-0.1.0.tgz")).isRegularFile();
    assertThat(sh("helm show chart made-0.1.0.tgz")).contains("name: made");
  }

  @Test
  void valuesMayComeFromStandardInput() {
    assertThat(sh("echo 'colour: blue' | helm template front ./log -f -"))
        .contains("colour: \"blue\"");
  }

  @Test
  void aReleaseIsObservedThroughItsWholeLife() throws IOException {
    sh("helm install front ./log");
    assertThat(release().at("status").text()).isEqualTo("deployed");
    assertThat(release().at("chart").text()).isEqualTo("log-0.1.0");

    sh("helm upgrade front ./log --set colour=blue");
    assertThat(release().at("revision").text()).isEqualTo("2");
    assertThat(release().at("values", "colour").text()).isEqualTo("blue");
    assertThat(sh("helm get values front")).contains("colour: blue");

    sh("helm rollback front 1");
    assertThat(release().at("revision").text()).isEqualTo("3");
    assertThat(release().at("description").text()).isEqualTo("Rollback to 1");
    assertThat(sh("helm get manifest front")).contains("colour: \"red\"");

    JsonNode history = json("helm history front --output json");
    assertThat(history).hasSize(3);
    assertThat(history.path(0).path("status").asText()).isEqualTo("superseded");
    JsonNode listed = json("helm list --output json").path(0);
    assertThat(listed.path("name").asText()).isEqualTo("front");
    assertThat(listed.path("revision").asText()).isEqualTo("3");

    sh("helm uninstall front");
    assertThat(
            LabObservations.seen(
                cluster.lab(), new HelmRelease("front", RealLabsExtension.NAMESPACE)))
        .isEmpty();
  }

  @Test
  void itAppliesOnTheServer() {
    sh("helm install front ./log");

    assertThat(
            sh(
                "kubectl get configmap log --show-managed-fields"
                    + " -o jsonpath='{.metadata.managedFields[*].manager} {.metadata.managedFields[*].operation}'"))
        .isEqualTo("helm Apply");
  }

  @Test
  void itSaysWhatCouldBeTypedNext() {
    assertThat(sh("helm __complete roll")).contains("rollback");
    assertThat(sh("helm __complete install --rollback")).contains("--rollback-on-failure");
    assertThat(sh("helm __complete get v")).contains("values");
  }
}
