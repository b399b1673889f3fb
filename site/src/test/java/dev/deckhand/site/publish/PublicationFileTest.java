package dev.deckhand.site.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/a", "a/../b", ".deckhand-site", "a//b", "a/", "a b", "", "A"})
  void whatDoesNotLieInAPublicationIsNoSheet(String path) {
    assertThatThrownBy(() -> new PublicationFile(path, ContentHasher.of(List.of()), (_, _) -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textThatMovesFromOnePartToTheNextChangesTheKey() {
    assertThat(ContentHasher.of(List.of("ab", "c")))
        .isNotEqualTo(ContentHasher.of(List.of("a", "bc")));
    assertThat(ContentHasher.of(List.of("ab", "c")))
        .isEqualTo(ContentHasher.of(List.of("ab", "c")));
  }
}
