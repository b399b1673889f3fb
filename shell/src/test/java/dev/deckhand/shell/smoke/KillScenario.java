package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.shell.journal.FileJournal;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.LessonProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Kills the program at random moments of a scripted lesson, starts it again, and looks. */
final class KillScenario {

  private final PackagedProgram program;
  private final Path folder;
  private final LessonId lesson;
  private final int steps;
  private final BiFunction<Integer, Integer, List<String>> script;
  private final Random random;
  private int adoptedLabs;
  private int newLabs;
  private int claims;
  private int ended;

  /**
   * @param script what is typed from a step on, in a round
   */
  KillScenario(
      PackagedProgram program,
      Path folder,
      LessonId lesson,
      int steps,
      BiFunction<Integer, Integer, List<String>> script,
      Random random) {
    this.program = program;
    this.folder = folder;
    this.lesson = lesson;
    this.steps = steps;
    this.script = script;
    this.random = random;
  }

  /**
   * Starts it, kills it after that time at the latest, and checks what it had said. In every other
   * round, as chance has it, the time begins with the start of the process; else with its first
   * word: on a machine with much to do the start alone takes seconds.
   */
  void kill(int round, long longestMillis) throws IOException, InterruptedException {
    boolean fromFirstWord = random.nextBoolean();
    long patience = random.nextLong(longestMillis);
    run(round, script.apply(resumesAt(), round), patience, fromFirstWord, false);
  }

  /** Starts it once more, lets it leave, and checks what it said. */
  void quit(int round) throws IOException, InterruptedException {
    run(round, List.of("note leaving-" + round, "quit"), 120_000, false, true);
    assertThat(program.state().sessions()).as("rooms after round %d", round).isEmptyDirectory();
  }

  private void run(
      int round, List<String> lines, long millis, boolean fromFirstWord, boolean toTheEnd)
      throws IOException, InterruptedException {
    int expected = resumesAt();
    int before = entries().size();
    Path typed = folder.resolve("script");
    Files.write(typed, lines);
    Path out = folder.resolve("out-" + round + (toTheEnd ? "-left" : ""));
    Process process = program.begin(out, "learn", lesson.toString(), "--script", typed.toString());
    while (fromFirstWord && process.isAlive() && Files.size(out) == 0) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    boolean over = process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    String said = Files.readString(out);
    String where = "round " + round + ", killed after " + millis + " ms; it said:\n" + said;
    if (toTheEnd) {
      assertThat(over).as("it leaves by itself in %s", where).isTrue();
    }
    List<JournalEntry> entries = entries();
    List<JournalEvent> events =
        entries.subList(before, entries.size()).stream().map(JournalEntry::event).toList();
    var acknowledgedEvents = AcknowledgedEvents.parse(said, lesson, lesson.equals(AppendLesson.ID));
    for (AcknowledgedEvents.Claim claim : acknowledgedEvents.claims()) {
      assertThat(events).as("\"%s\" in %s", claim.words(), where).anyMatch(claim.fits());
    }
    acknowledgedEvents
        .firstStep()
        .ifPresent(step -> assertThat(step).as("step in %s", where).isEqualTo(expected));
    verifyNoHintTwice(entries, where);
    claims += acknowledgedEvents.claims().size();
    adoptedLabs += said.contains("Your lab is still there") ? 1 : 0;
    newLabs += said.contains("This is a new lab") ? 1 : 0;
    ended += over ? 1 : 0;
    Files.delete(out);
  }

  /** What was told before the kill is known after it. */
  private static void verifyNoHintTwice(List<JournalEntry> entries, String where) {
    var given = new java.util.HashSet<String>();
    for (JournalEntry journalEntry : entries) {
      switch (journalEntry.event()) {
        case JournalEvent.HintGiven(int step, int number) ->
            assertThat(given.add(journalEntry.session() + " " + step + " " + number))
                .as("hint %d of step %d is new in %s", number, step, where)
                .isTrue();
        case JournalEvent.StepPassed(int step, var _) ->
            given.removeIf(hint -> hint.startsWith(journalEntry.session() + " " + step + " "));
        default -> {}
      }
    }
  }

  private int resumesAt() throws IOException {
    return LessonProgress.of(entries()).resumeStep(steps);
  }

  /** A new reader each time: as the next process will. */
  private List<JournalEntry> entries() throws IOException {
    return new FileJournal(program.state().journal(), Clock.systemUTC()).entries(lesson);
  }

  /** What all rounds so far came to. */
  String statistics() throws IOException {
    return claims
        + " events were acknowledged, none of them is lost; "
        + entries().size()
        + " are in the journal; the lab was still there "
        + adoptedLabs
        + " times and new "
        + newLabs
        + " times; "
        + ended
        + " starts ended before they could be killed";
  }
}
