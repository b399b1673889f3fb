package dev.deckhand.session;

import dev.deckhand.check.Judge;
import dev.deckhand.check.Question;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Handles answers to questions and quizzes. */
final class AnswerHandler {

  private final Judge judge;
  private final StepEvaluator evaluator;

  AnswerHandler(Judge judge, StepEvaluator stepEvaluator) {
    this.judge = judge;
    this.evaluator = stepEvaluator;
  }

  void answer(Transition transition, int number, String text, Instant at) {
    StepProgress work = transition.progress();
    Optional<Question> asked =
        pick(work.step().questions(), Question::id, work.answeredQuestions(), number);
    if (asked.isEmpty()) {
      transition.showNotice(NoticeKind.NO_QUESTION, work.step().title());
      return;
    }
    Question question = asked.get();
    Verdict verdict = judge.judge(question, work.evidence(), text);
    boolean right = verdict instanceof Verdict.Passed;
    if (right) {
      transition.progress(work.withAnswered(question.id()));
    }
    if (!(verdict instanceof Verdict.Undecided)) {
      transition.writeJournal(
          new JournalEvent.QuestionAnswered(work.step().number(), question.id(), text, right));
    }
    transition.show(new Display.AnswerVerdict(question, text, verdict));
    if (verdict instanceof Verdict.Failed) {
      HelpHandler.countFailure(transition, question.id());
    }
    completeIfDone(transition, at);
  }

  void choose(Transition transition, int number, Set<Integer> numbers, Instant at) {
    StepProgress work = transition.progress();
    Optional<Quiz> asked = pick(work.step().quizzes(), Quiz::id, work.solvedQuizzes(), number);
    if (asked.isEmpty()) {
      transition.showNotice(NoticeKind.NO_QUIZ, work.step().title());
      return;
    }
    Quiz quiz = asked.get();
    if (numbers.stream().anyMatch(choice -> choice < 1 || choice > quiz.choices().size())) {
      transition.showNotice(NoticeKind.NO_SUCH_CHOICE, Integer.toString(quiz.choices().size()));
      return;
    }
    boolean right = numbers.equals(quiz.rightChoices());
    if (right) {
      transition.progress(work.withSolved(quiz.id()));
    }
    transition.writeJournal(
        new JournalEvent.QuizAnswered(work.step().number(), quiz.id(), numbers, right));
    transition.show(new Display.ChoiceVerdict(quiz, numbers, right));
    if (!right) {
      HelpHandler.countFailure(transition, quiz.id());
    }
    completeIfDone(transition, at);
  }

  private void completeIfDone(Transition transition, Instant at) {
    StepProgress work = transition.progress();
    if (transition.phase() instanceof Phase.Open) {
      evaluator.evaluate(transition, at);
    } else if (work.step().checks().isEmpty()
        && !transition.phase().stepDone()
        && work.complete()) {
      // a quiz needs no lab, so it counts even while the lab starts, or if there is none
      StepLifecycle.completeStep(transition, StepOutcome.DONE, false);
    }
  }

  /** The item with a number, counted from 1; for 0, the first that is open, or else the last. */
  private static <T> Optional<T> pick(
      List<T> all, Function<T, String> id, Set<String> settled, int number) {
    if (number > 0) {
      return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }
    Optional<T> open = all.stream().filter(one -> !settled.contains(id.apply(one))).findFirst();
    return open.isPresent() || all.isEmpty() ? open : Optional.of(all.getLast());
  }
}
