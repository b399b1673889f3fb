package dev.deckhand.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

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
}
