package dev.deckhand.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deckhand publish}, as it is typed. */
class PublishCommandTest {

  @TempDir Path temporary;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aCourseIsPublishedAndOnlyOnce() throws Exception {
    Path site = temporary.resolve("site");
    assertThat(publish("--out", site.toString(), "--format", "html", "helm"))
        .isEqualTo(ExitCode.OK.code());
    assertThat(printed(out)).contains("1 course with", "Open " + site.resolve("index.html"));
    assertThat(site.resolve("courses/helm.html")).exists();
    assertThat(site.resolve("courses/containers.html")).doesNotExist();

    out.reset();
    assertThat(publish("--out", site.toString(), "--format", "html", "--json", "helm")).isZero();
    JsonNode told = new ObjectMapper().readTree(printed(out));
    assertThat(told.path("written")).isEmpty();
    assertThat(told.path("kept").asInt()).isGreaterThan(5);
    assertThat(told.path("formats").path(0).asText()).isEqualTo("html");
    assertThat(told.path("courses").path(0).asText()).isEqualTo("helm");
    assertThat(told.path("lessons").path(0).asText()).startsWith("helm/");
    assertThat(printed(err)).isEmpty();
  }

  @Test
  void aCourseThatIsNotThereIsAskedFor() {
    Path site = temporary.resolve("site");
    assertThat(publish("--out", site.toString(), "conteiners")).isEqualTo(ExitCode.USAGE.code());
    assertThat(printed(err))
        .contains("There is no course \"conteiners\"", "Did you mean \"containers\"?");
    assertThat(site).doesNotExist();
  }

  @Test
  void somebodyElsesFolderIsNotPublishedTo() throws Exception {
    Path thesis = Files.writeString(temporary.resolve("thesis.txt"), "years");
    assertThat(publish("--out", temporary.toString(), "helm")).isEqualTo(ExitCode.USAGE.code());
    assertThat(printed(err)).contains("holds other things", "Name an empty folder");
    assertThat(thesis).hasContent("years");
    assertThat(temporary.toFile().list()).containsExactly("thesis.txt");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThat(publish("--out", file.resolve("site").toString(), "helm"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(printed(err)).contains("Can't write to", "file");
    assertThat(file).hasContent("x");
  }

  @Test
  void aFormatThatIsNoneIsRefused() {
    assertThat(publish("--out", temporary.toString(), "--format", "docx"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(printed(err).replaceAll("\\s+", " "))
        .contains("there is no format \"docx\"; there are html, pdf, slides");
  }

  @Test
  void aWordThatIsNoneIsNamed() {
    assertThat(run("lessonz")).isEqualTo(ExitCode.USAGE.code());
    assertThat(printed(err))
        .contains(
            "\"lessonz\" is not a known option or argument.", "deckhand --help", "Did you mean")
        .doesNotContain("Unmatched");
  }

  @Test
  void coursesAndFormatsAreCompleted() {
    assertThat(run("completion")).isZero();
    assertThat(printed(out)).contains("\"containers\" \"kubernetes\" \"helm\"");
  }

  private int publish(String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "publish";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run(all);
  }

  private int run(String... arguments) {
    var environment =
        new ProgramEnvironment(
            Map.of(
                "DECKHAND_STATE", temporary.resolveSibling("state").toString(), "COLUMNS", "500"),
            temporary,
            temporary,
            Path.of("/tmp"),
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            Clock.systemUTC(),
            new Random(1));
    return new DeckhandCli(new Wiring(environment)).run(arguments);
  }

  private static String printed(ByteArrayOutputStream stream) {
    return stream.toString(UTF_8);
  }
}
