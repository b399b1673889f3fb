package dev.deckhand.shell.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Check;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Session;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.journal.FileJournal;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.NotesFileWriter;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.LabLessonFixtures;
import dev.deckhand.shell.loop.SessionFolders;
import dev.deckhand.shell.submission.SeededLesson;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order learners meet the steps of a lesson whose steps are drawn. */
class SessionOpenerTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
  private static final Lesson WRITTEN = LabLessonFixtures.lesson(steps(6));
  private static final Lesson DRAWN = drawn(WRITTEN);

  @TempDir private Path folder;
  private Journal journal;
  private StateFolder state;
  private SessionFolders sessionFolders;

  @BeforeEach
  void prepare() {
    state = new StateFolder(folder.resolve("state"));
    journal = new FileJournal(state.journal(), CLOCK);
    sessionFolders = new SessionFolders(state.sessions(), folder.resolve("s"), new Random(1));
  }

  @Test
  void aDrawnOrderIsWrittenDownAndNumbered() throws Exception {
    Session session = enter(DRAWN, 1, false, false);

    assertThat(session.lesson().steps()).extracting(Step::number).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(titles(session)).isNotEqualTo(titles(WRITTEN)).hasSameElementsAs(titles(WRITTEN));
    assertThat(deeds()).containsExactly(new JournalEvent.StepOrderDrawn(numbers(session)));
  }

  @Test
  void whoComesBackMeetsTheSameOrder() throws Exception {
    Session first = enter(DRAWN, 1, false, false);
    write(
        new JournalEvent.StepBegan(1),
        new JournalEvent.StepPassed(1, StepOutcome.DONE),
        new JournalEvent.StepBegan(2));

    Session again = enter(DRAWN, 2, false, false);

    assertThat(titles(again)).isEqualTo(titles(first));
    assertThat(again.step().title()).isEqualTo(titles(first).get(1));
    assertThat(deeds()).filteredOn(JournalEvent.StepOrderDrawn.class::isInstance).hasSize(1);
  }

  @Test
  void whoWasKilledBeforeTheFirstStepMeetsTheSameOrder() throws Exception {
    Session first = enter(DRAWN, 1, false, false);
    assertThat(titles(enter(DRAWN, 2, false, false))).isEqualTo(titles(first));
  }

  @Test
  void whoBeginsAnewDrawsAnew() throws Exception {
    Session first = enter(DRAWN, 1, false, false);
    write(new JournalEvent.StepBegan(1), new JournalEvent.StepPassed(1, StepOutcome.DONE));
    Session restarted = enter(DRAWN, 2, true, false);
    assertThat(titles(restarted)).isNotEqualTo(titles(first));
    assertThat(restarted.step().number()).isEqualTo(1);

    write(new JournalEvent.StepBegan(1), new JournalEvent.LessonFinished());
    assertThat(titles(enter(DRAWN, 3, false, false))).isNotEqualTo(titles(restarted));
    assertThat(deeds()).filteredOn(JournalEvent.StepOrderDrawn.class::isInstance).hasSize(3);
  }

  @Test
  void aScriptWalksAsItIsWritten() throws Exception {
    enter(DRAWN, 1, false, false);
    assertThat(titles(enter(DRAWN, 2, true, true))).isEqualTo(titles(WRITTEN));
    assertThat(deeds())
        .last()
        .isEqualTo(new JournalEvent.StepOrderDrawn(List.of(1, 2, 3, 4, 5, 6)));
  }

  @Test
  void aLessonInItsOwnOrderDrawsNothing() throws Exception {
    assertThat(titles(enter(WRITTEN, 1, false, false))).isEqualTo(titles(WRITTEN));
    assertThat(deeds()).isEmpty();
  }

  @Test
  void whoBeganBeforeTheStepsWereDrawnGoesOnAsItIsWritten() throws Exception {
    write(new JournalEvent.StepBegan(1), new JournalEvent.StepPassed(1, StepOutcome.DONE));
    Session session = enter(DRAWN, 1, false, false);
    assertThat(session.step().title()).isEqualTo(titles(WRITTEN).get(1));
  }

  @Test
  void aStepThatIsNewComesLast() throws Exception {
    Session first = enter(DRAWN, 1, false, false);
    write(new JournalEvent.StepBegan(1), new JournalEvent.StepPassed(1, StepOutcome.DONE));

    Session session = enter(drawn(LabLessonFixtures.lesson(steps(7))), 2, false, false);

    assertThat(titles(session).subList(0, 6)).isEqualTo(titles(first));
    assertThat(titles(session).getLast()).isEqualTo("Step 7");
    assertThat(session.step().number()).isEqualTo(2);
    assertThat(numbers(session))
        .isEqualTo(((JournalEvent.StepOrderDrawn) deeds().getLast()).order());
  }

  @Test
  void namesAndNumbersAreDrawnOnceAndKept() throws Exception {
    Lesson seeded = SeededLesson.compile(folder);
    Session first = enter(seeded, 1, false, false);
    long seed = first.lesson().variation().seed();
    assertThat(deeds()).containsExactly(new JournalEvent.SeedDrawn(seed));
    assertThat(first.step().checks().getFirst().title()).contains(SeededLesson.count(seeded, seed));

    writeTo(
        seeded, new JournalEvent.StepBegan(1), new JournalEvent.StepPassed(1, StepOutcome.DONE));
    assertThat(enter(seeded, 2, false, false).lesson().variation().seed()).isEqualTo(seed);
    assertThat(enter(seeded, 3, true, false).lesson().variation().seed()).isEqualTo(seed);
    assertThat(deeds()).filteredOn(JournalEvent.SeedDrawn.class::isInstance).hasSize(1);
  }

  @Test
  void anotherSeedNeedsARestart() throws Exception {
    Lesson seeded = SeededLesson.compile(folder);
    assertThat(open(seeded, 77, false).lesson().variation().seed()).isEqualTo(77);
    writeTo(
        seeded,
        new JournalEvent.StepBegan(1),
        new JournalEvent.StepPassed(1, StepOutcome.DONE),
        new JournalEvent.StepBegan(2));

    assertThat(open(seeded, 77, false).step().number()).isEqualTo(2);
    assertThatThrownBy(() -> open(seeded, 78, false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("another seed, 77");
    assertThat(open(seeded, 78, true).lesson().variation().seed()).isEqualTo(78);
    assertThat(deeds()).last().isEqualTo(new JournalEvent.SeedDrawn(78));
  }

  @Test
  void aLessonThatIsTheSameForAllHasNoSeed() {
    assertThatThrownBy(() -> open(WRITTEN, 5, false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the same for all");
  }

  @Test
  void aScriptHasTheNumbersOfThePages() throws Exception {
    Lesson seeded = SeededLesson.compile(folder);
    assertThat(enter(seeded, 1, false, true).lesson()).isEqualTo(seeded);
    assertThat(deeds()).containsExactly(new JournalEvent.SeedDrawn(0));
  }

  private Session open(Lesson lesson, long seed, boolean restart) throws Exception {
    OpenedSession opened =
        new SessionOpener(ports(1), false, new FaultLog(folder.resolve("log"), CLOCK))
            .open(lesson, new LessonStart(restart, OptionalLong.of(seed)));
    opened.held().close();
    return opened.session();
  }

  @Test
  void notesTellTheStepsAsTheyWereMet() throws Exception {
    Session session = enter(DRAWN, 1, false, false);
    write(
        new JournalEvent.StepBegan(1),
        new JournalEvent.NoteAdded(1, "found it"),
        new JournalEvent.StepPassed(1, StepOutcome.DONE));
    String notes = new NotesFileWriter(journal, state, ZoneId.of("UTC")).adoc(DRAWN);
    assertThat(notes).contains("== 1. " + titles(session).getFirst());
  }

  private Session enter(Lesson lesson, long seed, boolean restart, boolean scripted)
      throws Exception {
    var sessionOpener =
        new SessionOpener(ports(seed), scripted, new FaultLog(folder.resolve("log"), CLOCK));
    OpenedSession openedSession =
        sessionOpener.open(lesson, new LessonStart(restart, OptionalLong.empty()));
    openedSession.held().close();
    return openedSession.session();
  }

  private CommandContext ports(long seed) {
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var environment =
        new ProgramEnvironment(
            Map.of(),
            folder,
            folder,
            Path.of("/tmp"),
            InputStream.nullInputStream(),
            silent,
            silent,
            true,
            true,
            CLOCK,
            new Random(seed));
    Map<String, Object> there =
        Map.of(
            "environment",
            environment,
            "state",
            state,
            "journal",
            journal,
            "sessionFolders",
            sessionFolders);
    return (CommandContext)
        Proxy.newProxyInstance(
            CommandContext.class.getClassLoader(),
            new Class<?>[] {CommandContext.class},
            (_, method, _) -> {
              assertThat(there).containsKey(method.getName());
              return there.get(method.getName());
            });
  }

  private void write(JournalEvent... deeds) throws Exception {
    writeTo(DRAWN, deeds);
  }

  private void writeTo(Lesson lesson, JournalEvent... deeds) throws Exception {
    for (JournalEvent event : deeds) {
      journal.append("s", lesson.id(), event);
    }
  }

  private List<JournalEvent> deeds() throws Exception {
    return journal.entries().stream().map(JournalEntry::event).toList();
  }

  private static List<String> titles(Session session) {
    return titles(session.lesson());
  }

  private static List<String> titles(Lesson lesson) {
    return lesson.steps().stream().map(Step::title).toList();
  }

  /** The numbers in the file, which the titles of the harbour's steps end with. */
  private static List<Integer> numbers(Session session) {
    return titles(session).stream().map(title -> Integer.valueOf(title.substring(5))).toList();
  }

  private static Step[] steps(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(SessionOpenerTest::step).toArray(Step[]::new);
  }

  private static Step step(int number) {
    List<Check> checks = List.of(LabLessonFixtures.replicaCheck(number + ".1", number + 1));
    return LabLessonFixtures.step(
        number,
        checks,
        LabLessonFixtures.script("", "scale " + (number + 1)),
        List.of(),
        List.of());
  }

  private static Lesson drawn(Lesson lesson) {
    return LabLessonFixtures.withDrawnOrder(lesson);
  }
}
