package dev.deckhand.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> WORDS =
      List.of("next", "check", "hint", "solution", "reset", "skip", "lessons", "quit", "help");

  @Test
  void aSlipOfTheFingerIsForgiven() {
    assertThat(Nearest.to("chekc", WORDS)).contains("check");
    assertThat(Nearest.to("lesson", WORDS)).contains("lessons");
    assertThat(Nearest.to("HINT", WORDS)).contains("hint");
    assertThat(Nearest.to("solutoin", WORDS)).contains("solution");
  }

  @Test
  void whatIsFarFromEverythingHasNoNearest() {
    assertThat(Nearest.to("kubectl", WORDS)).isEmpty();
    assertThat(Nearest.to("", WORDS)).isEmpty();
    assertThat(Nearest.to("x".repeat(100_000), WORDS)).isEmpty();
    assertThat(Nearest.to("hint", List.of())).isEmpty();
  }

  @Test
  void amongEqualsTheFirstInTheAlphabetIsTaken() {
    assertThat(Nearest.to("bat", List.of("cat", "bar"))).contains("bar");
  }
}
