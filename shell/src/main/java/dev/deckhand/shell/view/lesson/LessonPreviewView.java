package dev.deckhand.shell.view.lesson;

import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.session.Display;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.MarkedLineRenderer;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;

/** A preview of a whole lesson for its author. Immutable. */
public final class LessonPreviewView {

  private static final DisplayContext NOTHING =
      new DisplayContext(List.of(), Map::of, Map::of, "", "");

  private final RenderContext context;
  private final DisplayRenderer displayRenderers;
  private final StepView stepView;
  private final MarkedLineRenderer markedLineRenderer;

  public LessonPreviewView(RenderContext context) {
    this.context = context;
    this.displayRenderers = new DisplayRenderer(context);
    this.stepView = new StepView(context);
    this.markedLineRenderer = new MarkedLineRenderer(context);
  }

  /**
   * Draws the lesson.
   *
   * @param step one step alone, counted from 1; 0 for all, with the introduction
   * @param all whether hints, solutions and debriefs are shown, instead of counted
   */
  public List<AttributedString> render(Lesson lesson, int step, boolean all) {
    var lines = new ArrayList<AttributedString>();
    if (step == 0) {
      lines.addAll(displayRenderers.render(new Display.LessonIntroduction(lesson, false), NOTHING));
    }
    for (Step each : lesson.steps()) {
      if (step == 0 || step == each.number()) {
        lines.addAll(displayRenderers.render(new Display.StepText(lesson, each), NOTHING));
        lines.addAll(all ? unfolded(each) : folded(each));
      }
    }
    return List.copyOf(lines);
  }

  /** Says what is wrong with it, a finding after the other. */
  public List<AttributedString> findings(List<LintFinding> lintFindings) {
    var lines = new ArrayList<AttributedString>();
    for (LintFinding lintFinding : lintFindings) {
      StatusMark statusMark = lintFinding.isError() ? StatusMark.BAD : StatusMark.UNSURE;
      lines.addAll(
          markedLineRenderer.marked(
              statusMark,
              StyledLineBuilder.of(lintFinding.place() + ": " + lintFinding.message())));
      if (!lintFinding.remedy().isEmpty()) {
        int hang = context.theme().mark(statusMark).columnLength() + 1;
        lines.addAll(
            LineLayout.indent(
                hang,
                markedLineRenderer.nextAction(lintFinding.remedy(), context.textWidth() - hang)));
      }
    }
    return List.copyOf(lines);
  }

  private List<AttributedString> folded(Step step) {
    var counted = new ArrayList<String>();
    count(counted, TextKey.SHEET_HINTS, step.hints().size());
    count(counted, TextKey.SHEET_SOLUTION, step.solution() == null ? 0 : 1);
    count(counted, TextKey.SHEET_ALTERNATIVES, step.alternatives().size());
    count(counted, TextKey.SHEET_WRONGS, step.wrongs().size());
    count(counted, TextKey.SHEET_DEBRIEF, step.debrief().isEmpty() ? 0 : 1);
    return counted.isEmpty()
        ? List.of()
        : new NoticeView(context)
            .sideNote(context.format(TextKey.SHEET_FOLDED, String.join(", ", counted)));
  }

  private void count(List<String> counted, TextKey textKey, int number) {
    if (number > 0) {
      counted.add(context.format(textKey, number));
    }
  }

  private List<AttributedString> unfolded(Step step) {
    var parts = new ArrayList<List<AttributedString>>();
    for (int i = 0; i < step.hints().size(); i++) {
      Hint hint = step.hints().get(i);
      parts.add(stepView.hint(hint, i + 1, step.hints().size()));
    }
    Script solution = step.solution();
    if (solution != null) {
      parts.add(stepView.solution(solution.entries()));
    }
    step.alternatives().forEach(script -> parts.add(script(TextKey.SHEET_ALTERNATIVE, script)));
    step.wrongs().forEach(script -> parts.add(script(TextKey.SHEET_WRONG, script)));
    parts.add(stepView.debrief(step));
    return LineLayout.separated(parts);
  }

  private List<AttributedString> script(TextKey textKey, Script script) {
    return stepView.typed(context.format(textKey, script.title()), script.entries());
  }
}
