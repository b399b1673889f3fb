package dev.deckhand.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl delete pod NAME",
        "docker inspect CONTAINER_ID",
        "kubectl get pod/NAME -o yaml",
        "docker pull localhost:5000/buoy@DIGEST"
      })
  void aNameInCapitalsIsTheLearnersToReplace(String command) {
    assertThat(Demonstration.hasPlaceholder(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker run --env COLOUR=blue busybox:1.36 env",
        "docker kill --signal TERM lookout",
        "docker kill --signal SIGTERM lookout",
        "echo $HOME",
        "kubectl get pods -A",
        "printf 'GET /info HTTP/1.0\\r\\n' | nc local 80",
        "cat <<EOF > note\nNAME\nEOF"
      })
  void anythingElseIsTypedAsItStands(String command) {
    assertThat(Demonstration.hasPlaceholder(command)).isFalse();
  }

  @Test
  void foldersOfTheTestingMachineAreNotTold() {
    var places =
        Demonstration.places(
            Path.of("/tmp/test17/work"), Map.of("KUBECONFIG", "/srv/state/run/x1/kube/config"));

    assertThat(
            Demonstration.atHome(
                "file: /srv/state/run/x1/kube/config, path /tmp/test17/work/menu", places))
        .isEqualTo(
            "file: /home/you/.deckhand/run/lab/kube/config, path /home/you/.deckhand/work/menu");
  }
}
