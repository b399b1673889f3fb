package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Subject;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.RecordedProgress;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.journal.FileJournal;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.script.PlainScreen;
import dev.deckhand.shell.script.ScriptLineSource;
import dev.deckhand.shell.script.ScriptedLearnerTerminal;
import dev.deckhand.shell.step.CheckObserver;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session goes on whose process was killed. */
class LabRecoveryTest {

  private static final Lesson LESSON =
      LabLessonFixtures.lesson(
          LabLessonFixtures.step(
              1,
              List.of(LabLessonFixtures.replicaCheck("1.1", 2)),
              LabLessonFixtures.script("", "scale 2"),
              List.of(),
              List.of()),
          LabLessonFixtures.step(
              2, List.of(more()), LabLessonFixtures.script("", "scale 5"), List.of(), List.of()));

  @TempDir private Path folder;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final FakeLab old = new FakeLab();
  private final FakeLab fresh = new FakeLab();
  private SessionFolders sessionFolders;

  @BeforeEach
  void prepare() {
    sessionFolders = new SessionFolders(folder.resolve("run"), folder.resolve("s"), new Random(1));
  }

  @Test
  void theSameLabIsJudgedByWhatWasSeenWhenTheStepBegan() throws Exception {
    old.run("scale 2", Console.NONE);
    killInStep2();
    old.run("scale 3", Console.NONE);
    int ran = old.executedCommands().size();

    SessionLoop.SessionEnd sessionEnd =
        resume(true, new RecordedProgress(Set.of(), Set.of(), Set.of(), 1, "scale 3"));
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(output())
        .contains("Your lab is still there", "may be incomplete:\nscale 3")
        .doesNotContain("This is a new lab");
    assertThat(old.executedCommands()).as("nothing is run again").hasSize(ran);
    assertThat(sessionEnd.session().progress().hintsGiven()).isEqualTo(1);
    assertThat(deeds()).contains(new JournalEvent.SessionResumed(2, true));
  }

  @Test
  void whereTheLabIsGoneANewOneIsBroughtToTheStep() throws Exception {
    old.run("scale 2", Console.NONE);
    killInStep2();
    SessionLoop.SessionEnd sessionEnd =
        resume(false, new RecordedProgress(Set.of("q"), Set.of(), Set.of("2.1"), 1, ""));
    assertThat(sessionEnd.farewell())
        .as("the step is not done in it")
        .isEqualTo(Effect.EndReason.ABANDONED);
    assertThat(output()).contains("This is a new lab").doesNotContain("still there");
    assertThat(fresh.executedCommands()).as("earlier steps").containsExactly("scale 2");
    assertThat(sessionEnd.session().progress().hintsGiven())
        .as("what was told stays told")
        .isEqualTo(1);
    assertThat(sessionEnd.session().progress().answeredQuestions()).isEmpty();
    assertThat(sessionEnd.session().progress().checks().getFirst().broken()).isFalse();
    assertThat(deeds()).contains(new JournalEvent.SessionResumed(2, false));
  }

  @Test
  void resetLeavesNothingOfTheOldLabsPast() throws Exception {
    old.run("scale 2", Console.NONE);
    killInStep2();
    SessionLoop.SessionEnd sessionEnd =
        resume(true, RecordedProgress.NONE, "reset", "scale 1", "scale 9");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(old.executedCommands()).containsExactly("scale 2", "scale 2", "scale 1", "scale 9");
  }

  /** As a killed process does: the room stays, and its lock is free. */
  private void killInStep2() throws Exception {
    SessionFolders.LockedFolder lockedFolder = sessionFolders.open(folder.resolve("work"));
    var first =
        Bookmark.initial(
            "1", LESSON.id(), lockedFolder.folder().workspace(), Clock.systemUTC().instant());
    BookmarkKeeper marks = BookmarkKeeper.forNewSession(lockedFolder, first, log());
    var step = LESSON.steps().get(1);
    marks.stepPrepared(step, new CheckObserver(old, new Judge(new CelEvaluator())).observe(step));
    lockedFolder.unlock();
  }

  private SessionLoop.SessionEnd resume(boolean lives, RecordedProgress past, String... lines)
      throws Exception {
    var step = LESSON.steps().get(1);
    SessionFolders.LockedFolder lockedFolder =
        sessionFolders.adopt(mark -> mark.isAtStep(step)).orElseThrow();
    var clock = Clock.systemUTC();
    var judge = new Judge(new CelEvaluator());
    var inbox = new Inbox();
    var screen =
        new PlainScreen(
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            new RenderContext(Theme.plain(), TextBundle.english(), 80),
            () -> new DisplayContext(List.of(), Map::of, Map::of, "notes", "attic"),
            () -> {});
    var source = new ScriptLineSource(List.of(lines), Duration.ofSeconds(1), inbox, clock, _ -> {});
    var files = new WorkspaceFiles(folder.resolve("work"), folder.resolve("attic"), clock);
    var openLab =
        new OpenLab(labs(lives), (_, _) -> lives ? old : fresh, lockedFolder.folder(), files, log())
            .withBookmarks(
                BookmarkKeeper.inherited(
                    lockedFolder,
                    lockedFolder.requireBookmark(),
                    past.interruptedCommand(),
                    log()));
    var session =
        Session.startingAt(LESSON, 2, Map.of(1, StepOutcome.DONE)).withRecordedProgress(past);
    try (lockedFolder;
        source;
        var effectRunner = new EffectRunner(openLab, judge, screen, inbox, clock)) {
      source.start();
      return new SessionLoop(
              session,
              new Update(judge),
              inbox,
              effectRunner,
              new ScriptedLearnerTerminal(screen, source),
              new SessionRecorder(
                  journal(), lockedFolder.folder().id(), LESSON.id(), clock, _ -> {}))
          .run(clock.instant());
    }
  }

  private LabFactory labs(boolean lives) {
    return new LabFactory() {
      @Override
      public Lab open(LabNeeds needs, SessionFolder sessionFolder, BootProgress progress) {
        return fresh;
      }

      @Override
      public Optional<Lab> adopt(LabNeeds needs, SessionFolder sessionFolder) {
        return lives ? Optional.of(old) : Optional.empty();
      }
    };
  }

  /** More replicas than when the step began: nobody can tell who was not there then. */
  private static Check more() {
    Subject web = LabLessonFixtures.replicaCheck("x", 1).expectations().getFirst().subject();
    var grown =
        new DataPattern.Shape(
            Map.of(),
            List.of(
                new DataPattern.Expression(
                    "self.spec.replicas > before.spec.replicas",
                    DataNode.of(true),
                    LabLessonFixtures.HERE)),
            LabLessonFixtures.HERE);
    return new Check(
        "2.1",
        "more than before",
        List.of(new Expectation(web, grown)),
        new Check.Settings(
            Check.Role.GOAL, Duration.ofSeconds(5), Duration.ZERO, CountConstraint.ANY, 1, false),
        LabLessonFixtures.HERE);
  }

  private List<JournalEvent> deeds() throws Exception {
    return journal().entries().stream().map(JournalEntry::event).toList();
  }

  private Journal journal() {
    return new FileJournal(folder.resolve("journal.jsonl"), Clock.systemUTC());
  }

  private FaultLog log() {
    return new FaultLog(folder.resolve("log"), Clock.systemUTC());
  }

  private String output() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
