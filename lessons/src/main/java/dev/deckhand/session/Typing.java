package dev.deckhand.session;

import dev.deckhand.check.Judge;
import dev.deckhand.session.Scene.Saying;
import java.time.Instant;

/** How what the learner types moves a session on. */
final class Typing {

  private final Watching watching;
  private final Answering answering;

  Typing(Judge judge, Watching watching) {
    this.watching = watching;
    this.answering = new Answering(judge, watching);
  }

  void typed(Turn turn, String line, Instant at) {
    if (!Helping.replied(turn, line) && !Helping.dictated(turn, line)) {
      Line read = Lines.read(line);
      if (turn.session().playing()) {
        played(turn, read, at);
      } else {
        said(turn, read, at);
      }
    }
  }

  /** While things are tried, nothing counts: what would count waits until all is as it was. */
  private void played(Turn turn, Line line, Instant at) {
    switch (line) {
      case Line.Next _,
          Line.CheckNow _,
          Line.Skip _,
          Line.Play _,
          Line.Answer _,
          Line.Choose _,
          Line.Blank _ ->
          turn.say(Saying.PLAYING_NOW, "");
      case Line.Reset _ -> Playing.back(turn);
      case Line.Command _,
          Line.AskHint _,
          Line.AskSolution _,
          Line.Back _,
          Line.LookUp _,
          Line.Xray _,
          Line.Edit _,
          Line.Reread _,
          Line.Lessons _,
          Line.Quit _,
          Line.Help _,
          Line.Note _,
          Line.Misused _ ->
          said(turn, line, at);
    }
  }

  private void said(Turn turn, Line line, Instant at) {
    switch (line) {
      case Line.Command(var text) -> command(turn, text);
      case Line.Blank _ -> {
        if (turn.work().stage() == StepWork.Stage.DONE) {
          Walking.onward(turn);
        }
      }
      case Line.Next _ -> next(turn, at);
      case Line.CheckNow _ -> check(turn, at);
      case Line.AskHint _ -> Helping.hint(turn);
      case Line.AskSolution(var manner) -> Helping.solution(turn, manner);
      case Line.LookUp(var path) -> Helping.lookUp(turn, path);
      case Line.Reset _ -> Walking.reset(turn);
      case Line.Skip _ -> Walking.skip(turn);
      case Line.Play _ -> Playing.begin(turn);
      case Line.Back _ -> Playing.back(turn);
      case Line.Reread _ ->
          turn.show(new Scene.StepText(turn.session().lesson(), turn.session().step()));
      case Line.Lessons _ -> turn.show(new Scene.Catalogue());
      case Line.Quit _ -> leave(turn);
      case Line.Help _ -> turn.show(new Scene.WordsHelp());
      case Line.Answer(var question, var text) -> answering.answer(turn, question, text, at);
      case Line.Choose(var quiz, var numbers) -> answering.choose(turn, quiz, numbers, at);
      case Line.Note(var text) -> {
        turn.record(new Deed.Remarked(turn.session().step().number(), text));
        turn.say(Saying.NOTED, text);
      }
      case Line.Xray(var live) -> Xraying.begin(turn, live);
      case Line.Edit(var file) -> command(turn, "edit " + file);
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
          watching.askWhy(turn, Session.Showing.ALL, at);
        }
      }
    }
  }
}
