package dev.deckhand.session;

import dev.deckhand.check.Judge;
import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.session.journal.JournalEvent;
import java.time.Instant;

/** Handles what the learner types. */
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
      if (transition.phase() instanceof Phase.Sandbox) {
        handleInSandbox(transition, input, at);
      } else {
        handle(transition, input, at);
      }
    }
  }

  /** Refuses words that would count, since in the sandbox nothing counts. */
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
      case LearnerInput.ResetStep _ -> StepNavigation.leaveSandbox(transition);
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
        if (transition.phase().stepDone()) {
          StepNavigation.nextStep(transition);
        }
      }
      case LearnerInput.NextStep _ -> next(transition, at);
      case LearnerInput.CheckNow _ -> check(transition, at);
      case LearnerInput.RequestHint _ -> HelpHandler.hint(transition);
      case LearnerInput.RequestSolution(var solutionMode) ->
          HelpHandler.solution(transition, solutionMode);
      case LearnerInput.LookUpManual(var path) -> HelpHandler.lookUp(transition, path);
      case LearnerInput.ResetStep(boolean confirmed) -> StepNavigation.reset(transition, confirmed);
      case LearnerInput.SkipStep _ -> StepNavigation.skip(transition);
      case LearnerInput.EnterSandbox _ -> StepNavigation.enterSandbox(transition);
      case LearnerInput.LeaveSandbox _ -> StepNavigation.leaveSandbox(transition);
      case LearnerInput.ShowStep _ ->
          transition.show(new Display.StepText(transition.session().lesson(), transition.step()));
      case LearnerInput.ListLessons _ -> transition.show(new Display.LessonCatalogue());
      case LearnerInput.Quit _ -> StepNavigation.leave(transition);
      case LearnerInput.ShowHelp _ -> transition.show(new Display.CommandHelp());
      case LearnerInput.Answer(var question, var text) ->
          answers.answer(transition, question, text, at);
      case LearnerInput.Choose(var quiz, var numbers) ->
          answers.choose(transition, quiz, numbers, at);
      case LearnerInput.AddNote(var text) -> {
        transition.writeJournal(new JournalEvent.NoteAdded(transition.step().number(), text));
        transition.showNotice(NoticeKind.NOTE_SAVED, text);
      }
      case LearnerInput.ShowXray(var live) -> XrayHandler.begin(transition, live);
      case LearnerInput.InvalidUsage(var usage) ->
          transition.showNotice(NoticeKind.INVALID_USAGE, usage);
    }
  }

  private static void command(Transition transition, SessionCommand command) {
    switch (transition.phase()) {
      case Phase.WithoutLab without when !command.needsLab() ->
          transition.runWithoutLab(without, command);
      case Phase.WithoutLab(var reason, var remedy, boolean _, var _) ->
          transition.show(new Display.LabUnavailable(reason, remedy));
      case Phase.Waiting waiting -> {
        transition.waiting(waiting, command);
        transition.showNotice(NoticeKind.WAITING_FOR_LAB, CommandFormat.describe(command));
      }
      case Phase.Ready ready -> transition.run(ready, command);
      case Phase.Ended _ -> {
        // there is nobody to run it for
      }
    }
  }

  private void next(Transition transition, Instant at) {
    Phase phase = transition.phase();
    if (phase.stepDone() || phase instanceof Phase.WithoutLab) {
      StepNavigation.nextStep(transition);
    } else {
      transition.showNotice(NoticeKind.NOT_DONE_YET, transition.step().title());
      check(transition, at);
    }
  }

  private void check(Transition transition, Instant at) {
    switch (transition.phase()) {
      case Phase phase when phase.stepDone() ->
          transition.showNotice(NoticeKind.NOTHING_TO_CHECK, transition.step().title());
      case Phase.Waiting _ -> transition.showNotice(NoticeKind.LAB_PREPARING, "");
      case Phase.WithoutLab(var reason, var remedy, boolean _, var _) ->
          transition.show(new Display.LabUnavailable(reason, remedy));
      case Phase.Open open -> {
        if (!evaluator.evaluate(transition, at)) {
          evaluator.requestReport(transition, open, CheckReportState.ReportScope.ALL);
        }
      }
      case Phase.Done _, Phase.Sandbox _, Phase.Ended _ -> {
        // a step that is done is handled above, and nothing is checked in the sandbox
      }
    }
  }
}
