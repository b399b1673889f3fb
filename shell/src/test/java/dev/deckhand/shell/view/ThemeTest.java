package dev.deckhand.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {

  static Stream<Function<Look, List<AttributedString>>> scenes() {
    return Stream.of(
        Scenes::prose,
        Scenes::step,
        Scenes::verdicts,
        Scenes::quizzes,
        Scenes::catalogue,
        Scenes::boot,
        Scenes::report,
        Scenes::sheet,
        HelpScenes::status,
        HelpScenes::manual,
        HelpScenes::beginnings,
        EveryScene::lines,
        EveryScene::picture);
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void colourSaysNothingThatWordsDoNot(Function<Look, List<AttributedString>> scene) {
    assertThat(text(scene, Theme.dark(), 80)).isEqualTo(text(scene, Theme.light(), 80));
    assertThat(text(scene, Theme.dark(), 80).replace("`", "").replaceAll("\\s+", " "))
        .isEqualTo(text(scene, Theme.none(), 80).replace("`", "").replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void withoutColourThereIsNone(Function<Look, List<AttributedString>> scene) {
    assertThat(ansi(scene, Theme.none()))
        .doesNotContainPattern("\u001b\\[[0-9;]*(38|39|3[0-7]|48|49|4[0-7]);?[0-9;]*m");
    assertThat(ansi(scene, Theme.plain())).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void plainIsAscii(Function<Look, List<AttributedString>> scene) {
    assertThat(text(scene, Theme.plain(), 80)).matches("[\\n -~]*");
    assertThat(text(scene, Theme.dark().inAscii(), 40)).matches("[\\n -~]*");
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void onlyWhatIsCopiedMayBeWiderThanTheScreen(Function<Look, List<AttributedString>> scene) {
    for (int columns : List.of(30, 40, 60, 80, 200)) {
      for (Theme theme : List.of(Theme.dark(), Theme.plain())) {
        assertThat(scene.apply(new Look(theme, Words.english(), columns)))
            .filteredOn(line -> line.columnLength() > columns)
            .extracting(AttributedString::toString)
            .allMatch(line ->
                line.matches(".*(jsonpath=|name: front|Start the engine: |aNameThatIsLonger).*"));
      }
    }
  }

  private static String text(
      Function<Look, List<AttributedString>> scene, Theme theme, int columns) {
    return String.join(
        "\n",
        scene.apply(new Look(theme, Words.english(), columns)).stream()
            .map(AttributedString::toString)
            .toList());
  }

  private static String ansi(Function<Look, List<AttributedString>> scene, Theme theme) {
    return String.join(
        "\n",
        scene.apply(new Look(theme, Words.english(), 80)).stream()
            .map(line -> line.toAnsi(256, ForceMode.Force256Colors))
            .toList());
  }
}
