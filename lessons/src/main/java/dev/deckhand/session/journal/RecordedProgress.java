package dev.deckhand.session.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The progress in a step as the journal tells it, for a session that continues after its process
 * was killed.
 *
 * @param answeredQuestions ids of questions that were answered right
 * @param solvedQuizzes ids of quizzes that were solved
 * @param brokenChecks ids of fatal invariants that broke
 * @param hintsGiven how many hints were given
 * @param interruptedCommand the command that ran when the process died; empty for none
 */
public record RecordedProgress(
    Set<String> answeredQuestions,
    Set<String> solvedQuizzes,
    Set<String> brokenChecks,
    int hintsGiven,
    String interruptedCommand) {

  private static final Set<String> NO_IDS = Set.of();

  /** The progress in a step that was not begun. */
  public static final RecordedProgress NONE =
      new RecordedProgress(Set.of(), Set.of(), Set.of(), 0, "");

  public RecordedProgress {
    answeredQuestions = Set.copyOf(answeredQuestions);
    solvedQuizzes = Set.copyOf(solvedQuizzes);
    brokenChecks = Set.copyOf(brokenChecks);
  }

  /** The progress in the current step, from one session's events in their order. */
  public static RecordedProgress of(List<JournalEvent> events) {
    RecordedProgress before = NONE;
    RecordedProgress now = NONE;
    for (JournalEvent event : events) {
      switch (event) {
        case JournalEvent.StepBegan _ -> {
          // whether this is the first visit or a return, only the next event tells
          before = before.merge(now);
          now = NONE;
        }
        case JournalEvent.SessionResumed(int _, boolean sameLab) -> {
          now = sameLab ? before.merge(now) : before.merge(now).forNewLab();
          before = NONE;
        }
        case JournalEvent.StepReset _ -> {
          before = NONE;
          now = now.forNewLab();
        }
        case JournalEvent.StepPassed _ -> {
          before = NONE;
          now = NONE;
        }
        case JournalEvent.HintGiven(int _, int count) -> now = now.withHints(count);
        case JournalEvent.QuestionAnswered(int _, var id, var _, boolean right) ->
            now = right ? now.merge(new RecordedProgress(Set.of(id), NO_IDS, NO_IDS, 0, "")) : now;
        case JournalEvent.QuizAnswered(int _, var id, var _, boolean right) ->
            now = right ? now.merge(new RecordedProgress(NO_IDS, Set.of(id), NO_IDS, 0, "")) : now;
        case JournalEvent.InvariantBroken(int _, var id) ->
            now = now.merge(new RecordedProgress(NO_IDS, NO_IDS, Set.of(id), 0, ""));
        case JournalEvent.CommandTyped(int _, var command) -> now = now.withRunning(command);
        case JournalEvent.CommandFinished _ -> now = now.withRunning("");
        case JournalEvent.SeedDrawn _,
            JournalEvent.StepOrderDrawn _,
            JournalEvent.NoteAdded _,
            JournalEvent.SolutionShown _,
            JournalEvent.SandboxEntered _,
            JournalEvent.SandboxLeft _,
            JournalEvent.CheckPassed _,
            JournalEvent.ChecksFailed _,
            JournalEvent.LessonFinished _,
            JournalEvent.SessionLeft _ -> {}
      }
    }
    return before.merge(now);
  }

  private RecordedProgress merge(RecordedProgress later) {
    return new RecordedProgress(
        union(answeredQuestions, later.answeredQuestions),
        union(solvedQuizzes, later.solvedQuizzes),
        union(brokenChecks, later.brokenChecks),
        Math.max(hintsGiven, later.hintsGiven),
        later.interruptedCommand.isEmpty() ? interruptedCommand : later.interruptedCommand);
  }

  /** In a new lab, only the hints that were given count. */
  private RecordedProgress forNewLab() {
    return new RecordedProgress(Set.of(), Set.of(), Set.of(), hintsGiven, "");
  }

  private RecordedProgress withHints(int count) {
    return new RecordedProgress(
        answeredQuestions, solvedQuizzes, brokenChecks, count, interruptedCommand);
  }

  private RecordedProgress withRunning(String command) {
    return new RecordedProgress(
        answeredQuestions, solvedQuizzes, brokenChecks, hintsGiven, command);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
