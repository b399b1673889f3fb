package dev.deckhand.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final ResourceBundle file =
      ResourceBundle.getBundle("dev.deckhand.shell.view.messages", Locale.ROOT);

  @Test
  void everyPhraseHasItsTextAndEveryTextItsPhrase() {
    assertThat(file.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Phrase.values()).map(Phrase::key).toList());
  }

  @Test
  void noApostropheSwallowsAValue() {
    assertThat(file.keySet())
        .allSatisfy(
            key -> assertThat(file.getString(key).replace("''", "")).as(key).doesNotContain("'"));
  }

  @Test
  void oneIsNotMany() {
    var words = Words.english();
    assertThat(words.say(Phrase.LESSON_MINUTES, 1)).isEqualTo("1 minute");
    assertThat(words.say(Phrase.LESSON_MINUTES, 20)).isEqualTo("20 minutes");
    assertThat(words.say(Phrase.MORE_FINDINGS, 1)).isEqualTo("and one more");
  }

  @Test
  void valuesAreNotReadAsPatterns() {
    assertThat(Words.english().say(Phrase.NEXT, "it's {0} '{'")).isEqualTo("Next: it's {0} '{'");
  }

  @Test
  void aLanguageWithoutATranslationSpeaksEnglish() {
    assertThat(Words.in(Locale.forLanguageTag("tlh")).say(Phrase.CHECK_GOOD)).isEqualTo("done");
  }
}
