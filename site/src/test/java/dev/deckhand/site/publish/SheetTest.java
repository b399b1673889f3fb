package dev.deckhand.site.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/a", "a/../b", ".deckhand-site", "a//b", "a/", "a b", "", "A"})
  void whatDoesNotLieInAPublicationIsNoSheet(String path) {
    assertThatThrownBy(() -> new Sheet(path, Key.of(List.of()), (_, _) -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textThatMovesFromOnePartToTheNextChangesTheKey() {
    assertThat(Key.of(List.of("ab", "c"))).isNotEqualTo(Key.of(List.of("a", "bc")));
    assertThat(Key.of(List.of("ab", "c"))).isEqualTo(Key.of(List.of("ab", "c")));
  }
}
