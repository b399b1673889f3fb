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

/** Something to show to the learner; how it looks is up to the view. */
public sealed interface Display {

  /** The lesson's title and introduction. */
  record LessonIntroduction(Lesson lesson, boolean resumed) implements Display {}

  /** A step's text and its checks. */
  record StepText(Lesson lesson, Step step) implements Display {}

  /** A check passes now. */
  record CheckPassed(CheckState check) implements Display {}

  /**
   * The state of a step's checks, with causes where they are known.
   *
   * @param includePassed whether to show passed checks too, since the learner asked
   */
  record CheckReport(
      Lesson lesson,
      StepProgress progress,
      Map<Subject, List<String>> causes,
      boolean includePassed)
      implements Display {}

  /** A step is done; shows its debrief. */
  record StepCompleted(Lesson lesson, Step step, StepOutcome outcome, boolean alreadyDone)
      implements Display {}

  /** A hint. */
  record HintText(Hint hint, int number, int total) implements Display {}

  /**
   * The step was reset.
   *
   * @param progress the step, with its checks as judged at the beginning
   */
  record StepReset(StepProgress progress, List<ReplayedStep> replayed) implements Display {}

  /** Earlier steps failed when they were done again. */
  record ReplayFailure(List<ReplayedStep> failed) implements Display {}

  /** Asks whether to show the solution. */
  record SolutionConfirmation(int hintsLeft) implements Display {}

  /** Asks whether to reset the step. */
  record ResetConfirmation(Step step) implements Display {}

  /** The cluster's documentation of a kind or a field. */
  record ManualEntry(ManualLookupResult answer) implements Display {}

  /** The reference solution. */
  record SolutionText(Script solution) implements Display {}

  /** The verdict on an answer. */
  record AnswerVerdict(Question question, String text, Verdict verdict) implements Display {}

  /** The verdict on a quiz. */
  record ChoiceVerdict(Quiz quiz, Set<Integer> numbers, boolean right) implements Display {}

  /** The end of a lesson. */
  record LessonSummary(Lesson lesson, Map<Integer, StepOutcome> outcomes) implements Display {}

  /** The catalogue of lessons. */
  record LessonCatalogue() implements Display {}

  /**
   * What the last command led to.
   *
   * @param shownBefore how many of its events, from the first, were shown before
   */
  record XrayReport(XrayResult capture, int shownBefore) implements Display {}

  /**
   * The same while it goes on.
   *
   * @param shownBefore how many of its events, from the first, were shown before
   */
  record XrayUpdate(Trace trace, int shownBefore) implements Display {}

  /** Deckhand's own words. */
  record CommandHelp() implements Display {}

  /** A fatal invariant broke; only a reset helps. */
  record InvariantBroken(CheckState check) implements Display {}

  /** The lab was lost or is unavailable. */
  record LabUnavailable(String reason, String remedy) implements Display {}

  /** A short message. */
  record Notice(NoticeKind kind, String detail) implements Display {}

  /** The short messages. */
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
    WITHOUT_LAB,
    COMMAND_CUT_OFF,
    IMAGES_BUILT,
    IMAGES_NOT_BUILT,
    CLASS_HELD,
    CLASS_RELEASED,
    ANNOUNCED,
    INSTRUCTOR_HINT
  }
}
