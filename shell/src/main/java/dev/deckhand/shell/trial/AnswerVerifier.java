package dev.deckhand.shell.trial;

import dev.deckhand.check.Evidence;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Question;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.LearnerInputParser;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Verifies that the answers and choices of an author's script are right. */
final class AnswerVerifier {

  private final Judge judge;

  AnswerVerifier(Judge judge) {
    this.judge = judge;
  }

  /** Returns the problem; empty if all questions and quizzes of the step are answered. */
  String problem(
      Step step, Script script, Map<Subject, Observation> now, Map<Subject, Observation> before) {
    var evidence = new Evidence(now, before);
    Set<String> settled = new HashSet<>();
    int question = 0;
    int quiz = 0;
    for (String entry : script.entries()) {
      switch (LearnerInputParser.parse(entry)) {
        case LearnerInput.Answer(var number, var text) -> {
          int index = number > 0 ? number - 1 : question++;
          if (index >= step.questions().size()) {
            return "\"" + entry + "\" answers a question that the step doesn't have.";
          }
          Question asked = step.questions().get(index);
          if (!(judge.judge(asked, evidence, text) instanceof Verdict.Passed)) {
            return "\"" + entry + "\" isn't the right answer to \"" + asked.title() + "\".";
          }
          settled.add(asked.id());
        }
        case LearnerInput.Choose(var number, var numbers) -> {
          int index = number > 0 ? number - 1 : quiz++;
          if (index >= step.quizzes().size()) {
            return "\"" + entry + "\" answers a quiz that the step doesn't have.";
          }
          Quiz asked = step.quizzes().get(index);
          if (!numbers.equals(asked.rightChoices())) {
            return "\"" + entry + "\" isn't the right choice in \"" + asked.title() + "\".";
          }
          settled.add(asked.id());
        }
        case LearnerInput.RunCommand _,
            LearnerInput.EmptyLine _,
            LearnerInput.NextStep _,
            LearnerInput.CheckNow _,
            LearnerInput.RequestHint _,
            LearnerInput.RequestSolution _,
            LearnerInput.EnterSandbox _,
            LearnerInput.LeaveSandbox _,
            LearnerInput.LookUpManual _,
            LearnerInput.ResetStep _,
            LearnerInput.SkipStep _,
            LearnerInput.ShowStep _,
            LearnerInput.ListLessons _,
            LearnerInput.Quit _,
            LearnerInput.ShowHelp _,
            LearnerInput.ShowXray _,
            LearnerInput.AddNote _,
            LearnerInput.InvalidUsage _ -> {}
      }
    }
    return unanswered(step, script, settled);
  }

  /** A solution must answer everything; an alternative needn't repeat the solution's answers. */
  private static String unanswered(Step step, Script script, Set<String> settled) {
    if (!script.equals(step.solution())) {
      return "";
    }
    for (Question question : step.questions()) {
      if (!settled.contains(question.id())) {
        return "The solution doesn't answer \"" + question.title() + "\".";
      }
    }
    for (Quiz quiz : step.quizzes()) {
      if (!settled.contains(quiz.id())) {
        return "The solution doesn't answer the quiz \"" + quiz.title() + "\".";
      }
    }
    return "";
  }
}
