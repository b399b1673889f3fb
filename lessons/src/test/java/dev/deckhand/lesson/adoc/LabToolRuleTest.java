package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCompilerExtension.class)
class LabToolRuleTest {

  private static final String LESSON =
      """
      = T
      :lab: %s

      == S

      [source.run,console]
      ----
      $ ls
      total 0
      $ kubectl get pods
      ----

      [source.setup,shell]
      ----
      # makes room

      docker rm web
      ls
      helm list
      ----
      """;

  private final CompilerFixture compilerFixture;

  LabToolRuleTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @Test
  void aToolThatTheLabLacksIsNamedWithItsLine() throws IOException {
    assertThat(compilerFixture.findings(LESSON.formatted("docker")))
        .containsExactly(
            "6: warning: \"kubectl\" is called, and the lesson's lab does not have it."
                + " Write \":lab: docker, kubernetes\" in the header, or use another command.",
            "19: warning: \"helm\" is called, and the lesson's lab does not have it."
                + " Write \":lab: docker, kubernetes\" in the header, or use another command.");
    assertThat(compilerFixture.findings(LESSON.formatted("kubernetes\n:helm: >=4")))
        .singleElement()
        .asString()
        .startsWith("18: warning: \"docker\" is called");
  }

  @Test
  void bothLabsHaveBoth() throws IOException {
    assertThat(compilerFixture.findings(LESSON.formatted("docker, kubernetes\n:helm: >=4")))
        .isEmpty();
  }
}
