package dev.deckhand.shell.view.style;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.view.AllDisplays;
import dev.deckhand.shell.view.GoldenViews;
import dev.deckhand.shell.view.HelpGoldenViews;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {

  static Stream<Function<RenderContext, List<AttributedString>>> scenes() {
    return Stream.of(
        GoldenViews::prose,
        GoldenViews::step,
        GoldenViews::verdicts,
        GoldenViews::quizzes,
        GoldenViews::catalogue,
        GoldenViews::boot,
        GoldenViews::report,
        GoldenViews::sheet,
        HelpGoldenViews::status,
        HelpGoldenViews::manual,
        HelpGoldenViews::beginnings,
        AllDisplays::lines,
        AllDisplays::picture);
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void colourSaysNothingThatWordsDoNot(Function<RenderContext, List<AttributedString>> context) {
    assertThat(text(context, Theme.dark(), 80)).isEqualTo(text(context, Theme.light(), 80));
    assertThat(text(context, Theme.dark(), 80).replace("`", "").replaceAll("\\s+", " "))
        .isEqualTo(text(context, Theme.monochrome(), 80).replace("`", "").replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void withoutColourThereIsNone(Function<RenderContext, List<AttributedString>> context) {
    assertThat(ansi(context, Theme.monochrome()))
        .doesNotContainPattern("\u001b\\[[0-9;]*(38|39|3[0-7]|48|49|4[0-7]);?[0-9;]*m");
    assertThat(ansi(context, Theme.plain())).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void plainIsAscii(Function<RenderContext, List<AttributedString>> context) {
    assertThat(text(context, Theme.plain(), 80)).matches("[\\n -~]*");
    assertThat(text(context, Theme.dark().withAsciiGlyphs(), 40)).matches("[\\n -~]*");
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void onlyWhatIsCopiedMayBeWiderThanTheScreen(
      Function<RenderContext, List<AttributedString>> context) {
    for (int columns : List.of(30, 40, 60, 80, 200)) {
      for (Theme theme : List.of(Theme.dark(), Theme.plain())) {
        assertThat(context.apply(new RenderContext(theme, TextBundle.english(), columns)))
            .filteredOn(line -> line.columnLength() > columns)
            .extracting(AttributedString::toString)
            .allMatch(line ->
                line.matches(".*(jsonpath=|name: front|Start the engine: |aNameThatIsLonger).*"));
      }
    }
  }

  private static String text(
      Function<RenderContext, List<AttributedString>> context, Theme theme, int columns) {
    return String.join(
        "\n",
        context.apply(new RenderContext(theme, TextBundle.english(), columns)).stream()
            .map(AttributedString::toString)
            .toList());
  }

  private static String ansi(Function<RenderContext, List<AttributedString>> context, Theme theme) {
    return String.join(
        "\n",
        context.apply(new RenderContext(theme, TextBundle.english(), 80)).stream()
            .map(line -> line.toAnsi(256, ForceMode.Force256Colors))
            .toList());
  }
}
