package dev.deckhand.shell.view;

import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.Scene;
import dev.deckhand.session.StepOutcome;
import dev.deckhand.session.StepWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** What a session wants shown, as lines. Immutable. */
public final class SceneView {

  private final Look look;
  private final Steps steps;
  private final Verdicts verdicts;
  private final Quizzes quizzes;
  private final Messages messages;
  private final Sayings sayings;

  public SceneView(Look look) {
    this.look = look;
    this.steps = new Steps(look);
    this.verdicts = new Verdicts(look);
    this.quizzes = new Quizzes(look);
    this.messages = new Messages(look);
    this.sayings = new Sayings(look);
  }

  /**
   * Draws a scene.
   *
   * @param surroundings what a scene may name that is not part of the session
   */
  public List<AttributedString> draw(Scene scene, Surroundings surroundings) {
    return switch (scene) {
      case Scene.Opening(var lesson, var resumed) -> opening(lesson, resumed);
      case Scene.StepText(var lesson, var step) -> step(lesson, step);
      case Scene.CheckHolds(var state) -> verdicts.verdict(state.check(), state.verdict());
      case Scene.Standing(var _, var work, var causes, var all) -> standing(work, causes, all);
      case Scene.StepDone done -> done(done);
      case Scene.HintText(var hint, var number, var of) -> set(steps.hint(hint, number, of));
      case Scene.AskSolution(int left) -> messages.say(askSolution(left));
      case Scene.ManualEntry(var answer) -> set(new ManualView(look).answer(answer));
      case Scene.BackAtBeginning(var work, var replayed) ->
          set(new Beginnings(look).back(work, replayed, surroundings.attic()));
      case Scene.ReplayTrouble(var failed) -> set(new Beginnings(look).trouble(failed));
      case Scene.SolutionText(var solution) -> set(steps.solution(solution.entries()));
      case Scene.AnswerJudged(var _, var text, var verdict) -> quizzes.answered(text, verdict);
      case Scene.ChoiceJudged(var quiz, var numbers, var _) -> set(quizzes.quiz(quiz, numbers));
      case Scene.Ending(var lesson, var outcomes) -> ending(lesson, outcomes, surroundings);
      case Scene.Catalogue() ->
          set(new Catalogue(look).list(surroundings.courses(), surroundings.stepsDone()));
      case Scene.Xray(var exposure, var shown) -> set(new Xrays(look).exposure(exposure, shown));
      case Scene.XrayNews(var trace, var shown) -> new Xrays(look).news(trace, shown);
      case Scene.WordsHelp() -> set(sayings.help());
      case Scene.Broken(var state) -> broken(state);
      case Scene.LabTrouble(var why, var next) -> set(messages.trouble(why, next));
      case Scene.Remark(var saying, var detail) -> sayings.say(saying, detail, surroundings);
    };
  }

  private String askSolution(int hintsLeft) {
    return hintsLeft > 0
        ? look.say(Phrase.SOLUTION_ASK_HINTS, hintsLeft)
        : look.say(Phrase.SOLUTION_ASK);
  }

  /** Draws the actors of what still happens, to be drawn over by the next; may be nothing. */
  public List<AttributedString> actors(Scene.XrayNews news) {
    return new Xrays(look).actors(news.trace());
  }

  private List<AttributedString> opening(Lesson lesson, boolean resumed) {
    if (resumed) {
      return messages.say(look.say(Phrase.RESUMED));
    }
    return set(new Catalogue(look).lesson(lesson));
  }

  private List<AttributedString> step(Lesson lesson, Step step) {
    var parts = new ArrayList<List<AttributedString>>();
    parts.add(steps.reading(step, lesson.steps().size()));
    var checklist = verdicts.checklist(step.checks(), Map.of());
    if (!checklist.isEmpty()) {
      parts.add(Lines.joined(List.of(steps.goals()), checklist));
    }
    for (int i = 0; i < step.questions().size(); i++) {
      parts.add(quizzes.question(step.questions().get(i), i + 1, step.questions().size()));
    }
    step.quizzes().forEach(quiz -> parts.add(quizzes.quiz(quiz, Set.of())));
    return set(Lines.apart(parts));
  }

