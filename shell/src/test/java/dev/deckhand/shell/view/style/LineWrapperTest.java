package dev.deckhand.shell.view.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class LineWrapperTest {

  @Test
  void breaksAtSpacesAndLosesThem() {
    assertThat(wrapped("one two three", 7)).containsExactly("one two", "three");
  }

  @Test
  void emptyTextIsOneEmptyLine() {
    assertThat(wrapped("", 10)).containsExactly("");
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(wrapped("部署部署", 4)).containsExactly("部署", "部署");
    assertThat(wrapped("部署部署", 5)).containsExactly("部署", "部署");
  }

  @Test
  void aFullStopIsNotLeftAlone() {
    assertThat(wrapped("部署。", 4)).containsExactly("部", "署。");
  }

  @Test
  void combiningCharactersStayWithTheirLetter() {
    assertThat(wrapped("e\u0301e\u0301e\u0301", 2)).containsExactly("e\u0301e\u0301", "e\u0301");
  }

  @Test
  void aWordWiderThanALineIsBroken() {
    assertThat(wrapped("a abcdefgh b", 4)).containsExactly("a", "abcd", "efgh", "b");
  }

  @Test
  void optionsAndPathsStayWhole() {
    assertThat(wrapped("use --image=nginx:1.30 here", 20))
        .containsExactly("use", "--image=nginx:1.30", "here");
    assertThat(wrapped("in /etc/docker/daemon.json now", 22))
        .containsExactly("in", "/etc/docker/daemon.json".substring(0, 22), "n now");
  }

  @Test
  void theAuthorsLineBreaksAreKept() {
    var text = new StyledLineBuilder().append("one").lineBreak().append("two").build();
    assertThat(LineWrapper.wrap(text, 20))
        .extracting(AttributedString::toString)
        .containsExactly("one", "two");
  }

  @Test
  void noLineIsWiderThanItMayBeAndNothingIsLost() {
    var random = new Random(42);
    var letters = List.of("a", "bc", " ", "  ", "部", "e\u0301", "🚀", "-", "/", "ا", "。", "x=y");
    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder();
      random.ints(40, 0, letters.size()).forEach(i -> text.append(letters.get(i)));
      var lines = LineWrapper.wrap(StyledLineBuilder.of(text.toString()), 2 + round % 30);
      int width = 2 + round % 30;
      assertThat(lines).allMatch(line -> line.columnLength() <= width, text + " in " + width);
      var joined = String.join("", lines.stream().map(AttributedString::toString).toList());
      assertThat(joined.replace(" ", "")).isEqualTo(text.toString().replace(" ", ""));
    }
  }

  private static List<String> wrapped(String text, int width) {
    return LineWrapper.wrap(StyledLineBuilder.of(text), width).stream()
        .map(AttributedString::toString)
        .toList();
  }
}
