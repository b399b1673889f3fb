package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Count;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Expressions;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Node;
import dev.deckhand.check.Pattern;
import dev.deckhand.check.Place;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Deed;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepOutcome;
import dev.deckhand.session.Update;
import dev.deckhand.shell.grade.PlainScreen;
import dev.deckhand.shell.grade.ScriptSource;
import dev.deckhand.shell.journal.Entry;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.Progress;
import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Surroundings;
import dev.deckhand.shell.view.Theme;
import dev.deckhand.shell.view.Words;
import java.io.ByteArrayOutputStream;
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
class VoyageTest {

  private static final Place HERE = new Place("test.adoc", 1);
  private static final Subject WEB =
      new Subject.KubernetesObject("apps/v1", "Deployment", "web", null, Map.of());

  @TempDir Path folder;

  private final FakeLab lab = new FakeLab();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Test
  void aScriptWithoutNextWalksTheLessonByItself() throws Exception {
    Voyage.Ended ended = sail("scale 2", "scale 3");
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(lab.ran()).containsExactly("scale 2", "scale 3");
    assertThat(lab.closed()).isTrue();
  }

  @Test
  void aScriptMaySayNextItself() throws Exception {
    Voyage.Ended ended = sail("echo hello", "scale 2", "next", "scale 9", "scale 3");
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(output()).contains("hello").contains("Step 2 of 2");
  }

  @Test
  void aScriptThatSolvesNothingSaysWhichCheckIsOpenAndWhy() throws Exception {
    Voyage.Ended ended = sail("echo nothing");
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.LEFT);
    assertThat(output())
        .contains("There are 2 replicas")
        .contains("spec.replicas is 1, expected 2")
        .contains("Somebody scaled it.");
  }

  @Test
  void anEmptyScriptSolvesNothing() throws Exception {
    assertThat(sail().farewell()).isEqualTo(Effect.Farewell.LEFT);
  }

  @Test
  void aFaultOfOurOwnIsToldApartFromALostLab() throws Exception {
    assertThat(sail("scale a bug of the fake lab's").stumbled()).isTrue();
    assertThat(output()).contains("Something in Deckhand itself went wrong");
    assertThat(sail("echo nothing").stumbled()).isFalse();
  }

  @Test
  void skippingIsNotSolving() throws Exception {
    assertThat(sail("skip", "next", "skip").farewell()).isEqualTo(Effect.Farewell.PASSED_OVER);
  }

  @Test
  void whatWasDoneIsInTheJournalAndALaterSessionGoesOnFromThere() throws Exception {
    sail("scale 2", "next", "quit");
    Progress progress = Progress.of(journal().entries(lesson().id()));
    assertThat(progress.resumeAt(2)).isEqualTo(2);
    assertThat(journal().entries())
        .extracting(Entry::deed)
        .contains(new Deed.Ran(1, "scale 2", 0, ""), new Deed.Passed(1, StepOutcome.DONE));
    var resumed = sail(Session.at(lesson(), 2, progress.carried(2)), "scale 3");
    assertThat(resumed.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(lab.ran())
        .as("earlier steps are solved again in the new lab")
        .containsExactly("scale 2", "scale 2", "scale 3");
  }

  @Test
  void resetBringsTheStepBack() throws Exception {
    Voyage.Ended ended = sail("scale 2", "next", "scale 7", "reset", "scale 3");
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(lab.ran()).containsExactly("scale 2", "scale 7", "scale 2", "scale 3");
  }

  @Test
  void aResetSaysWhatProvesIt() throws Exception {
    sail("scale 2", "next", "scale 7", "reset", "scale 3");
    assertThat(output())
        .contains("Step 2 is at its beginning again.")
        .contains("No check of it holds now, one is to do.")
        .contains("Step 1 was done again, and holds.");
  }

  @Test
  void theSolutionTypesItself() throws Exception {
    Voyage.Ended ended = sail("solution type", "solution type");
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(lab.ran()).containsExactly("scale 2", "scale 3");
  }

  @Test
  void whatIsPlayedWithIsBroughtBack() throws Exception {
    Voyage.Ended ended = sail("scale 2", "next", "play", "scale 3", "scale 9", "back", "scale 3");
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(lab.ran())
        .as("what holds while playing does not end the step; coming back does the first step again")
        .containsExactly("scale 2", "scale 3", "scale 9", "scale 2", "scale 3");
    assertThat(output()).contains("All is as it was.");
  }

  @Test
  void aLabWithoutAClusterCannotExplain() throws Exception {
    sail("explain pod", "scale 2", "scale 3");
    assertThat(output()).contains("This lesson has no cluster");
  }

  @Test
  void aJournalThatCannotBeWrittenIsToldOnceAndCostsNothingElse() throws Exception {
    Path notAFolder = folder.resolve("journal.jsonl");
    java.nio.file.Files.createDirectories(notAFolder);
    Voyage.Ended ended = sail("scale 2", "scale 3");
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(output()).containsOnlyOnce("Your progress cannot be written down");
  }

  private Voyage.Ended sail(String... lines) throws Exception {
    return sail(Session.at(lesson(), 1, Map.of()), lines);
  }

  private Voyage.Ended sail(Session session, String... lines) throws Exception {
    var inbox = new Inbox();
    var clock = Clock.systemUTC();
    var judge = new Judge(new Expressions());
    var screen =
        new PlainScreen(
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            new Look(Theme.plain(), Words.english(), 80),
            () -> new Surroundings(List.of(), Map.of(), "notes", "attic"));
    var source = new ScriptSource(List.of(lines), Duration.ofSeconds(1), inbox, clock, _ -> {});
    var room = new SessionRoom("testroom", folder, folder.resolve("work"));
    var files = new WorkspaceFiles(folder.resolve("work"), folder.resolve("attic"), clock);
    var berth =
        new Berth(
            (_, _, _) -> lab,
            (_, _) -> lab,
            room,
            files,
            new FaultLog(folder.resolve("log"), clock));
    try (source;
        var crew = new Crew(berth, judge, screen, inbox, clock)) {
      source.start();
      return new Voyage(
              session,
              "testroom",
              new Update(judge),
              inbox,
              crew,
              screen,
              source,
              journal(),
              clock,
              _ -> {})
          .sail();
    }
  }

  private Journal journal() {
    return new Journal(folder.resolve("journal.jsonl"), Clock.systemUTC());
  }

  private String output() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  private static Lesson lesson() {
    return new Lesson(
        LessonId.of("kubernetes/test"),
        "Test",
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(), "default"),
        List.of(),
        1,
        "",
        List.of(),
        List.of(step(1, 2), step(2, 3)),
        "test.adoc");
  }

  private static Step step(int number, int replicas) {
    var spec =
        new Pattern.Shape(
            Map.of("replicas", new Pattern.Scalar(Node.of(replicas), HERE)), List.of(), HERE);
    var check =
        new Check(
            number + ".1",
            "There are " + replicas + " replicas",
            List.of(new Expectation(WEB, new Pattern.Shape(Map.of("spec", spec), List.of(), HERE))),
            Check.Role.GOAL,
            Duration.ofSeconds(5),
            Duration.ZERO,
            false,
            Count.ANY,
            1,
            false,
            HERE);
    return new Step(
        number,
        "Have " + replicas,
        List.of(),
        List.of(),
        List.of(check),
        List.of(),
        List.of(),
        List.of(),
        new Script("", List.of("scale " + replicas), HERE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        HERE);
  }
}
