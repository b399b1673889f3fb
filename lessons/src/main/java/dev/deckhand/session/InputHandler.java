package dev.deckhand.session;

import dev.deckhand.check.Judge;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;

/** How what the learner types moves a session on. */
final class InputHandler {

  private final StepEvaluator evaluator;
  private final AnswerHandler answers;

  InputHandler(Judge judge, StepEvaluator stepEvaluator) {
    this.evaluator = stepEvaluator;
    this.answers = new AnswerHandler(judge, stepEvaluator);
  }

  void handleLine(Transition transition, LearnerInput input, Instant at) {
    if (!HelpHandler.answerConfirmation(transition, input)
        && !HelpHandler.takePrefilled(transition, input)) {
      if (transition.session().isInSandbox()) {
        handleInSandbox(transition, input, at);
      } else {
        handle(transition, input, at);
      }
    }
  }

  /** While things are tried, nothing counts: what would count waits until all is as it was. */
  private void handleInSandbox(Transition transition, LearnerInput learnerInput, Instant at) {
    switch (learnerInput) {
      case LearnerInput.NextStep _,
          LearnerInput.CheckNow _,
          LearnerInput.SkipStep _,
          LearnerInput.EnterSandbox _,
          LearnerInput.Answer _,
          LearnerInput.Choose _,
          LearnerInput.EmptyLine _ ->
          transition.showNotice(NoticeKind.UNAVAILABLE_IN_SANDBOX, "");
      case LearnerInput.ResetStep _ -> SandboxMode.leave(transition);
      case LearnerInput.RunCommand _,
          LearnerInput.RequestHint _,
          LearnerInput.RequestSolution _,
          LearnerInput.LeaveSandbox _,
          LearnerInput.LookUpManual _,
          LearnerInput.ShowXray _,
          LearnerInput.ShowStep _,
          LearnerInput.ListLessons _,
          LearnerInput.Quit _,
          LearnerInput.ShowHelp _,
          LearnerInput.AddNote _,
          LearnerInput.InvalidUsage _ ->
          handle(transition, learnerInput, at);
    }
  }

  private void handle(Transition transition, LearnerInput learnerInput, Instant at) {
    switch (learnerInput) {
      case LearnerInput.RunCommand(var command) -> command(transition, command);
      case LearnerInput.EmptyLine _ -> {
        if (transition.progress().stage() == StepProgress.Stage.DONE) {
          StepNavigation.nextStep(transition);
        }
      }
      case LearnerInput.NextStep _ -> next(transition, at);
      case LearnerInput.CheckNow _ -> check(transition, at);
      case LearnerInput.RequestHint _ -> HelpHandler.hint(transition);
      case LearnerInput.RequestSolution(var solutionMode) ->
          HelpHandler.solution(transition, solutionMode);
      case LearnerInput.LookUpManual(var path) -> HelpHandler.lookUp(transition, path);
      case LearnerInput.ResetStep _ -> StepNavigation.reset(transition);
      case LearnerInput.SkipStep _ -> StepNavigation.skip(transition);
      case LearnerInput.EnterSandbox _ -> SandboxMode.begin(transition);
      case LearnerInput.LeaveSandbox _ -> SandboxMode.leave(transition);
      case LearnerInput.ShowStep _ ->
          transition.show(
              new Display.StepText(transition.session().lesson(), transition.session().step()));
      case LearnerInput.ListLessons _ -> transition.show(new Display.LessonCatalogue());
      case LearnerInput.Quit _ -> leave(transition);
      case LearnerInput.ShowHelp _ -> transition.show(new Display.CommandHelp());
      case LearnerInput.Answer(var question, var text) ->
          answers.answer(transition, question, text, at);
      case LearnerInput.Choose(var quiz, var numbers) ->
          answers.choose(transition, quiz, numbers, at);
      case LearnerInput.AddNote(var text) -> {
        transition.writeJournal(
            new JournalEvent.NoteAdded(transition.session().step().number(), text));
        transition.showNotice(NoticeKind.NOTE_SAVED, text);
      }
      case LearnerInput.ShowXray(var live) -> XrayHandler.begin(transition, live);
      case LearnerInput.InvalidUsage(var usage) ->
          transition.showNotice(NoticeKind.INVALID_USAGE, usage);
    }
  }

  void leave(Transition transition) {
    Session session = transition.session();
    if (session.outcomes().size() < session.lesson().steps().size()) {
      transition.showNotice(NoticeKind.PROGRESS_SAVED, session.lesson().id().toString());
    }
    StepNavigation.leave(transition);
  }

  private static void command(Transition transition, SessionCommand command) {
    Session session = transition.session();
    switch (session.lab()) {
      case LabState.Unavailable(var why, var next) ->
          transition.show(new Display.LabUnavailable(why, next));
      case LabState.Booting _ -> StepEvaluator.deferCommand(transition, command);
      case LabState.Ready _, LabState.NotNeeded _ -> {
        if (session.progress().stage() == StepProgress.Stage.PREPARING) {
          StepEvaluator.deferCommand(transition, command);
        } else {
          transition.run(command);
        }
      }
    }
  }

  private void next(Transition transition, Instant at) {
    Session session = transition.session();
    if (session.progress().stage() == StepProgress.Stage.DONE
        || session.lab() instanceof LabState.Unavailable) {
      StepNavigation.nextStep(transition);
    } else {
      transition.showNotice(NoticeKind.NOT_DONE_YET, session.step().title());
      check(transition, at);
    }
  }

  private void check(Transition transition, Instant at) {
    switch (transition.progress().stage()) {
      case DONE ->
          transition.showNotice(NoticeKind.NOTHING_TO_CHECK, transition.session().step().title());
      case PREPARING -> transition.showNotice(NoticeKind.LAB_PREPARING, "");
      case OPEN -> {
        if (!evaluator.evaluate(transition, at)) {
          evaluator.requestReport(transition, Session.ReportScope.ALL, at);
        }
      }
    }
  }
}
