package dev.deckhand.shell.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyCommandsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl get pods -w",
        "kubectl rollout status deployment/x",
        "docker ps --all | grep web | wc -l",
        "docker image ls",
        "helm list",
        "cat note",
        "sleep 2"
      })
  void whatIsKnownToLookOnly(String command) {
    assertThat(ReadOnlyCommands.isReadOnly(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl delete pod x",
        "kubectl rollout undo deployment/x",
        "kubectl get pods > pods.txt",
        "docker ps -q | xargs docker rm",
        "docker inspect $(docker run -d busybox)",
        "echo x; docker rm x",
        "curl http://web",
        "docker image rm x",
        "./get"
      })
  void whatMayDoMore(String command) {
    assertThat(ReadOnlyCommands.isReadOnly(command)).isFalse();
  }
}
