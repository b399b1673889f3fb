package dev.deckhand.shell.view.style;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.view.GoldenViews;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSanitizerTest {

  @Test
  void plainTextStaysAsItIs() {
    assertThat(TextSanitizer.singleLine("kubectl get pods -o jsonpath='{.items[*]}'"))
        .isEqualTo("kubectl get pods -o jsonpath='{.items[*]}'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u001b[38;5;196m",
        "\u001b[?1049h",
        "\u009b31m",
        "\u001b]0;title\u0007",
        "\u001b]52;c;c2VjcmV0\u001b\\",
        "\u001bP1$r\u001b\\",
        "\u001b(0"
      })
  void wholeControlSequencesAreDropped(String sequence) {
    assertThat(TextSanitizer.singleLine("a" + sequence + "b")).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b", "\r", "\b", "\u0000", "\u007f", "\u0085", "\u202e", "\ud800"})
  void anyOtherControlIsSeenAndDoesNothing(String control) {
    assertThat(TextSanitizer.singleLine("a" + control + "b")).isEqualTo("a\ufffdb");
  }

  @Test
  void aSequenceThatNeverEndsHidesNothing() {
    assertThat(TextSanitizer.singleLine("\u001b]0;all the rest"))
        .isEqualTo("\ufffd]0;all the rest");
  }

  @Test
  void aSequenceCannotBeHiddenInAnother() {
    assertThat(TextSanitizer.singleLine("\u001b\u001b[1m[2J")).isEqualTo("\ufffd[2J");
  }

  @Test
  void tabsAndLineEndsBecomeSpaces() {
    assertThat(TextSanitizer.singleLine("a\tb\r\nc\nd")).isEqualTo("a    b c d");
  }

  @Test
  void otherScriptsAndEmojiAreLeftAlone() {
    var text = "部署 العنقود 👩‍👩‍👧 cafe\u0301";
    assertThat(TextSanitizer.singleLine(text)).isEqualTo(text);
  }

  @Test
  void nothingThatIsDrawnHoldsAControlCharacter() {
    for (int columns : List.of(20, 40, 80)) {
      var lines =
          GoldenViews.hostile(new RenderContext(Theme.dark(), TextBundle.english(), columns));
      assertThat(lines)
          .extracting(AttributedString::toString)
          .noneMatch(line -> line.codePoints().anyMatch(Character::isISOControl));
    }
  }
}
