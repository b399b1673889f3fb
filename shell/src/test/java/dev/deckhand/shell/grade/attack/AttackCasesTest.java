package dev.deckhand.shell.grade.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the attacks themselves must be like, so that they prove something. */
class AttackCasesTest {

  private static final Pattern NETWORK_OR_SOCKET =
      Pattern.compile("/dev/tcp/|send\\.pl|\\bwget\\b|\\bnc\\b|docker -H|get --raw|-type s\\b");

  @ParameterizedTest
  @ValueSource(strings = {"containers/first-container", "kubernetes/pods"})
  void whatReachesForANetworkOrASocketHasAControl(String lesson) throws IOException {
    List<SubmissionCase> reaching =
        SubmissionCase.of("attacks", lesson, true).stream()
            .filter(attack ->
                attack.entries().stream()
                    .anyMatch(entry -> NETWORK_OR_SOCKET.matcher(entry.text()).find()))
            .toList();

    assertThat(reaching).isNotEmpty();
    assertThat(reaching).allMatch(attack -> !attack.control().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"containers/first-container", "kubernetes/pods"})
  void namesAreUnique(String lesson) throws IOException {
    assertThat(SubmissionCase.of("attacks", lesson, true))
        .extracting(SubmissionCase::name)
        .doesNotHaveDuplicates();
  }
}
