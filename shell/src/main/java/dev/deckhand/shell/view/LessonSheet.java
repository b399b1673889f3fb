package dev.deckhand.shell.view;

import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.session.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;

/** A whole lesson as its learners will see it, for whoever writes it. Immutable. */
public final class LessonSheet {

  private static final Surroundings NOTHING = new Surroundings(List.of(), Map.of(), "", "");

  private final Look look;
  private final SceneView scenes;
  private final Steps steps;
  private final Signs signs;

  public LessonSheet(Look look) {
    this.look = look;
    this.scenes = new SceneView(look);
    this.steps = new Steps(look);
    this.signs = new Signs(look);
  }

  /**
   * Draws the lesson.
   *
   * @param step one step alone, counted from 1; 0 for all, with the introduction
   * @param all whether hints, solutions and debriefs are shown, instead of counted
   */
  public List<AttributedString> draw(Lesson lesson, int step, boolean all) {
    var lines = new ArrayList<AttributedString>();
    if (step == 0) {
      lines.addAll(scenes.draw(new Scene.Opening(lesson, false), NOTHING));
    }
    for (Step each : lesson.steps()) {
      if (step == 0 || step == each.number()) {
        lines.addAll(scenes.draw(new Scene.StepText(lesson, each), NOTHING));
        lines.addAll(all ? unfolded(each) : folded(each));
      }
    }
    return List.copyOf(lines);
  }

  /** Says what is wrong with it, a finding after the other. */
  public List<AttributedString> findings(List<Finding> findings) {
    var lines = new ArrayList<AttributedString>();
    for (Finding finding : findings) {
      Mark mark = finding.isError() ? Mark.BAD : Mark.UNSURE;
      lines.addAll(signs.behind(mark, Ink.of(finding.place() + ": " + finding.message())));
      if (!finding.remedy().isEmpty()) {
        int hang = look.theme().mark(mark).columnLength() + 1;
        lines.addAll(Lines.indent(hang, signs.next(finding.remedy(), look.measure() - hang)));
      }
    }
    return List.copyOf(lines);
  }

  private List<AttributedString> folded(Step step) {
    var counted = new ArrayList<String>();
    count(counted, Phrase.SHEET_HINTS, step.hints().size());
    count(counted, Phrase.SHEET_SOLUTION, step.solution() == null ? 0 : 1);
    count(counted, Phrase.SHEET_ALTERNATIVES, step.alternatives().size());
    count(counted, Phrase.SHEET_WRONGS, step.wrongs().size());
    count(counted, Phrase.SHEET_DEBRIEF, step.debrief().isEmpty() ? 0 : 1);
    return counted.isEmpty()
        ? List.of()
        : new Messages(look).aside(look.say(Phrase.SHEET_FOLDED, String.join(", ", counted)));
  }

  private void count(List<String> counted, Phrase phrase, int number) {
    if (number > 0) {
      counted.add(look.say(phrase, number));
    }
  }

  private List<AttributedString> unfolded(Step step) {
    var parts = new ArrayList<List<AttributedString>>();
    for (int i = 0; i < step.hints().size(); i++) {
      Hint hint = step.hints().get(i);
      parts.add(steps.hint(hint, i + 1, step.hints().size()));
    }
    Script solution = step.solution();
    if (solution != null) {
      parts.add(steps.solution(solution.entries()));
    }
    step.alternatives().forEach(script -> parts.add(script(Phrase.SHEET_ALTERNATIVE, script)));
    step.wrongs().forEach(script -> parts.add(script(Phrase.SHEET_WRONG, script)));
    parts.add(steps.debrief(step));
    return Lines.apart(parts);
  }

  private List<AttributedString> script(Phrase phrase, Script script) {
    return steps.typed(look.say(phrase, script.title()), script.entries());
  }
}
