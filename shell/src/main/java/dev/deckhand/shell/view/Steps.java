package dev.deckhand.shell.view;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Step;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A step: how it begins, what helps, how it ends. Immutable. */
public final class Steps {

  private final Look look;
  private final Prose prose;
  private final Signs signs;

  public Steps(Look look) {
    this.look = look;
    this.prose = new Prose(look);
    this.signs = new Signs(look);
  }

  /** Says which step it is: {@code Step 2 of 5: Break it}, underlined. */
  public List<AttributedString> header(Step step, int total) {
    var title = look.say(Phrase.STEP_HEADER, step.number(), total, step.title());
    return underlined(title);
  }

  /** The header and the prose of a step. */
  public List<AttributedString> reading(Step step, int total) {
    return Lines.apart(List.of(header(step, total), prose.lines(step.prose())));
  }

  /** A line above the checklist. */
  public AttributedString goals() {
    return Ink.of(look.say(Phrase.STEP_GOALS), look.palette().faint());
  }

  /**
   * One hint.
   *
   * @param number counted from 1
   */
  public List<AttributedString> hint(Hint hint, int number, int total) {
    var title = look.say(Phrase.HINT, number, total);
    var content = prose.lines(hint.content(), look.measure() - 2);
    if (number == total) {
      return beside(title, look.palette().unsure(), content);
    }
    var more = Ink.of(look.say(Phrase.HINT_MORE), look.palette().faint());
    return beside(
        title,
        look.palette().unsure(),
        Lines.joined(content, Wrap.lines(more, look.measure() - 2)));
  }

  /** The commands that solve the step. */
  public List<AttributedString> solution(List<String> entries) {
    return typed(look.say(Phrase.SOLUTION), entries);
  }

  /** Commands below a title. */
  List<AttributedString> typed(String heading, List<String> entries) {
    var title = Wrap.lines(Ink.of(heading, look.palette().strong()), look.measure());
    return Lines.joined(title, prose.lines(List.of(new Block.Run(entries)), look.measure()));
  }

  /** Says that the step is done, and what it was about; the debrief may be empty. */
  public List<AttributedString> done(Step step, int total) {
    var word = look.say(Phrase.STEP_DONE, step.number(), total);
    var line = Ink.of(word, look.palette().label(look.palette().good()));
    return Lines.apart(List.of(signs.behind(Mark.GOOD, line), debrief(step)));
  }

  /** What the step was about; nothing where its author does not say. */
  public List<AttributedString> debrief(Step step) {
    return step.debrief().isEmpty()
        ? List.of()
        : beside(
            look.say(Phrase.DEBRIEF),
            look.palette().good(),
            prose.lines(step.debrief(), look.measure() - 2));
  }

  private List<AttributedString> beside(
      String title, AttributedStyle style, List<AttributedString> content) {
    var bar = Ink.of(look.marks().side() + " ", style);
    var label = Ink.of(title, look.palette().label(style));
    return Lines.hang(bar, bar, Lines.joined(List.of(label), content));
  }

  private List<AttributedString> underlined(String title) {
    var lines = Wrap.lines(Ink.of(title, look.palette().heading()), look.measure());
    int widest = lines.stream().mapToInt(AttributedString::columnLength).max().orElse(0);
    var line = Ink.of(look.marks().line().repeat(widest), look.palette().line());
    return Lines.joined(lines, List.of(line));
  }
}
