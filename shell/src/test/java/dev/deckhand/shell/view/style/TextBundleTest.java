package dev.deckhand.shell.view.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TextBundleTest {

  private final ResourceBundle file =
      ResourceBundle.getBundle("dev.deckhand.shell.view.style.messages", Locale.ROOT);

  @Test
  void everyPhraseHasItsTextAndEveryTextItsPhrase() {
    assertThat(file.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TextKey.values()).map(TextKey::key).toList());
  }

  @Test
  void noApostropheSwallowsAValue() {
    assertThat(file.keySet())
        .allSatisfy(
            key -> assertThat(file.getString(key).replace("''", "")).as(key).doesNotContain("'"));
  }

  @Test
  void oneIsNotMany() {
    var texts = TextBundle.english();
    assertThat(texts.format(TextKey.LESSON_MINUTES, 1)).isEqualTo("1 minute");
    assertThat(texts.format(TextKey.LESSON_MINUTES, 20)).isEqualTo("20 minutes");
    assertThat(texts.format(TextKey.MORE_FINDINGS, 1)).isEqualTo("and one more");
  }

  @Test
  void valuesAreNotReadAsPatterns() {
    assertThat(TextBundle.english().format(TextKey.NEXT, "it's {0} '{'"))
        .isEqualTo("Next: it's {0} '{'");
  }

  @Test
  void aLanguageWithoutATranslationSpeaksEnglish() {
    assertThat(TextBundle.in(Locale.forLanguageTag("tlh")).format(TextKey.CHECK_GOOD))
        .isEqualTo("done");
  }
}
