package dev.deckhand.lesson.lint;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.util.List;
import java.util.stream.Stream;

/** What a script answers or chooses is asked in its step; what prepares a step answers nothing. */
final class WordsFindTheirQuestion implements Rule {

  @Override
  public List<Finding> review(Lesson lesson, Waivers waivers) {
    return lesson.steps().stream().flatMap(WordsFindTheirQuestion::findings).toList();
  }

  private static Stream<Finding> findings(Step step) {
    Stream<Finding> asked =
        ShellWords.scripts(step)
            .flatMap(script ->
                Stream.concat(
                    unasked(script, "answer", "question", step.questions().size()),
                    unasked(script, "choose", "quiz", step.quizzes().size())));
    Stream<Finding> literal = ShellWords.scripts(step).flatMap(WordsFindTheirQuestion::literal);
    return Stream.of(asked, literal, step.setup().stream().flatMap(WordsFindTheirQuestion::inSetup))
        .flatMap(findings -> findings);
  }

  /** An answer is compared as it stands: nobody runs what looks like a command in it. */
  private static Stream<Finding> literal(Script script) {
    return ShellWords.in(script, "answer").stream()
        .filter(words -> words.entry().contains("$(") || words.entry().contains("`"))
        .map(words ->
            Finding.error(
                script.place(),
                "\"" + words.entry() + "\" holds a command, which nobody runs.",
                "Write the answer itself, or ask for something that is the same each time."));
  }

  private static Stream<Finding> unasked(Script script, String verb, String what, int there) {
    return ShellWords.in(script, verb).stream()
        .filter(words -> words.number() > there || there == 0)
        .map(words ->
            Finding.error(
                script.place(),
                "\"" + words.entry() + "\" finds no " + what + ": the step has " + there + ".",
                "Take it out, or count from 1."));
  }

  private static Stream<Finding> inSetup(Script setup) {
    return Stream.of("answer", "choose")
        .flatMap(verb -> ShellWords.in(setup, verb).stream())
        .map(words ->
            Finding.error(
                setup.place(),
                "The setup says \"" + words.entry() + "\", which is a word of the shell.",
                "Take it out: what prepares a step answers no question."));
  }
}
