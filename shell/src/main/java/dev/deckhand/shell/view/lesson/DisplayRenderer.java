package dev.deckhand.shell.view.lesson;

import dev.deckhand.check.Subject;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.Display;
import dev.deckhand.session.StepProgress;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextKey;
import dev.deckhand.shell.view.xray.XrayView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** Renders what a session displays. Immutable. */
public final class DisplayRenderer {

  private final RenderContext context;
  private final StepView stepView;
  private final VerdictView verdictView;
  private final QuizView quizView;
  private final NoticeView noticeView;
  private final RemarkView remarkView;

  public DisplayRenderer(RenderContext context) {
    this.context = context;
    this.stepView = new StepView(context);
    this.verdictView = new VerdictView(context);
    this.quizView = new QuizView(context);
    this.noticeView = new NoticeView(context);
    this.remarkView = new RemarkView(context);
  }

  /**
   * Draws a scene.
   *
   * @param displayContext what a scene may name that is not part of the session
   */
  public List<AttributedString> render(Display display, DisplayContext displayContext) {
    return switch (display) {
      case Display.LessonIntroduction(var lesson, var resumed) -> opening(lesson, resumed);
      case Display.StepText(var lesson, var step) -> step(lesson, step);
      case Display.CheckPassed(var state) -> verdictView.verdict(state.check(), state.verdict());
      case Display.CheckReport(var _, var work, var causes, var all) ->
          checkOverview(work, causes, all);
      case Display.StepCompleted done -> done(done);
      case Display.HintText(var hint, var number, var of) ->
          spaced(stepView.hint(hint, number, of));
      case Display.ResetConfirmation(var step) ->
          noticeView.text(context.format(TextKey.RESET_ASK, step.number(), displayContext.attic()));
      case Display.SolutionConfirmation(int left) -> noticeView.text(askSolution(left));
      case Display.ManualEntry(var manualLookupResult) ->
          spaced(new ManualView(context).answer(manualLookupResult));
      case Display.StepReset(var work, var replayedStep) ->
          spaced(
              new ResetReportView(context).resetDone(work, replayedStep, displayContext.attic()));
      case Display.ReplayFailure(var failed) ->
          spaced(new ResetReportView(context).replayFailures(failed));
      case Display.SolutionText(var solution) -> spaced(stepView.solution(solution.entries()));
      case Display.AnswerVerdict(var _, var text, var verdict) -> quizView.answered(text, verdict);
      case Display.ChoiceVerdict(var quiz, var numbers, var _) ->
          spaced(quizView.quiz(quiz, numbers));
      case Display.LessonSummary(var lesson, var outcomes) ->
          ending(lesson, outcomes, displayContext);
      case Display.LessonCatalogue() ->
          spaced(
              new CatalogueView(context)
                  .list(
                      displayContext.courses(),
                      displayContext.stepsDone().get(),
                      displayContext.misfits().get()));
      case Display.XrayReport(var xrayResult, var shown) ->
          spaced(new XrayView(context).report(xrayResult, shown));
      case Display.XrayUpdate(var trace, var shown) -> new XrayView(context).update(trace, shown);
      case Display.CommandHelp() -> spaced(remarkView.help());
      case Display.InvariantBroken(var state) -> broken(state);
      case Display.LabUnavailable(var why, var next) -> spaced(noticeView.error(why, next));
      case Display.Notice(var noticeKind, var detail) ->
          remarkView.remark(noticeKind, detail, displayContext);
    };
  }

  private String askSolution(int hintsLeft) {
    return hintsLeft > 0
        ? context.format(TextKey.SOLUTION_ASK_HINTS, hintsLeft)
        : context.format(TextKey.SOLUTION_ASK);
  }

  /** Draws the actors of what still happens, to be drawn over by the next; may be nothing. */
  public List<AttributedString> actors(Display.XrayUpdate news) {
    return new XrayView(context).actors(news.trace());
  }

  private List<AttributedString> opening(Lesson lesson, boolean resumed) {
    if (resumed) {
      return noticeView.text(context.format(TextKey.RESUMED));
    }
    return spaced(new CatalogueView(context).lesson(lesson));
  }

