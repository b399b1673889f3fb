package dev.deckhand.session;

import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Question;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.session.Scene.Saying;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How answers to questions and choices in quizzes move a session on. */
final class Answering {

  private final Judge judge;
  private final Watching watching;

  Answering(Judge judge, Watching watching) {
    this.judge = judge;
    this.watching = watching;
  }

  void answer(Turn turn, int number, String text, Instant at) {
    StepWork work = turn.work();
    Optional<Question> asked = pick(work.step().questions(), Question::id, work.answered(), number);
    if (asked.isEmpty()) {
      turn.say(Saying.NO_QUESTION, work.step().title());
      return;
    }
    Question question = asked.get();
    Verdict verdict = judge.judge(question, new Evidence(work.now(), work.before()), text);
    boolean right = verdict instanceof Verdict.Passed;
    if (right) {
      turn.work(work.withAnswered(with(work.answered(), question.id())));
    }
    if (!(verdict instanceof Verdict.Undecided)) {
      turn.record(new Deed.Answered(work.step().number(), question.id(), text, right));
    }
    turn.show(new Scene.AnswerJudged(question, text, verdict));
    if (verdict instanceof Verdict.Failed) {
      Helping.missed(turn, question.id());
    }
    finish(turn, at);
  }

  void choose(Turn turn, int number, Set<Integer> numbers, Instant at) {
    StepWork work = turn.work();
    Optional<Quiz> asked = pick(work.step().quizzes(), Quiz::id, work.chosen(), number);
    if (asked.isEmpty()) {
      turn.say(Saying.NO_QUIZ, work.step().title());
      return;
    }
    Quiz quiz = asked.get();
    if (numbers.stream().anyMatch(choice -> choice < 1 || choice > quiz.choices().size())) {
      turn.say(Saying.NO_SUCH_CHOICE, Integer.toString(quiz.choices().size()));
      return;
    }
    boolean right = numbers.equals(quiz.right());
    if (right) {
      turn.work(work.withChosen(with(work.chosen(), quiz.id())));
    }
    turn.record(new Deed.Chose(work.step().number(), quiz.id(), numbers, right));
    turn.show(new Scene.ChoiceJudged(quiz, numbers, right));
    if (!right) {
      Helping.missed(turn, quiz.id());
    }
    finish(turn, at);
  }

  private void finish(Turn turn, Instant at) {
    StepWork work = turn.work();
    boolean unwatched = work.step().checks().isEmpty() && work.stage() != StepWork.Stage.DONE;
    if (work.stage() == StepWork.Stage.OPEN) {
      watching.advanced(turn, at);
    } else if (unwatched && work.complete(at)) {
      // a quiz needs no lab: it counts while the lab still starts, and where there is none
      Watching.pass(turn, StepOutcome.DONE, false);
    }
  }

  /** The one with that number, counted from 1; for 0 the first that is still open, or the last. */
  private static <T> Optional<T> pick(
      List<T> all, Function<T, String> id, Set<String> settled, int number) {
    if (number > 0) {
      return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }
    Optional<T> open = all.stream().filter(one -> !settled.contains(id.apply(one))).findFirst();
    return open.isPresent() || all.isEmpty() ? open : Optional.of(all.getLast());
  }

  private static Set<String> with(Set<String> ids, String id) {
    var all = new HashSet<>(ids);
    all.add(id);
    return all;
  }
}
