package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Subject;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.Update;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.journal.FileJournal;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.script.PlainScreen;
import dev.deckhand.shell.script.ScriptLineSource;
import dev.deckhand.shell.script.ScriptedLearnerTerminal;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SessionLoopTest {

  private static final SourcePosition HERE = new SourcePosition("test.adoc", 1);
  private static final Subject WEB =
      new Subject.KubernetesObject("apps/v1", "Deployment", "web", null, Map.of());

  @TempDir Path folder;

  private final FakeLab lab = new FakeLab();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private OutputStream out = shown;

  @Test
  void aScriptWithoutNextWalksTheLessonByItself() throws Exception {
    SessionLoop.SessionEnd sessionEnd = run("scale 2", "scale 3");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(lab.executedCommands()).containsExactly("scale 2", "scale 3");
    assertThat(lab.closed()).isTrue();
  }

  @Test
  void aScriptMaySayNextItself() throws Exception {
    SessionLoop.SessionEnd sessionEnd = run("echo hello", "scale 2", "next", "scale 9", "scale 3");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(output()).contains("hello").contains("Step 2 of 2");
  }

  @Test
  void aScriptThatSolvesNothingSaysWhichCheckIsOpenAndWhy() throws Exception {
    SessionLoop.SessionEnd sessionEnd = run("echo nothing");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.ABANDONED);
    assertThat(output())
        .contains("There are 2 replicas")
        .contains("spec.replicas is 1, expected 2")
        .contains("Somebody scaled it.");
  }

  @Test
  void aFrozenLabIsNotJudgedByWhatItToldBefore() throws Exception {
    run("freeze");
    assertThat(output())
        .contains("can't tell")
        .contains("The cluster does not answer.")
        .doesNotContain("expected 2")
        .doesNotContain("Somebody scaled it.");
  }

  @Test
  void aCheckHoldsAfterItsTimeIfTheLabStillAnswers() throws Exception {
    Lesson holding = lesson(step(1, 2, Duration.ofMillis(100)));
    assertThat(run(Session.startingAt(holding, 1, Map.of()), "scale 2").farewell())
        .isEqualTo(Effect.EndReason.FINISHED);
  }

  @Test
  void inAFrozenLabNoHoldTimeElapses() throws Exception {
    Lesson holding = lesson(step(1, 2, Duration.ofMillis(100)));
    assertThat(run(Session.startingAt(holding, 1, Map.of()), "freeze", "scale 2").farewell())
        .isEqualTo(Effect.EndReason.ABANDONED);
    assertThat(output()).contains("The cluster does not answer.");
  }

  @Test
  void anEmptyScriptSolvesNothing() throws Exception {
    assertThat(run().farewell()).isEqualTo(Effect.EndReason.ABANDONED);
  }

  @Test
  void aFaultOfOurOwnIsToldApartFromALostLab() throws Exception {
    assertThat(run("scale a bug of the fake lab's").internalError()).isTrue();
    assertThat(output()).contains("Something in Deckhand itself went wrong");
    assertThat(run("echo nothing").internalError()).isFalse();
  }

  @Test
  void skippingIsNotSolving() throws Exception {
    assertThat(run("skip", "next", "skip").farewell())
        .isEqualTo(Effect.EndReason.FINISHED_WITH_SKIPS);
  }

  @Test
  void whatWasDoneIsInTheJournalAndALaterSessionGoesOnFromThere() throws Exception {
    run("scale 2", "next", "quit");
    LessonProgress lessonProgress = LessonProgress.of(journal().entries(lesson().id()));
    assertThat(lessonProgress.resumeStep(2)).isEqualTo(2);
    assertThat(journal().entries())
        .extracting(JournalEntry::event)
        .contains(
            new JournalEvent.CommandFinished(1, "scale 2", 0, ""),
            new JournalEvent.StepPassed(1, StepOutcome.DONE));
    var resumed =
        run(Session.startingAt(lesson(), 2, lessonProgress.resumedOutcomes(2)), "scale 3");
    assertThat(resumed.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(lab.executedCommands())
        .as("earlier steps are solved again in the new lab")
        .containsExactly("scale 2", "scale 2", "scale 3");
  }

  @Test
  void resetBringsTheStepBack() throws Exception {
    SessionLoop.SessionEnd sessionEnd = run("scale 2", "next", "scale 7", "reset", "scale 3");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(lab.executedCommands()).containsExactly("scale 2", "scale 7", "scale 2", "scale 3");
  }

  @Test
  void aResetSaysWhatProvesIt() throws Exception {
    run("scale 2", "next", "scale 7", "reset", "scale 3");
    assertThat(output())
        .contains("Step 2 is back at its start.")
        .contains("None of its checks pass now; one is left to")
        .contains("Step 1 was done again for you, and passes.");
  }

  @Test
  void theSolutionTypesItself() throws Exception {
    SessionLoop.SessionEnd sessionEnd = run("solution type", "solution type");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(lab.executedCommands()).containsExactly("scale 2", "scale 3");
  }

  @Test
  void whatIsPlayedWithIsBroughtBack() throws Exception {
    SessionLoop.SessionEnd sessionEnd =
        run("scale 2", "next", "play", "scale 3", "scale 9", "back", "scale 3");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(lab.executedCommands())
        .as("what holds while playing does not end the step; coming back does the first step again")
        .containsExactly("scale 2", "scale 3", "scale 9", "scale 2", "scale 3");
    assertThat(output()).contains("Everything is restored.");
  }

  @Test
  void aLabWithoutAClusterCannotExplain() throws Exception {
    run("explain pod", "scale 2", "scale 3");
    assertThat(output()).contains("This lesson has no cluster");
  }

  @Test
  void aJournalThatCannotBeWrittenIsToldOnceAndCostsNothingElse() throws Exception {
    Path notAFolder = folder.resolve("journal.jsonl");
    java.nio.file.Files.createDirectories(notAFolder);
    SessionLoop.SessionEnd sessionEnd = run("scale 2", "scale 3");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.FINISHED);
    assertThat(output()).containsOnlyOnce("Your progress cannot be written down");
  }

  @Test
  void nothingIsCalledSavedThatIsNot() throws Exception {
    java.nio.file.Files.createDirectories(folder.resolve("journal.jsonl"));
    run("scale 2", "quit");
    assertThat(output()).contains("is not saved").doesNotContain("progress is saved");

    java.nio.file.Files.delete(folder.resolve("journal.jsonl"));
    shown.reset();
    run("scale 2", "quit");
    assertThat(output()).contains("progress is saved").doesNotContain("not saved");
  }

  @Test
  void aLabThatThrowsWhenItIsAskedHangsNothing() throws Exception {
    lab.breakDown();
    SessionLoop.SessionEnd sessionEnd = run("explain pod", "scale 7", "check");
    assertThat(sessionEnd.internalError()).isTrue();
    assertThat(output())
        .contains("The cluster's answer cannot be read")
        .contains("spec.replicas is 7, expected 2");
  }

  @Test
  void aClosedPipeEndsTheSessionSoon() throws Exception {
    out = new ClosedPipe(shown);
    SessionLoop.SessionEnd sessionEnd = run("echo one", "echo two", "scale 2", "echo three");
    assertThat(sessionEnd.farewell()).isEqualTo(Effect.EndReason.ABANDONED);
    assertThat(lab.executedCommands()).doesNotContain("echo three");
    assertThat(sessionEnd.internalError()).isFalse();
  }

  /** Breaks as soon as a command's output was read, as {@code head} does. */
  private static final class ClosedPipe extends FilterOutputStream {
    private boolean closed;

    ClosedPipe(OutputStream reader) {
      super(reader);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (closed) {
        throw new IOException("Broken pipe");
      }
      out.write(bytes, offset, length);
      closed = new String(bytes, offset, length, StandardCharsets.UTF_8).contains("one");
    }
  }

  private SessionLoop.SessionEnd run(String... lines) throws Exception {
    return run(Session.startingAt(lesson(), 1, Map.of()), lines);
  }

  private SessionLoop.SessionEnd run(Session session, String... lines) throws Exception {
    var inbox = new Inbox();
    var clock = Clock.systemUTC();
    var judge = new Judge(new CelEvaluator());
    var screen =
        new PlainScreen(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new RenderContext(Theme.plain(), TextBundle.english(), 80),
            () -> new DisplayContext(List.of(), Map::of, Map::of, "notes", "attic"),
            () -> inbox.post(new Message.InputEnded(clock.instant())));
    var source = new ScriptLineSource(List.of(lines), Duration.ofSeconds(1), inbox, clock, _ -> {});
    var sessionFolder = new SessionFolder("testroom", folder, folder.resolve("work"));
    var files = new WorkspaceFiles(folder.resolve("work"), folder.resolve("attic"), clock);
    var openLab =
        new OpenLab(
            (_, _, _) -> lab,
            (_, _) -> lab,
            sessionFolder,
            files,
            new FaultLog(folder.resolve("log"), clock));
    try (source;
        var effectRunner = new EffectRunner(openLab, judge, screen, inbox, clock)) {
      source.start();
      return new SessionLoop(
              session,
              new Update(judge),
              inbox,
              effectRunner,
              new ScriptedLearnerTerminal(screen, source),
              new SessionRecorder(journal(), "testroom", session.lesson().id(), clock, _ -> {}))
          .run(clock.instant());
    }
  }

  private Journal journal() {
    return new FileJournal(folder.resolve("journal.jsonl"), Clock.systemUTC());
  }

  private String output() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  private static Lesson lesson() {
    return lesson(step(1, 2, Duration.ZERO), step(2, 3, Duration.ZERO));
  }

  private static Lesson lesson(Step... steps) {
    return new Lesson(
        LessonId.of("kubernetes/test"),
        "Test",
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(), "default"),
        new LessonMetadata(List.of(), 1, "", StepOrderMode.WRITTEN),
        List.of(),
        List.of(steps),
        "test.adoc");
  }

  private static Step step(int number, int replicas, Duration hold) {
    var spec =
        new DataPattern.Shape(
            Map.of("replicas", new DataPattern.Scalar(DataNode.of(replicas), HERE)),
            List.of(),
            HERE);
    var check =
        new Check(
            number + ".1",
            "There are " + replicas + " replicas",
            List.of(
                new Expectation(WEB, new DataPattern.Shape(Map.of("spec", spec), List.of(), HERE))),
            new Check.Settings(
                Check.Role.GOAL, Duration.ofSeconds(5), hold, CountConstraint.ANY, 1, false),
            HERE);
    return new Step(
        number,
        "Have " + replicas,
        new StepContent(List.of()),
        new StepTasks(List.of(check), List.of(), List.of(), List.of()),
        ScriptSet.solvedBy(new Script("", List.of("scale " + replicas), HERE)),
        HERE);
  }
}
