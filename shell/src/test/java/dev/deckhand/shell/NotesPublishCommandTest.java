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
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.StateFolder;
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
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deckhand notes publish}, on the courses that there are. */
class NotesPublishCommandTest {

  private static final LessonId LESSON = LessonId.of("containers/first-container");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path state = Path.of("");

  @BeforeEach
  void state() {
    state = folder.resolve("state");
  }

  @Test
  void whoLearnedNothingYetIsToldHowToBegin() {
    assertThat(publish("--all")).isEqualTo(2);
    assertThat(said(err)).contains("There are no notes yet.", "deckhand learn");
    assertThat(publish("containers")).isEqualTo(2);
    assertThat(said(err)).contains("no notes of containers yet", "deckhand learn " + LESSON);
    assertThat(publish("first-container")).isEqualTo(2);
    assertThat(said(err)).contains("no notes of " + LESSON + " yet");
    assertThat(folder.resolve("state/notes")).doesNotExist();
  }

  @Test
  void aNameThatIsNoneIsMendedByTheNearest() {
    assertThat(publish("containres")).isEqualTo(2);
    assertThat(said(err)).contains("no lesson and no course", "Did you mean \"containers\"?");
    assertThat(publish("--all", "containers")).isEqualTo(2);
    assertThat(publish("containers", "--format", "docx")).isEqualTo(2);
    assertThat(said(err)).contains("docx");
  }

  @Test
  void aLessonACourseAndAllOfItBecomeADocumentEach() throws IOException {
    learn();
    Path to = folder.resolve("out");
    assertThat(publish("first-container", "containers", "--out", to + "", "--format", "html,pdf"))
        .isZero();
    assertThat(said(out)).contains("containers: " + to.resolve("containers.html"));
    assertThat(publish("--all", "--out", to + "")).isZero();
    assertThat(Files.readString(to.resolve("containers-first-container.html")))
        .contains("docker ps &lt;b&gt;", "a remark");
    assertThat(Files.readString(to.resolve("containers.html")))
        .contains("Contents", "under way", "not begun", "docker ps &lt;b&gt;");
    assertThat(Files.readString(to.resolve("notes.html"))).contains("<h1>Notes</h1>");
    assertThat(Files.readAllBytes(to.resolve("containers.pdf")))
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(to.resolve("containers-first-container.pdf")).isNotEmptyFile();
  }

  @Test
  void aFileThatWasPublishedIsMadeAnewAndAnyOtherStays() throws IOException {
    learn();
    Path mine = folder.resolve("mine.html");
    assertThat(publish("first-container", "--out", mine + "")).isZero();
    assertThat(publish("first-container", "--out", mine + "")).isZero();
    Files.writeString(mine, "my own");
    assertThat(publish("first-container", "--out", mine + "")).isEqualTo(2);
    assertThat(said(err)).contains("already exists", "It stays as it is");
    assertThat(mine).content().isEqualTo("my own");
  }

  @Test
  void whereOneFileIsSomebodyElsesNoneIsWritten() throws IOException {
    learn();
    Path theirs = Files.writeString(folder.resolve("containers.pdf"), "theirs");
    assertThat(publish("containers", "--out", folder + "", "--format", "html,pdf")).isEqualTo(2);
    assertThat(theirs).content().isEqualTo("theirs");
    assertThat(folder.resolve("containers.html")).doesNotExist();
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsNamed() throws IOException {
    learn();
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(publish("first-container", "--out", file.resolve("x.html") + "")).isEqualTo(2);
    assertThat(said(err)).contains("can't be written", "is a file, not a folder", "are safe in");
    assertThat(publish("first-container", "containers", "--out", "x.html")).isEqualTo(2);
    assertThat(said(err)).contains("one file");
    assertThat(publish("containers", "--out", "x.pdf", "--format", "html")).isEqualTo(2);
    assertThat(said(err)).contains("--format differs");
  }

  @Test
  void programsReadJsonAndNothingElse() throws IOException {
    learn();
    assertThat(publish("containers", "--json")).isZero();
    JsonNode made = new JsonMapper().readTree(said(out)).get("published").get(0);
    assertThat(made.get("name").asText()).isEqualTo("containers");
    assertThat(made.get("format").asText()).isEqualTo("html");
    assertThat(made.get("lessons").asInt()).isOne();
    assertThat(Path.of(made.get("file").asText()))
        .isEqualTo(state.resolve("notes/containers/notes.html"))
        .isNotEmptyFile();
  }

  @Test
  void whatIsGoneFromTheCoursesIsSaidToBeLeftOut() throws IOException {
    learn();
    journal().append("s", LessonId.of("containers/gone"), new JournalEvent.StepBegan(1));
    assertThat(publish()).isZero();
    assertThat(said(out)).contains("Left out", "containers/gone", "journal.jsonl");
  }

  private void learn() throws IOException {
    Journal journal = journal();
    journal.append("s", LESSON, new JournalEvent.StepBegan(1));
    journal.append("s", LESSON, new JournalEvent.CommandFinished(1, "docker ps <b>", 0, "NAMES\n"));
    journal.append("s", LESSON, new JournalEvent.NoteAdded(1, "a remark"));
    journal.append("s", LESSON, new JournalEvent.StepPassed(1, StepOutcome.DONE));
  }

  private Journal journal() throws IOException {
    new StateFolder(state).create();
    return new FileJournal(new StateFolder(state).journal(), CLOCK);
  }

  private int publish(String... arguments) {
    out.reset();
    err.reset();
    var words = new java.util.ArrayList<>(java.util.List.of("notes", "publish"));
    words.addAll(java.util.List.of(arguments));
    var environment =
        new ProgramEnvironment(
            Map.of("DECKHAND_STATE", state.toString(), "COLUMNS", "400"),
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
