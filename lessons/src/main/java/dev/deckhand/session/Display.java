package dev.deckhand.session;

import dev.deckhand.check.Question;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.XrayResult;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something to be shown to the learner; how is the view's business. */
public sealed interface Display {

  /** The lesson's title and opening words. */
  record LessonIntroduction(Lesson lesson, boolean resumed) implements Display {}

  /** A step's text, and what it asks for. */
  record StepText(Lesson lesson, Step step) implements Display {}

  /** A check came to hold. */
  record CheckPassed(CheckState check) implements Display {}

  /**
   * How the checks of a step stand; with reasons where they are known.
   *
   * @param includePassed whether those that hold are to be told too: the learner asked
   */
  record CheckReport(
      Lesson lesson,
      StepProgress progress,
      Map<Subject, List<String>> causes,
      boolean includePassed)
      implements Display {}

  /** All that a step asks for holds: its debrief. */
  record StepCompleted(Lesson lesson, Step step, StepOutcome outcome, boolean alreadyDone)
      implements Display {}

  /** A hint. */
  record HintText(Hint hint, int number, int total) implements Display {}

  /**
   * The step's beginning is back.
   *
   * @param progress the step, with what was seen of its checks at the beginning
   */
  record StepReset(StepProgress progress, List<ReplayedStep> replayed) implements Display {}

  /** An earlier step did not come out as it should when it was done again. */
  record ReplayFailure(List<ReplayedStep> failed) implements Display {}

  /** Whether the solution is to be shown: with how many hints are left. */
  record SolutionConfirmation(int hintsLeft) implements Display {}

  /** Whether the step is to be reset. */
  record ResetConfirmation(Step step) implements Display {}

  /** What the cluster says of a kind or a field. */
  record ManualEntry(ManualLookupResult answer) implements Display {}

  /** The reference solution. */
  record SolutionText(Script solution) implements Display {}

  /** What came of an answer. */
  record AnswerVerdict(Question question, String text, Verdict verdict) implements Display {}

  /** What came of choices in a quiz. */
  record ChoiceVerdict(Quiz quiz, Set<Integer> numbers, boolean right) implements Display {}

  /** The end of a lesson. */
  record LessonSummary(Lesson lesson, Map<Integer, StepOutcome> outcomes) implements Display {}

  /** The catalogue of lessons. */
  record LessonCatalogue() implements Display {}

  /**
   * What the last command led to.
   *
   * @param shownBefore how many of its acts were shown before: the first ones
   */
  record XrayReport(XrayResult capture, int shownBefore) implements Display {}

  /**
   * The same while it still happens.
   *
   * @param shownBefore how many of its acts were shown before: the first ones
   */
  record XrayUpdate(Trace trace, int shownBefore) implements Display {}

  /** The shell's own words. */
  record CommandHelp() implements Display {}

  /** A fatal invariant broke: only a reset helps. */
  record InvariantBroken(CheckState check) implements Display {}

  /** The lab is gone, or cannot be had. */
  record LabUnavailable(String reason, String remedy) implements Display {}

  /** A short word from the shell. */
  record Notice(NoticeKind kind, String detail) implements Display {}

  /** What the shell says in short. */
  enum NoticeKind {
    WAITING_FOR_LAB,
    COMMAND_NOT_RUN,
    LAB_PREPARING,
    RESETTING,
    SKIPPING,
    NOT_DONE_YET,
    NO_HINTS,
    NO_MORE_HINTS,
    NO_SOLUTION,
    NOTHING_TO_CHECK,
    NO_QUESTION,
    NO_QUIZ,
    NO_SUCH_CHOICE,
    NOTE_SAVED,
    INVALID_USAGE,
    SHELL_ENDED,
    PROGRESS_SAVED,
    SOLUTION_DECLINED,
    RESET_DECLINED,
    PREFILL_STARTED,
    PREFILL_ENDED,
    HINT_OFFERED,
    SANDBOX_ENTERED,
    UNAVAILABLE_IN_SANDBOX,
    SANDBOX_NOT_READY,
    NOT_IN_SANDBOX,
    LEAVING_SANDBOX,
    SANDBOX_LEFT,
    LAB_RECOVERED,
    LAB_REPLACED,
    COMMAND_CUT_OFF
  }
}