  private List<AttributedString> step(Lesson lesson, Step step) {
    var parts = new ArrayList<List<AttributedString>>();
    parts.add(stepView.headerAndProse(step, lesson.steps().size()));
    var checklist = verdictView.checklist(step.checks(), Map.of());
    if (!checklist.isEmpty()) {
      parts.add(LineLayout.concatenated(List.of(stepView.goals()), checklist));
    }
    for (int i = 0; i < step.questions().size(); i++) {
      parts.add(quizView.question(step.questions().get(i), i + 1, step.questions().size()));
    }
    step.quizzes().forEach(quiz -> parts.add(quizView.quiz(quiz, Set.of())));
    return spaced(LineLayout.separated(parts));
  }

  private List<AttributedString> checkOverview(
      StepProgress work, Map<Subject, List<String>> causes, boolean all) {
    var lines = new ArrayList<AttributedString>();
    for (CheckState state : work.checks()) {
      boolean told = !all && state.verdict() instanceof Verdict.Passed;
      if (!told && !state.check().hidden()) {
        lines.addAll(verdictView.verdict(state.check(), withCauses(state, causes)));
      }
    }
    for (int i = 0; i < work.step().questions().size(); i++) {
      var question = work.step().questions().get(i);
      if (!work.answeredQuestions().contains(question.id())) {
        lines.addAll(quizView.question(question, i + 1, work.step().questions().size()));
      }
    }
    work.step().quizzes().stream()
        .filter(quiz -> !work.solvedQuizzes().contains(quiz.id()))
        .forEach(quiz -> lines.addAll(quizView.quiz(quiz, Set.of())));
    return lines;
  }

  /** The reasons go to the first finding about an object: one telling is enough. */
  private static Verdict withCauses(CheckState state, Map<Subject, List<String>> causes) {
    if (!(state.verdict() instanceof Verdict.Failed(var findings))) {
      return state.verdict();
    }
    var known = new HashMap<String, List<String>>();
    causes.forEach((subject, why) -> known.put(subject.displayName(), why));
    var told = new LinkedHashSet<String>();
    return new Verdict.Failed(
        findings.stream()
            .map(finding ->
                finding.causes().isEmpty() && told.add(finding.subject())
                    ? finding.withCauses(known.getOrDefault(finding.subject(), List.of()))
                    : finding)
            .toList());
  }

  private List<AttributedString> done(Display.StepCompleted done) {
    int total = done.lesson().steps().size();
    Step step = done.step();
    var last = step.number() == total;
    var parts = new ArrayList<List<AttributedString>>();
    if (done.alreadyDone() && !step.isReadingOnly()) {
      parts.add(noticeView.text(context.format(TextKey.ALREADY_DONE)));
    }
    switch (done.outcome()) {
      case DONE -> {
        if (!step.isReadingOnly() || !step.debrief().isEmpty()) {
          parts.add(stepView.done(step, total));
        }
      }
      case SKIPPED -> {
        parts.add(noticeView.text(context.format(TextKey.SKIPPED, step.number(), total)));
        parts.add(stepView.debrief(step));
      }
      case READ ->
          parts.add(noticeView.text(context.format(TextKey.READ_ONLY, step.number(), total)));
    }
    if (done.outcome() != StepOutcome.READ) {
      parts.add(noticeView.sideNote(context.format(last ? TextKey.GO_ON_LAST : TextKey.GO_ON)));
    }
    return spaced(LineLayout.separated(parts));
  }

  private List<AttributedString> ending(
      Lesson lesson, Map<Integer, StepOutcome> outcomes, DisplayContext displayContext) {
    var open =
        outcomes.entrySet().stream()
            .filter(entry -> entry.getValue() != StepOutcome.DONE)
            .map(entry -> Integer.toString(entry.getKey()))
            .collect(Collectors.joining(", "));
    var words =
        open.isEmpty()
            ? context.format(TextKey.ENDING_DONE, lesson.title())
            : context.format(TextKey.ENDING_PASSED_OVER, lesson.title(), open);
    return spaced(
        LineLayout.concatenated(
            noticeView.text(words),
            noticeView.sideNote(context.format(TextKey.ENDING_NOTES, displayContext.notes()))));
  }

  private List<AttributedString> broken(CheckState state) {
    return LineLayout.concatenated(
        noticeView.error(
            context.format(TextKey.BROKEN, state.check().title()),
            context.format(TextKey.BROKEN_NEXT)),
        verdictView.why(state.verdict(), context.textWidth()));
  }

  /** A scene that stands by itself: with an empty line before and after it. */
  private static List<AttributedString> spaced(List<AttributedString> lines) {
    var set = new ArrayList<AttributedString>();
    set.add(AttributedString.EMPTY);
    set.addAll(lines);
    set.add(AttributedString.EMPTY);
    return set;
  }
}
