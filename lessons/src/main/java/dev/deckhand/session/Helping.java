package dev.deckhand.session;

import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Scene.Saying;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Help, in the measure in which it is asked for. */
final class Helping {

  private static final Set<String> YES = Set.of("y", "yes", "show");
  private static final Set<String> TYPE = Set.of("t", "type");
  private static final Set<String> NO = Set.of("", "n", "no");

  private Helping() {}

  /** Gives the next hint. */
  static void hint(Turn turn) {
    Step step = turn.session().step();
    int given = turn.work().hints();
    int all = step.hints().size();
    if (given >= all) {
      turn.say(all == 0 ? Saying.NO_HINTS : Saying.NO_MORE_HINTS, step.title());
      return;
    }
    turn.work(turn.work().withHints(given + 1).withMisses(turn.work().misses().relieved()));
    turn.record(new Deed.TookHint(step.number(), given + 1));
    turn.show(new Scene.HintText(step.hints().get(given), given + 1, all));
  }

  /** Asks first, shows the solution, or begins to put it at the prompt. */
  static void solution(Turn turn, Line.AskSolution.Manner manner) {
    Step step = turn.session().step();
    Script solution = step.solution();
    if (solution == null) {
      turn.say(Saying.NO_SOLUTION, step.title());
      return;
    }
    switch (manner) {
      case ASK -> {
        turn.desk(turn.session().desk().withAsked(true));
        turn.show(new Scene.AskSolution(step.hints().size() - turn.work().hints()));
      }
      case SHOW -> {
        turn.record(new Deed.SawSolution(step.number()));
        turn.show(new Scene.SolutionText(solution));
      }
      case TYPE -> {
        turn.record(new Deed.SawSolution(step.number()));
        turn.desk(turn.session().desk().withDictated(solution.entries()));
        turn.say(Saying.DICTATING, Integer.toString(solution.entries().size()));
      }
    }
  }

  /**
   * Takes the answer to the question whether the solution is to be shown; false for a line that is
   * none, and means what it says.
   */
  static boolean replied(Turn turn, String line) {
    Desk desk = turn.session().desk();
    if (!desk.asked()) {
      return false;
    }
    turn.desk(desk.withAsked(false));
    String said = line.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(said)) {
      solution(turn, Line.AskSolution.Manner.SHOW);
    } else if (TYPE.contains(said)) {
      solution(turn, Line.AskSolution.Manner.TYPE);
    } else if (NO.contains(said)) {
      turn.say(Saying.SOLUTION_KEPT, "");
    } else {
      return false;
    }
    return true;
  }

  /**
   * Goes on to the next dictated command, since one was sent; an empty line ends the dictation and
   * means nothing else: returns true for it.
   */
  static boolean dictated(Turn turn, String line) {
    Desk desk = turn.session().desk();
    List<String> left = desk.dictated();
    if (left.isEmpty()) {
      return false;
    }
    if (line.isBlank()) {
      endDictation(turn);
      return true;
    }
    turn.desk(desk.withDictated(left.subList(1, left.size())));
    return false;
  }

  /** Puts no more commands at the prompt. */
  static void endDictation(Turn turn) {
    turn.desk(turn.session().desk().withDictated(List.of()));
    turn.say(Saying.DICTATION_OVER, "");
  }

  static void lookUp(Turn turn, String path) {
    switch (turn.session().lab()) {
      case LabState.Gone(var why, var next) -> turn.show(new Scene.LabTrouble(why, next));
      case LabState.Booting _ -> turn.say(Saying.PREPARING, "");
      case LabState.Ready _, LabState.Unneeded _ -> turn.add(new Effect.LookUp(path));
    }
  }

  /** A question or a quiz was missed: each wrong answer is a try of its own. */
  static void missed(Turn turn, String id) {
    missed(turn, turn.work().misses().tried(), Set.of(id));
  }

  /** These checks were missed by the last command. */
  static void missed(Turn turn, Set<String> ids) {
    missed(turn, turn.work().misses(), ids);
  }

  private static void missed(Turn turn, Misses known, Set<String> ids) {
    Misses misses = known.missed(ids);
    boolean more = turn.work().hints() < turn.session().step().hints().size();
    if (misses.wearing()) {
      misses = misses.relieved();
      if (more) {
        turn.work(turn.work().withMisses(misses));
        turn.say(Saying.HINT_OFFERED, Integer.toString(turn.work().hints() + 1));
        return;
      }
    }
    turn.work(turn.work().withMisses(misses));
  }
}
