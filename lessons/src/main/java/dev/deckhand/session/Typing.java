package dev.deckhand.session;

import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Question;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Scene.Saying;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How what the learner types moves a session on. */
final class Typing {

  private final Judge judge;
  private final Watching watching;

  Typing(Judge judge, Watching watching) {
    this.judge = judge;
    this.watching = watching;
  }

  void typed(Turn turn, Line line, Instant at) {
    switch (line) {
      case Line.Command(var text) -> command(turn, text);
      case Line.Blank _ -> {
        if (turn.work().stage() == StepWork.Stage.DONE) {
          Walking.onward(turn);
        }
      }
      case Line.Next _ -> next(turn, at);
      case Line.CheckNow _ -> check(turn, at);
      case Line.AskHint _ -> hint(turn);
      case Line.AskSolution _ -> solution(turn);
      case Line.Reset _ -> Walking.reset(turn);
      case Line.Skip _ -> Walking.skip(turn);
      case Line.Reread _ ->
          turn.show(new Scene.StepText(turn.session().lesson(), turn.session().step()));
      case Line.Lessons _ -> turn.show(new Scene.Catalogue());
      case Line.Quit _ -> leave(turn);
      case Line.Help _ -> turn.show(new Scene.WordsHelp());
      case Line.Answer(var question, var text) -> answer(turn, question, text, at);
      case Line.Choose(var quiz, var numbers) -> choose(turn, quiz, numbers, at);
      case Line.Note(var text) -> {
        turn.record(new Deed.Remarked(turn.session().step().number(), text));
        turn.say(Saying.NOTED, text);
      }
      case Line.Misused(var usage) -> turn.say(Saying.MISUSED, usage);
    }
  }

  void leave(Turn turn) {
    Session session = turn.session();
    if (session.outcomes().size() < session.lesson().steps().size()) {
      turn.say(Saying.SAVED, session.lesson().id().toString());
    }
    Walking.leave(turn);
  }

  private static void command(Turn turn, String text) {
    Session session = turn.session();
    switch (session.lab()) {
      case LabState.Gone(var why, var next) -> turn.show(new Scene.LabTrouble(why, next));
      case LabState.Booting _ -> Watching.hold(turn, text);
      case LabState.Ready _, LabState.Unneeded _ -> {
        if (session.work().stage() == StepWork.Stage.PREPARING) {
          Watching.hold(turn, text);
        } else {
          turn.become(session.withRunning(text));
          turn.record(new Deed.Typed(session.step().number(), text));
          turn.add(new Effect.Run(text));
        }
      }
    }
  }

  private void next(Turn turn, Instant at) {
    Session session = turn.session();
    if (session.work().stage() == StepWork.Stage.DONE || session.lab() instanceof LabState.Gone) {
      Walking.onward(turn);
    } else {
      turn.say(Saying.NOT_DONE_YET, session.step().title());
      check(turn, at);
    }
  }

  private void check(Turn turn, Instant at) {
    switch (turn.work().stage()) {
      case DONE -> turn.say(Saying.NOTHING_TO_CHECK, turn.session().step().title());
      case PREPARING -> turn.say(Saying.PREPARING, "");
      case OPEN -> {
        if (!watching.advanced(turn, at)) {
          watching.askWhy(turn, at);
        }
      }
    }
  }

  private static void hint(Turn turn) {
    Step step = turn.session().step();
    int given = turn.work().hints();
    int all = step.hints().size();
    if (given >= all) {
      turn.say(all == 0 ? Saying.NO_HINTS : Saying.NO_MORE_HINTS, step.title());
      return;
    }
    turn.work(turn.work().withHints(given + 1));
    turn.record(new Deed.TookHint(step.number(), given + 1));
    turn.show(new Scene.HintText(step.hints().get(given), given + 1, all));
  }

  private static void solution(Turn turn) {
    Step step = turn.session().step();
    Script solution = step.solution();
    if (solution == null) {
      turn.say(Saying.NO_SOLUTION, step.title());
      return;
    }
    turn.record(new Deed.SawSolution(step.number()));
    turn.show(new Scene.SolutionText(solution));
  }

  private void answer(Turn turn, int number, String text, Instant at) {
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
    finish(turn, at);
  }

  private void choose(Turn turn, int number, Set<Integer> numbers, Instant at) {
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
