package dev.deckhand.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares what is drawn with {@code src/test/resources/golden}. Run with {@code
 * -Dgolden.write=true} to write the files anew, then look at them: {@code cat} shows the colours.
 */
class GoldenFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  static final Map<String, Function<Look, List<AttributedString>>> SCENES = scenes();

  private static Map<String, Function<Look, List<AttributedString>>> scenes() {
    var scenes = new LinkedHashMap<String, Function<Look, List<AttributedString>>>();
    scenes.put("prose", Scenes::prose);
    scenes.put("step", Scenes::step);
    scenes.put("verdicts", Scenes::verdicts);
    scenes.put("quizzes", Scenes::quizzes);
    scenes.put("catalogue", Scenes::catalogue);
    scenes.put("progress", Scenes::progress);
    scenes.put("boot", Scenes::boot);
    scenes.put("report", Scenes::report);
    scenes.put("sheet", Scenes::sheet);
    scenes.put("status", HelpScenes::status);
    scenes.put("manual", HelpScenes::manual);
    scenes.put("beginnings", HelpScenes::beginnings);
    scenes.put("xray", XrayScenes::cluster);
    scenes.put("xray-engine", XrayScenes::engine);
    scenes.put("scenes", EveryScene::lines);
    scenes.put("picture", EveryScene::picture);
    scenes.put("wide", Scenes::wide);
    scenes.put("hostile", Scenes::hostile);
    return scenes;
  }

  @TestFactory
  Stream<DynamicTest> drawnAsBefore() {
    return SCENES.entrySet().stream()
        .flatMap(scene ->
            Stream.of(
                test(scene.getKey(), "80-dark.ansi", Theme.dark(), 80, scene.getValue()),
                test(scene.getKey(), "80-light.ansi", Theme.light(), 80, scene.getValue()),
                test(scene.getKey(), "40-dark.ansi", Theme.dark(), 40, scene.getValue()),
                test(scene.getKey(), "80-none.ansi", Theme.none(), 80, scene.getValue()),
                test(scene.getKey(), "80-plain.txt", Theme.plain(), 80, scene.getValue()),
                test(scene.getKey(), "40-plain.txt", Theme.plain(), 40, scene.getValue())));
  }

  private static DynamicTest test(
      String scene,
      String form,
      Theme theme,
      int columns,
      Function<Look, List<AttributedString>> draw) {
    var file = FOLDER.resolve(scene + "-" + form);
    return DynamicTest.dynamicTest(
        scene + " " + form,
        () -> compare(file, draw.apply(new Look(theme, Words.english(), columns))));
  }

  private static void compare(Path file, List<AttributedString> lines) throws IOException {
    var drawn =
        lines.stream()
            .map(line -> line.toAnsi(256, ForceMode.Force256Colors) + "\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(file));
  }
}
