package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCompilerExtension.class)
class AssertionMentionedRuleTest {

  private final CompilerFixture compilerFixture;

  AssertionMentionedRuleTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @Test
  void whatACheckAsksForAndNobodyNamedIsFound() throws IOException {
    assertThat(findings("Make a Deployment.", ""))
        .containsExactly(
            "8: warning: The check \"Ready\" asks for front, which the step does not name."
                + " Say it in the prose, a command or a hint, or make the check %hidden.",
            "12: warning: The check \"Ready\" asks for 4, which the step does not name."
                + " Say it in the prose, a command or a hint, or make the check %hidden.",
            "16: warning: The check \"Ready\" asks for nginx:1.30, which the step does not name."
                + " Say it in the prose, a command or a hint, or make the check %hidden.");
  }

  @Test
  void numbersMayBeWordsAndNamesMayStandInCommandsAndHints() throws IOException {
    assertThat(findings("Make four of `nginx:1.30`.", "The name is `front`.")).isEmpty();
  }

  @Test
  void halfAWordNamesNothing() throws IOException {
    assertThat(findings("Make 14 of nginx:1.301.", "The name is upfront.")).hasSize(3);
  }

  @Test
  void hiddenChecksMayAskForAnything() throws IOException {
    assertThat(findings("Make it.", "", "%hidden")).isEmpty();
  }

  private List<String> findings(String prose, String hint) throws IOException {
    return findings(prose, hint, "");
  }

  private List<String> findings(String prose, String hint, String option) throws IOException {
    return compilerFixture
        .findingsInStep(
            """

            %s

            .Ready
            [source.check%s,yaml]
            ----
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: front}
            spec:
              replicas: 4
              template:
                spec:
                  containers:
                    - image: nginx:1.30
            ----

            [.hint]
            Try. %s
            """
                .formatted(prose, option, hint))
        .stream()
        .filter(line -> line.contains("asks for"))
        .toList();
  }
}
