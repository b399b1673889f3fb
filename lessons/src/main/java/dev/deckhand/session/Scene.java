package dev.deckhand.session;

import dev.deckhand.check.Question;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.manual.Answer;
import dev.deckhand.trace.Exposure;
import dev.deckhand.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something to be shown to the learner; how is the view's business. */
public sealed interface Scene {

  /** The lesson's title and opening words. */
  record Opening(Lesson lesson, boolean resumed) implements Scene {}

  /** A step's text, and what it asks for. */
  record StepText(Lesson lesson, Step step) implements Scene {}

  /** A check came to hold. */
  record CheckHolds(CheckState check) implements Scene {}

  /**
   * How the checks of a step stand; with reasons where they are known.
   *
   * @param all whether those that hold are to be told too: the learner asked
   */
  record Standing(Lesson lesson, StepWork work, Map<Subject, List<String>> causes, boolean all)
      implements Scene {}

  /** All that a step asks for holds: its debrief. */
  record StepDone(Lesson lesson, Step step, StepOutcome outcome, boolean alreadySo)
      implements Scene {}

  /** A hint. */
  record HintText(Hint hint, int number, int of) implements Scene {}

  /**
   * The step's beginning is back.
   *
   * @param work the step, with what was seen of its checks at the beginning
   */
  record BackAtBeginning(StepWork work, List<Replayed> replayed) implements Scene {}

  /** An earlier step did not come out as it should when it was done again. */
  record ReplayTrouble(List<Replayed> failed) implements Scene {}

  /** Whether the solution is to be shown: with how many hints are left. */
  record AskSolution(int hintsLeft) implements Scene {}

  /** What the cluster says of a kind or a field. */
  record ManualEntry(Answer answer) implements Scene {}

  /** The reference solution. */
  record SolutionText(Script solution) implements Scene {}

  /** What came of an answer. */
  record AnswerJudged(Question question, String text, Verdict verdict) implements Scene {}

  /** What came of choices in a quiz. */
  record ChoiceJudged(Quiz quiz, Set<Integer> numbers, boolean right) implements Scene {}

  /** The end of a lesson. */
  record Ending(Lesson lesson, Map<Integer, StepOutcome> outcomes) implements Scene {}

  /** The catalogue of lessons. */
  record Catalogue() implements Scene {}

  /**
   * What the last command led to.
   *
   * @param shown how many of its acts were shown before: the first ones
   */
  record Xray(Exposure exposure, int shown) implements Scene {}

  /**
   * The same while it still happens.
   *
   * @param shown how many of its acts were shown before: the first ones
   */
  record XrayNews(Trace trace, int shown) implements Scene {}

  /** The shell's own words. */
  record WordsHelp() implements Scene {}

  /** A fatal invariant broke: only a reset helps. */
  record Broken(CheckState check) implements Scene {}

  /** The lab is gone, or cannot be had. */
  record LabTrouble(String why, String next) implements Scene {}

  /** A short word from the shell. */
  record Remark(Saying saying, String detail) implements Scene {}

  /** What the shell says in short. */
  enum Saying {
    WAITING_FOR_LAB,
    NOT_RUN,
    PREPARING,
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
    NOTED,
    MISUSED,
    SHELL_ENDED,
    SAVED,
    SOLUTION_KEPT,
    DICTATING,
    DICTATION_OVER,
    HINT_OFFERED,
    PLAY_BEGUN,
    PLAYING_NOW,
    PLAY_NOT_YET,
    NOT_PLAYING,
    RETURNING,
    BACK_DONE,
    LAB_STILL_THERE,
    LAB_ANEW,
    CUT_OFF
  }
}
