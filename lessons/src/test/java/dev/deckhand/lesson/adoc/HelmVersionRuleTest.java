package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCompilerExtension.class)
class HelmVersionRuleTest {

  private static final String CALLS =
      """
      = T
      :lab: kubernetes
      %s

      == S

      [source.run,console]
      ----
      $ kubectl get pods
      $ helm list
      ----

      [source.setup,shell]
      ----
      kubectl version && helm version
      ----
      """;

  private static final String RELEASE =
      """
      = T
      :lab: kubernetes
      %s

      == S

      .The release web exists
      [source.check,yaml]
      ----
      apiVersion: helm/v1
      kind: Release
      metadata: {name: web}
      ----
      """;

  private final CompilerFixture compilerFixture;

  HelmVersionRuleTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @Test
  void theFirstCallOfHelmIsNamed() throws IOException {
    assertThat(compilerFixture.findings(CALLS.formatted(":level: beginner")))
        .containsExactly(
            "7: warning: \"helm\" is called, and the lesson doesn't say that it needs Helm."
                + " Write \":helm: >=4\" in the header; only then does the lab have it.");
  }

  @Test
  void aCheckedReleaseIsNamed() throws IOException {
    assertThat(compilerFixture.findings(RELEASE.formatted(":level: beginner")))
        .anySatisfy(finding ->
            assertThat(finding)
                .startsWith("10: warning: A release is looked at")
                .contains(":helm: >=4"));
  }

  @Test
  void aLessonThatSaysSoIsNotNamed() throws IOException {
    assertThat(compilerFixture.findings(CALLS.formatted(":helm: >=4"))).isEmpty();
    assertThat(compilerFixture.findings(RELEASE.formatted(":helm: >=4")))
        .noneMatch(finding -> finding.contains("Helm"));
  }
}
