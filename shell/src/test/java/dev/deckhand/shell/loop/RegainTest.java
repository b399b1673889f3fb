package dev.deckhand.shell.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Count;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Expressions;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Node;
import dev.deckhand.check.Pattern;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.session.Deed;
import dev.deckhand.session.Effect;
import dev.deckhand.session.Recollection;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepOutcome;
import dev.deckhand.session.Update;
import dev.deckhand.shell.grade.PlainScreen;
import dev.deckhand.shell.grade.ScriptSource;
import dev.deckhand.shell.journal.Entry;
import dev.deckhand.shell.journal.Journal;
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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session goes on whose process was killed. */
class RegainTest {

  private static final Lesson LESSON =
      Harbour.lesson(
          Harbour.step(
              1,
              List.of(Harbour.wants("1.1", 2)),
              Harbour.script("", "scale 2"),
              List.of(),
              List.of()),
          Harbour.step(2, List.of(more()), Harbour.script("", "scale 5"), List.of(), List.of()));

  @TempDir private Path folder;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final FakeLab old = new FakeLab();
  private final FakeLab fresh = new FakeLab();
  private SessionRooms rooms;

  @BeforeEach
  void prepare() {
    rooms = new SessionRooms(folder.resolve("run"), folder.resolve("s"), new Random(1));
  }

  @Test
  void theSameLabIsJudgedByWhatWasSeenWhenTheStepBegan() throws Exception {
    old.run("scale 2", Console.NONE);
    dieInStep2();
    old.run("scale 3", Console.NONE);
    int ran = old.ran().size();

    Voyage.Ended ended = goOn(true, new Recollection(Set.of(), Set.of(), Set.of(), 1, "scale 3"));
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(output())
        .contains("Your lab was still there", "may be half done: scale 3")
        .doesNotContain("A new lab");
    assertThat(old.ran()).as("nothing is run again").hasSize(ran);
    assertThat(ended.session().work().hints()).isEqualTo(1);
    assertThat(deeds()).contains(new Deed.Resumed(2, true));
  }

  @Test
  void whereTheLabIsGoneANewOneIsBroughtToTheStep() throws Exception {
    old.run("scale 2", Console.NONE);
    dieInStep2();
    Voyage.Ended ended = goOn(false, new Recollection(Set.of("q"), Set.of(), Set.of("2.1"), 1, ""));
    assertThat(ended.farewell()).as("the step is not done in it").isEqualTo(Effect.Farewell.LEFT);
    assertThat(output()).contains("A new lab").doesNotContain("still there");
    assertThat(fresh.ran()).as("earlier steps").containsExactly("scale 2");
    assertThat(ended.session().work().hints()).as("what was told stays told").isEqualTo(1);
    assertThat(ended.session().work().answered()).isEmpty();
    assertThat(ended.session().work().checks().getFirst().broken()).isFalse();
    assertThat(deeds()).contains(new Deed.Resumed(2, false));
  }

  @Test
  void resetLeavesNothingOfTheOldLabsPast() throws Exception {
    old.run("scale 2", Console.NONE);
    dieInStep2();
    Voyage.Ended ended = goOn(true, Recollection.NONE, "reset", "scale 1", "scale 9");
    assertThat(ended.farewell()).isEqualTo(Effect.Farewell.FINISHED);
    assertThat(old.ran()).containsExactly("scale 2", "scale 2", "scale 1", "scale 9");
  }

  /** As a killed process does: the room stays, and its lock is free. */
  private void dieInStep2() throws Exception {
    SessionRooms.Held held = rooms.open(folder.resolve("work"));
    var first =
        Bookmark.first("1", LESSON.id(), held.room().workspace(), Clock.systemUTC().instant());
    Bookmarks marks = Bookmarks.begun(held, first, log());
    var step = LESSON.steps().get(1);
    marks.prepared(step, new Lookout(old, new Judge(new Expressions())).look(step));
    held.letGo();
  }

  private Voyage.Ended goOn(boolean lives, Recollection past, String... lines) throws Exception {
    var step = LESSON.steps().get(1);
    SessionRooms.Held held = rooms.inherit(mark -> mark.standsAt(step)).orElseThrow();
    var clock = Clock.systemUTC();
    var judge = new Judge(new Expressions());
    var inbox = new Inbox();
    var screen =
        new PlainScreen(
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            new Look(Theme.plain(), Words.english(), 80),
            () -> new Surroundings(List.of(), Map.of(), "notes", "attic"));
    var source = new ScriptSource(List.of(lines), Duration.ofSeconds(1), inbox, clock, _ -> {});
    var files = new WorkspaceFiles(folder.resolve("work"), folder.resolve("attic"), clock);
    var berth =
        new Berth(labs(lives), (_, _) -> lives ? old : fresh, held.room(), files, log())
            .remembering(Bookmarks.inherited(held, held.mark(), past.unfinished(), log()));
    var session = Session.at(LESSON, 2, Map.of(1, StepOutcome.DONE)).recalling(past);
    try (held;
        source;
        var crew = new Crew(berth, judge, screen, inbox, clock)) {
      source.start();
      return new Voyage(
              session,
              held.room().id(),
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

  private LabFactory labs(boolean lives) {
    return new LabFactory() {
      @Override
      public Lab open(LabNeeds needs, SessionRoom room, BootProgress progress) {
        return fresh;
      }

      @Override
      public Optional<Lab> adopt(LabNeeds needs, SessionRoom room) {
        return lives ? Optional.of(old) : Optional.empty();
      }
    };
  }

  /** More replicas than when the step began: nobody can tell who was not there then. */
  private static Check more() {
    Subject web = Harbour.wants("x", 1).expectations().getFirst().subject();
    var grown =
        new Pattern.Shape(
            Map.of(),
            List.of(
                new Pattern.Expression(
                    "self.spec.replicas > before.spec.replicas", Node.of(true), Harbour.HERE)),
            Harbour.HERE);
    return new Check(
        "2.1",
        "more than before",
        List.of(new Expectation(web, grown)),
        Check.Role.GOAL,
        Duration.ofSeconds(5),
        Duration.ZERO,
        false,
        Count.ANY,
        1,
        false,
        Harbour.HERE);
  }

  private List<Deed> deeds() throws Exception {
    return journal().entries().stream().map(Entry::deed).toList();
  }

  private Journal journal() {
    return new Journal(folder.resolve("journal.jsonl"), Clock.systemUTC());
  }

  private FaultLog log() {
    return new FaultLog(folder.resolve("log"), Clock.systemUTC());
  }

  private String output() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
