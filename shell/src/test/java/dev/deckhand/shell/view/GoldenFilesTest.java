package dev.deckhand.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
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

  static final Map<String, Function<RenderContext, List<AttributedString>>> SCENES = scenes();

  private static Map<String, Function<RenderContext, List<AttributedString>>> scenes() {
    var scenes = new LinkedHashMap<String, Function<RenderContext, List<AttributedString>>>();
    scenes.put("prose", GoldenViews::prose);
    scenes.put("step", GoldenViews::step);
    scenes.put("verdicts", GoldenViews::verdicts);
    scenes.put("quizzes", GoldenViews::quizzes);
    scenes.put("catalogue", GoldenViews::catalogue);
    scenes.put("progress", GoldenViews::progress);
    scenes.put("boot", GoldenViews::boot);
    scenes.put("report", GoldenViews::report);
    scenes.put("sheet", GoldenViews::sheet);
    scenes.put("status", HelpGoldenViews::status);
    scenes.put("manual", HelpGoldenViews::manual);
    scenes.put("beginnings", HelpGoldenViews::beginnings);
    scenes.put("xray", XrayGoldenViews::cluster);
    scenes.put("xray-engine", XrayGoldenViews::engine);
    scenes.put("scenes", AllDisplays::lines);
    scenes.put("picture", AllDisplays::picture);
    scenes.put("wide", GoldenViews::wide);
    scenes.put("hostile", GoldenViews::hostile);
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
                test(scene.getKey(), "80-none.ansi", Theme.monochrome(), 80, scene.getValue()),
                test(scene.getKey(), "80-plain.txt", Theme.plain(), 80, scene.getValue()),
                test(scene.getKey(), "40-plain.txt", Theme.plain(), 40, scene.getValue())));
  }

  private static DynamicTest test(
      String scene,
      String form,
      Theme theme,
      int columns,
      Function<RenderContext, List<AttributedString>> draw) {
    var file = FOLDER.resolve(scene + "-" + form);
    return DynamicTest.dynamicTest(
        scene + " " + form,
        () -> compare(file, draw.apply(new RenderContext(theme, TextBundle.english(), columns))));
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
