package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.SessionFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnerEnvironmentTest {

  private static final SessionFolder ROOM =
      new SessionFolder("abcd1234", Path.of("/room"), Path.of("/work"));

  @Test
  void harmlessVariablesOfThePersonStay() {
    var machine =
        Map.of(
            "HOME",
            "/home/ann",
            "LC_TIME",
            "de_DE",
            "HTTPS_PROXY",
            "http://proxy",
            "TERM",
            "vt100");
    assertThat(LearnerEnvironment.of(machine, ROOM, Map.of())).containsAllEntriesOf(machine);
  }

  @Test
  void whatPointsAtThePersonsOwnEnginesAndClustersIsDropped() {
    var machine =
        Map.of(
            "KUBECONFIG",
            "mine",
            "DOCKER_HOST",
            "mine",
            "DOCKER_CONTEXT",
            "mine",
            "DOCKER_CONFIG",
            "mine",
            "HELM_REPOSITORY_CONFIG",
            "mine",
            "AWS_SECRET_ACCESS_KEY",
            "mine",
            "BASH_ENV",
            "mine",
            "PROMPT_COMMAND",
            "mine");
    assertThat(LearnerEnvironment.of(machine, ROOM, Map.of()).values()).doesNotContain("mine");
  }

  @Test
  void withoutALabEngineAndClusterAreNowhereAndNotThePersons() {
    assertThat(LearnerEnvironment.of(Map.of(), ROOM, Map.of()))
        .containsEntry("DOCKER_HOST", "unix:///room/engine/docker.sock")
        .containsEntry("KUBECONFIG", "/room/kube/config")
        .containsEntry("DOCKER_CONFIG", "/room/docker")
        .containsEntry("HELM_DATA_HOME", "/room/helm/data");
  }

  @Test
  void labHasTheLastWord() {
    assertThat(
            LearnerEnvironment.of(
                Map.of(), ROOM, Map.of("KUBECONFIG", "/lab", "DOCKER_TLS_VERIFY", "1")))
        .containsEntry("KUBECONFIG", "/lab")
        .containsEntry("DOCKER_TLS_VERIFY", "1");
  }

  @Test
  void ourToolsAreFoundFirstAndTextIsUtf8() {
    assertThat(LearnerEnvironment.of(Map.of("PATH", "/usr/bin"), ROOM, Map.of()))
        .containsEntry("PATH", "/room/bin:/usr/bin")
        .containsEntry("LANG", "C.UTF-8")
        .containsEntry("TERM", "xterm-256color");
  }
}
