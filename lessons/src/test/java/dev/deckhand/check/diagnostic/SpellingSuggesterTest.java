package dev.deckhand.check.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingSuggesterTest {
  private static final List<String> WORDS =
      List.of("next", "check", "hint", "solution", "reset", "skip", "lessons", "quit", "help");

  @Test
  void aSlipOfTheFingerIsForgiven() {
    assertThat(SpellingSuggester.suggest("chekc", WORDS)).contains("check");
    assertThat(SpellingSuggester.suggest("lesson", WORDS)).contains("lessons");
    assertThat(SpellingSuggester.suggest("HINT", WORDS)).contains("hint");
    assertThat(SpellingSuggester.suggest("solutoin", WORDS)).contains("solution");
  }

  @Test
  void whatIsFarFromEverythingHasNoNearest() {
    assertThat(SpellingSuggester.suggest("kubectl", WORDS)).isEmpty();
    assertThat(SpellingSuggester.suggest("", WORDS)).isEmpty();
    assertThat(SpellingSuggester.suggest("x".repeat(100_000), WORDS)).isEmpty();
    assertThat(SpellingSuggester.suggest("hint", List.of())).isEmpty();
  }

  @Test
  void amongEqualsTheFirstInTheAlphabetIsTaken() {
    assertThat(SpellingSuggester.suggest("bat", List.of("cat", "bar"))).contains("bar");
  }
}
