package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.stream.Stream;

/** Scripts answer only questions and quizzes of their step; a setup answers none. */
final class ScriptAnswerRule implements LintRule {

  @Override
  public List<LintFinding> review(Lesson lesson, LintWaivers lintWaivers) {
    return lesson.steps().stream().flatMap(ScriptAnswerRule::findings).toList();
  }

  private static Stream<LintFinding> findings(Step step) {
    Stream<LintFinding> asked =
        ScriptAnswer.scripts(step)
            .flatMap(script ->
                Stream.concat(
                    answersWithoutQuestion(script, "answer", "question", step.questions().size()),
                    answersWithoutQuestion(script, "choose", "quiz", step.quizzes().size())));
    Stream<LintFinding> literal =
        ScriptAnswer.scripts(step).flatMap(ScriptAnswerRule::answersWithCommand);
    return Stream.of(
            asked, literal, step.setup().stream().flatMap(ScriptAnswerRule::answersInSetup))
        .flatMap(lintFindings -> lintFindings);
  }

  /** An answer is compared literally: substitutions in it aren't run. */
  private static Stream<LintFinding> answersWithCommand(Script script) {
    return ScriptAnswer.findIn(script, "answer").stream()
        .filter(words -> words.entry().contains("$(") || words.entry().contains("`"))
        .map(words ->
            LintFinding.error(
                script.place(),
                "\"" + words.entry() + "\" holds a command, which nobody runs.",
                "Write the answer itself, or ask for something that is the same each time."));
  }

  private static Stream<LintFinding> answersWithoutQuestion(
      Script script, String verb, String what, int there) {
    return ScriptAnswer.findIn(script, verb).stream()
        .filter(words -> words.number() > there || there == 0)
        .map(words ->
            LintFinding.error(
                script.place(),
                "\"" + words.entry() + "\" finds no " + what + ": the step has " + there + ".",
                "Take it out, or count from 1."));
  }

  private static Stream<LintFinding> answersInSetup(Script setup) {
    return Stream.of("answer", "choose")
        .flatMap(verb -> ScriptAnswer.findIn(setup, verb).stream())
        .map(words ->
            LintFinding.error(
                setup.place(),
                "The setup says \"" + words.entry() + "\", which is a word of the shell.",
                "Take it out: what prepares a step answers no question."));
  }
}
