package dev.deckhand.lab.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.JavaCodeAssist.Completions;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import dev.deckhand.lesson.LabKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The clients that snippets find, on a real engine and a real cluster. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class BoundClientsTest {

  private static String run(JavaLab java, String source) {
    CommandResult result = java.run(source, Console.NONE);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  @Test
  void dockerSpeaksToTheLabsEngine(SharedLabs shared) throws Exception {
    SharedLabs.OpenedLab engine = shared.engine();
    try (var java =
        new JavaLab(
            engine.folder(), Map.of(), engine.lab().environment(), Set.of(LabKind.DOCKER))) {
      run(
          java,
          """
          var made = docker.createContainerCmd("busybox:1.37").withName("heron").withCmd("sleep", "1d").exec();
          docker.startContainerCmd(made.getId()).exec();
          """);

      LabObservations.await(
          engine.lab(),
          LabObservations.container("heron"),
          LabObservations.first(seen -> seen.at("State", "Status").text().equals("running")));
      assertThat(run(java, "docker.listContainersCmd().exec().getFirst().getNames()[0]"))
          .endsWith("\"/heron\"");
      assertThat(java.codeAssist().completions("docker.listCont", 15).orElseThrow())
          .isEqualTo(new Completions(7, List.of("listContainersCmd()")));
      assertThat(java.codeAssist().clients()).containsExactly("docker");
    }
  }

  @Test
  void kubernetesAndHelmSpeakToTheLabsCluster(SharedLabs shared) throws Exception {
    SharedLabs.OpenedLab cluster = shared.cluster();
    Path chart = chart(cluster.folder());
    try (var java =
        new JavaLab(
            cluster.folder(),
            Map.of("HOME", cluster.folder().root().toString(), "PATH", System.getenv("PATH")),
            cluster.lab().environment(),
            Set.of(LabKind.KUBERNETES))) {
      run(
          java,
          """
          var note = new ConfigMapBuilder().withNewMetadata().withName("note").endMetadata().addToData("colour", "red").build();
          kubernetes.configMaps().resource(note).create();
          """);
      assertThat(
              LabObservations.seen(
                  cluster.lab(), LabObservations.object("v1", "ConfigMap", "note")))
          .hasSize(1);
      assertThat(run(java, "kubernetes.getNamespace()")).contains(RealLabsExtension.NAMESPACE);

      String chartName = '"' + chart.toString() + '"';
      assertThat(run(java, "helm.install(\"log\", " + chartName + ").status()"))
          .contains("deployed");
      run(java, "helm.upgrade(\"log\", " + chartName + ", Map.of(\"colour\", \"blue\"))");
      assertThat(run(java, "helm.values(\"log\")")).contains("{colour=blue}");
      assertThat(run(java, "helm.rollback(\"log\", 1).revision()")).contains("3");
      assertThat(run(java, "helm.history(\"log\").size()")).contains("3");
      assertThat(run(java, "helm.list().getFirst().chart()")).contains("log-0.1.0");
      run(java, "helm.uninstall(\"log\")");
      assertThat(run(java, "helm.list().size()")).contains("0");
      CommandResult wrong = java.run("helm.status(\"log\")", Console.NONE);
      assertThat(wrong.output()).contains("HelmException", "not found");
    }
  }

  /** A chart of one ConfigMap. */
  private static Path chart(SessionFolder sessionFolder) throws Exception {
    Path chart = sessionFolder.workspace().resolve("log");
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
    return chart;
  }
}
