package dev.deckhand.lesson.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalledProgramScannerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          docker ps                                        | docker
          A=1 B="x y" docker ps                            | docker
          echo docker                                      | echo
          echo 'docker ps' "docker ps"                     | echo
          kubectl delete $(kubectl get pods -o name)       | kubectl kubectl
          echo "up: $(docker ps -q) and $(helm list)"      | echo docker helm
          ls && docker ps; helm list &                     | ls docker helm
          for n in 1 2; do docker run busybox; done        | docker
          if ! docker ps; then k3s server; fi              | docker k3s
          (cd x; docker ps)                                | cd docker
          /usr/bin/docker ps                               | docker
          `docker ps -q`                                   | docker
          ls # docker ps                                   | ls
          """)
  void firstWordsAreFound(String line, String words) {
    assertThat(String.join(" ", CalledProgramScanner.of(line.strip()))).isEqualTo(words);
  }

  @Test
  void aPipesPartsAreCommandsOfTheirOwn() {
    assertThat(CalledProgramScanner.of("cat x | docker load")).containsExactly("cat", "docker");
  }

  @Test
  void whatRunsOtherCommandsGivesAllWordsAfterIt() {
    assertThat(CalledProgramScanner.of("seq 5 | xargs -I N docker run --name N"))
        .contains("docker");
    assertThat(CalledProgramScanner.of("time docker ps")).contains("docker");
  }

  @Test
  void aHeredocIsText() {
    assertThat(CalledProgramScanner.of("cat > Dockerfile <<EOF\ndocker ps\nEOF"))
        .containsExactly("cat");
  }

  @Test
  void aLineThatGoesOnIsOneCommand() {
    assertThat(CalledProgramScanner.of("docker run \\\n  kubectl")).containsExactly("docker");
  }
}
