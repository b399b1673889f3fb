package dev.deckhand.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.journal.FileJournal;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.submission.SubmissionReader;
import dev.deckhand.shell.submission.SubmissionResult;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deckhand submit}, on the courses that there are. */
class SubmitCommandTest {

  private static final LessonId LESSON = LessonId.of("containers/first-container");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file = Path.of("");
  private Path attic = Path.of("");

  @BeforeEach
  void file() {
    file = folder.resolve("anna.zip");
    attic = new StateFolder(folder.resolve("state")).backups(LESSON).resolve("20260201-000000-000");
  }

  @Test
  void whatWasDoneIsPackedAndWhatIsMissingIsSaid() throws IOException {
    learn();

    assertThat(submit("first-container", "--out", file.toString())).isZero();

    assertThat(said(out))
        .contains(
            "Packed containers/first-container:",
            "step 1, It runs, and it is over: done, 2 commands, 1 hint, solution seen",
            "step 2,",
            "not done, 0 commands",
            "Your files in it: web/page.html",
            "step 1: \"kubectl apply -f gone.yaml\" needs gone.yaml, which isn't among your files;"
                + " there is a copy in ",
            "step 1: \"vi page.html\" needs a person at a terminal.",
            "Not done: steps 2, 3, 4, 5. To go on: deckhand learn containers/first-container",
            "File: " + file);
    SubmissionResult read = new SubmissionReader(SubmissionLimits.DEFAULT).read(file);
    assertThat(read)
        .isInstanceOfSatisfying(
            SubmissionResult.Accepted.class,
            accepted -> {
              assertThat(accepted.submission().files())
                  .containsOnlyKeys("step-1.sh", "submission.yaml", "web/page.html");
              assertThat(said(out)).contains("Digest: " + accepted.submission().digest());
            });
  }

  @Test
  void anotherFileIsNotOverwrittenUnlessItIsSaid() throws IOException {
    learn();
    Files.writeString(file, "mine");
    assertThat(submit("first-container", "--out", file.toString())).isEqualTo(2);
    assertThat(said(err)).contains("anna.zip exists already.", "--force");
    assertThat(file).content().isEqualTo("mine");
    assertThat(submit("first-container", "--out", file.toString(), "--force")).isZero();
    byte[] first = Files.readAllBytes(file);
    assertThat(submit("first-container", "--out", file.toString(), "--force")).isZero();
    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void whereNothingCanBeWrittenOrSubmittedIsSaid() throws IOException {
    assertThat(submit("first-container", "--out", file.toString())).isEqualTo(2);
    assertThat(said(err)).contains("You haven't begun " + LESSON, "deckhand learn " + LESSON);
    assertThat(submit("first-containr", "--out", file.toString())).isEqualTo(2);
    assertThat(said(err)).contains("There is no lesson");
    assertThat(submit()).isEqualTo(2);
    learn();
    assertThat(submit("first-container", "--out", folder.toString())).isEqualTo(2);
    assertThat(said(err)).contains("is a folder.", "first-container.zip");
    assertThat(submit("first-container", "--out", folder.resolve("no/x.zip").toString()))
        .isEqualTo(2);
    assertThat(said(err)).contains("There is no folder");
    assertThat(file).doesNotExist();
  }

  @Test
  void programsReadJsonAndNothingElse() throws IOException {
    learn();
    assertThat(submit("first-container", "--out", file.toString(), "--json")).isZero();
    JsonNode json = new JsonMapper().readTree(out.toByteArray());
    assertThat(json.get("lesson").asText()).isEqualTo(LESSON.toString());
    assertThat(json.get("file").asText()).isEqualTo(file.toString());
    assertThat(json.get("digest").asText()).startsWith("sha256:");
    assertThat(json.get("steps")).hasSize(5);
    assertThat(json.get("steps").get(0).get("outcome").asText()).isEqualTo("done");
    assertThat(json.get("steps").get(1).get("outcome").asText()).isEqualTo("open");
    assertThat(json.get("steps").get(1).get("missing").asBoolean()).isTrue();
    assertThat(json.get("missingFiles").get(0).get("file").asText()).isEqualTo("gone.yaml");
    assertThat(json.get("missingFiles").get(0).get("copyIn").asText()).isEqualTo(attic.toString());
    assertThat(said(err)).isEmpty();
  }

  private void learn() throws IOException {
    var state = new StateFolder(folder.resolve("state"));
    state.create();
    var journal = new FileJournal(state.journal(), CLOCK);
    for (JournalEvent event :
        List.of(
            new JournalEvent.StepBegan(1),
            new JournalEvent.HintGiven(1, 1),
            new JournalEvent.SolutionShown(1),
            new JournalEvent.CommandTyped(1, "docker run --name hello busybox:1.37 echo ahoy"),
            new JournalEvent.CommandTyped(1, "vi page.html"),
            new JournalEvent.CommandTyped(1, "kubectl apply -f gone.yaml"),
            new JournalEvent.StepPassed(1, StepOutcome.DONE),
            new JournalEvent.StepBegan(2))) {
      journal.append("s", LESSON, event);
    }
    Path page = state.workspace(LESSON).resolve("web/page.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "<h1>");
    Files.createDirectories(state.backups(LESSON).resolve("20260101-000000-000"));
    Files.createDirectories(attic);
    Files.writeString(attic.resolve("gone.yaml"), "kind: Pod");
  }

  private int submit(String... arguments) {
    out.reset();
    err.reset();
    var words = new ArrayList<>(List.of("submit"));
    words.addAll(List.of(arguments));
    var environment =
        new ProgramEnvironment(
            Map.of("DECKHAND_STATE", folder.resolve("state").toString(), "COLUMNS", "400"),
            folder,
            folder,
            Path.of("/tmp"),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            CLOCK,
            new Random(1));
    return new DeckhandCli(new Wiring(environment)).run(words.toArray(String[]::new));
  }

  private static String said(ByteArrayOutputStream where) {
    return where.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
  }
}