  private List<AttributedString> standing(
      StepWork work, Map<Subject, List<String>> causes, boolean all) {
    var lines = new ArrayList<AttributedString>();
    for (CheckState state : work.checks()) {
      boolean told = !all && state.verdict() instanceof Verdict.Passed;
      if (!told && !state.check().hidden()) {
        lines.addAll(verdicts.verdict(state.check(), explained(state, causes)));
      }
    }
    for (int i = 0; i < work.step().questions().size(); i++) {
      var question = work.step().questions().get(i);
      if (!work.answered().contains(question.id())) {
        lines.addAll(quizzes.question(question, i + 1, work.step().questions().size()));
      }
    }
    work.step().quizzes().stream()
        .filter(quiz -> !work.chosen().contains(quiz.id()))
        .forEach(quiz -> lines.addAll(quizzes.quiz(quiz, Set.of())));
    return lines;
  }

  /** The reasons go to the first finding about an object: one telling is enough. */
  private static Verdict explained(CheckState state, Map<Subject, List<String>> causes) {
    if (!(state.verdict() instanceof Verdict.Failed(var findings))) {
      return state.verdict();
    }
    var known = new HashMap<String, List<String>>();
    causes.forEach((subject, why) -> known.put(subject.spoken(), why));
    var told = new LinkedHashSet<String>();
    return new Verdict.Failed(
        findings.stream()
            .map(finding ->
                finding.causes().isEmpty() && told.add(finding.subject())
                    ? finding.because(known.getOrDefault(finding.subject(), List.of()))
                    : finding)
            .toList());
  }

  private List<AttributedString> done(Scene.StepDone done) {
    int total = done.lesson().steps().size();
    Step step = done.step();
    var last = step.number() == total;
    var parts = new ArrayList<List<AttributedString>>();
    if (done.alreadySo() && !step.isReading()) {
      parts.add(messages.say(look.say(Phrase.ALREADY_DONE)));
    }
    switch (done.outcome()) {
      case DONE -> {
        if (!step.isReading() || !step.debrief().isEmpty()) {
          parts.add(steps.done(step, total));
        }
      }
      case SKIPPED -> {
        parts.add(messages.say(look.say(Phrase.SKIPPED, step.number(), total)));
        parts.add(steps.debrief(step));
      }
      case READ -> parts.add(messages.say(look.say(Phrase.READ_ONLY, step.number(), total)));
    }
    if (done.outcome() != StepOutcome.READ) {
      parts.add(messages.aside(look.say(last ? Phrase.GO_ON_LAST : Phrase.GO_ON)));
    }
    return set(Lines.apart(parts));
  }

  private List<AttributedString> ending(
      Lesson lesson, Map<Integer, StepOutcome> outcomes, Surroundings surroundings) {
    var open =
        outcomes.entrySet().stream()
            .filter(entry -> entry.getValue() != StepOutcome.DONE)
            .map(entry -> Integer.toString(entry.getKey()))
            .collect(Collectors.joining(", "));
    var words =
        open.isEmpty()
            ? look.say(Phrase.ENDING_DONE, lesson.title())
            : look.say(Phrase.ENDING_PASSED_OVER, lesson.title(), open);
    return set(
        Lines.joined(
            messages.say(words),
            messages.aside(look.say(Phrase.ENDING_NOTES, surroundings.notes()))));
  }

  private List<AttributedString> broken(CheckState state) {
    return Lines.joined(
        messages.trouble(
            look.say(Phrase.BROKEN, state.check().title()), look.say(Phrase.BROKEN_NEXT)),
        verdicts.why(state.verdict(), look.measure()));
  }

  /** A scene that stands by itself: with an empty line before and after it. */
  private static List<AttributedString> set(List<AttributedString> lines) {
    var set = new ArrayList<AttributedString>();
    set.add(AttributedString.EMPTY);
    set.addAll(lines);
    set.add(AttributedString.EMPTY);
    return set;
  }
}
