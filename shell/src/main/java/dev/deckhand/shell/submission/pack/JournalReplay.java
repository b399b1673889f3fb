package dev.deckhand.shell.submission.pack;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.variable.ValueDraw;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.StepOrderHistory;
import dev.deckhand.shell.submission.LearnerHelp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Goes through a lesson's entries in the journal and finds the attempt to submit: the one in which
 * the most steps were done, of several the last. Help counts from all attempts, since who has seen
 * a solution knows it in the next attempt too.
 */
final class JournalReplay {

  private final List<RecordedAttempt> attempts = new ArrayList<>();
  private final Map<String, RecordedSession> sessions = new HashMap<>();
  private final Map<Integer, Integer> hints = new TreeMap<>();
  private final TreeSet<Integer> solutions = new TreeSet<>();
  private boolean finished;
  private long seed = ValueDraw.EXAMPLE_SEED;

  private JournalReplay() {}

  /**
   * What the journal has of a lesson.
   *
   * @param order of the steps, in which all of this is numbered
   * @param earlierAttempt whether a later attempt got less far
   */
  record Replayed(
      StepOrder order, RecordedAttempt attempt, LearnerHelp help, boolean earlierAttempt) {}

  /**
   * Reads a lesson's entries.
   *
   * @param lesson with its steps as they are written
   */
  static Replayed of(Lesson lesson, List<JournalEntry> entries) {
    StepOrderHistory history = StepOrderHistory.of(entries);
    // a lesson whose order was drawn once may have a fixed order now
    StepOrder latest =
        lesson.ordering() == StepOrderMode.DRAWN
            ? history.latest().orElse(StepOrderHistory.AS_WRITTEN)
            : StepOrderHistory.AS_WRITTEN;
    StepOrder order = latest.resizedTo(lesson.steps().size());
    List<JournalEntry> renumbered = history.renumbered(order);
    var replay = new JournalReplay();
    for (int i = 0; i < entries.size(); i++) {
      boolean first =
          entries.get(i).event() instanceof JournalEvent.StepBegan(int step) && step == 1;
      replay.apply(renumbered.get(i), first);
    }
    return replay.result(order);
  }

  private Replayed result(StepOrder order) {
    RecordedAttempt best = new RecordedAttempt(Instant.EPOCH, seed);
    for (RecordedAttempt attempt : attempts) {
      if (best.isEmpty() || (!attempt.isEmpty() && attempt.stepsDone() >= best.stepsDone())) {
        best = attempt;
      }
    }
    RecordedAttempt latest =
        attempts.stream().filter(one -> !one.isEmpty()).reduce((_, later) -> later).orElse(best);
    var skipped = new TreeSet<Integer>();
    best.outcomes()
        .forEach((step, outcome) -> {
          if (outcome == StepOutcome.SKIPPED) {
            skipped.add(step);
          }
        });
    return new Replayed(order, best, LearnerHelp.of(hints, solutions, skipped), latest != best);
  }

  private RecordedAttempt attempt(Instant at) {
    if (attempts.isEmpty()) {
      attempts.add(new RecordedAttempt(at, seed));
    }
    return attempts.getLast();
  }

  /**
   * Applies an entry.
   *
   * @param atFirstStep whether the first step begins, in the order of that attempt
   */
  private void apply(JournalEntry entry, boolean atFirstStep) {
    RecordedSession session = sessions.computeIfAbsent(entry.session(), _ -> new RecordedSession());
    if (entry.event() instanceof JournalEvent.SeedDrawn(long drawn)) {
      // before the attempt that it's for
      seed = drawn;
      return;
    }
    RecordedAttempt attempt = attempt(entry.at());
    int step = entry.event().step();
    switch (entry.event()) {
      case JournalEvent.StepBegan _ -> {
        if (atFirstStep || finished) {
          finished = false;
          attempts.add(new RecordedAttempt(entry.at(), seed));
        }
        session.begin(step);
      }
      case JournalEvent.SessionResumed(int _, boolean sameLab) -> {
        session.resume(sameLab);
        attempt.work(step, session.current());
      }
      case JournalEvent.CommandTyped(int _, String command) ->
          act(session, attempt, step, new RecordedAction.Typed(command, -1));
      case JournalEvent.CommandFinished(int _, String command, int exitCode, String _) -> {
        session.finish(command, exitCode);
        saveWork(session, attempt, step);
      }
      case JournalEvent.QuestionAnswered(int _, String id, String text, boolean right) ->
          act(session, attempt, step, new RecordedAction.Answered(id, text, right));
      case JournalEvent.QuizAnswered(int _, String id, var numbers, boolean right) ->
          act(session, attempt, step, new RecordedAction.Chosen(id, numbers, right));
      case JournalEvent.StepReset _ -> {
        session.reset();
        attempt.reset(step);
      }
      case JournalEvent.SandboxEntered _ -> session.enterSandbox();
      case JournalEvent.SandboxLeft _ -> {
        session.leaveSandbox();
        saveWork(session, attempt, step);
      }
      case JournalEvent.StepPassed(int _, StepOutcome outcome) ->
          attempt.pass(step, outcome, session.pass());
      case JournalEvent.HintGiven(int _, int number) -> hints.merge(step, number, Math::max);
      case JournalEvent.SolutionShown _ -> solutions.add(step);
      case JournalEvent.LessonFinished _ -> finished = true;
      case JournalEvent.SeedDrawn _,
          JournalEvent.StepOrderDrawn _,
          JournalEvent.CheckPassed _,
          JournalEvent.ChecksFailed _,
          JournalEvent.InvariantBroken _,
          JournalEvent.NoteAdded _,
          JournalEvent.SessionLeft _ -> {
        // nothing that a grader could run
      }
    }
  }

  private static void act(
      RecordedSession session, RecordedAttempt attempt, int step, RecordedAction action) {
    session.add(action);
    saveWork(session, attempt, step);
  }

  private static void saveWork(RecordedSession session, RecordedAttempt attempt, int step) {
    if (session.isWorking()) {
      attempt.work(step, session.current());
    }
  }
}
