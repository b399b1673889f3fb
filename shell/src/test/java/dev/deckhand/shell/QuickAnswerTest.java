package dev.deckhand.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.journal.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered without the option parser is what the option parser would answer. */
class QuickAnswerTest {

  @TempDir private Path home;

  /** What the program prints that has all its parts. */
  private String parsed(String... args) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, UTF_8);
    var environment =
        new ProgramEnvironment(
            Map.of(),
            home,
            home,
            Path.of("/tmp"),
            InputStream.nullInputStream(),
            stream,
            stream,
            false,
            false,
            Clock.systemUTC(),
            new Random(1));
    assertThat(new DeckhandCli(new Wiring(environment)).run(args)).isZero();
    return out.toString(UTF_8);
  }

  private StateFolder state() {
    return StateFolder.of(Map.of(), home);
  }

  @Test
  void theVersionIsTheParsers() throws IOException {
    assertThat(QuickAnswer.to(List.of("--version"), state())).contains(parsed("--version"));
    assertThat(QuickAnswer.to(List.of("-V"), state())).contains(parsed("-V"));
  }

  @Test
  void theCompletionScriptIsTheParsers() throws IOException {
    assertThat(QuickAnswer.to(List.of("completion"), state())).contains(parsed("completion"));
  }

  @Test
  void theCompletionScriptHasTheLearnersThatThereAre() throws IOException {
    for (String learner : List.of("anna", "ben", "two words")) {
      Files.createDirectories(home.resolve(".deckhand/learners").resolve(learner));
    }

    assertThat(QuickAnswer.to(List.of("completion"), state()).orElseThrow())
        .contains("(\"anna\" \"ben\")")
        .isEqualTo(parsed("completion"));
  }

  @Test
  void otherCommandLinesAreNotAnswered() throws IOException {
    for (List<String> args :
        List.of(
            List.<String>of(),
            List.of("lessons"),
            List.of("--version", "--plain"),
            List.of("completion", "--help"))) {
      assertThat(QuickAnswer.to(args, state())).as(args.toString()).isEmpty();
    }
  }

  @Test
  void theStateFolderIsTheOneThatTheEnvironmentNames() {
    assertThat(StateFolder.of(Map.of("DECKHAND_STATE", "/srv/state"), home).root())
        .isEqualTo(Path.of("/srv/state"));
    assertThat(state().root()).isEqualTo(home.resolve(".deckhand"));
  }
}
