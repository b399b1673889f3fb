package dev.deckhand.shell.view;

import dev.deckhand.check.Question;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Quiz;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jline.utils.AttributedString;

/** Questions and quizzes, asked and answered. Immutable. */
public final class Quizzes {

  private final Look look;
  private final Prose prose;
  private final Inlines inlines;
  private final Signs signs;

  public Quizzes(Look look) {
    this.look = look;
    this.prose = new Prose(look);
    this.inlines = new Inlines(look);
    this.signs = new Signs(look);
  }

  /**
   * Asks an open question.
   *
   * @param number counted from 1
   * @param total how many the step has; the number is said where there is more than one
   */
  public List<AttributedString> question(Question question, int number, int total) {
    boolean many = total > 1;
    var title =
        many
            ? look.say(Phrase.QUESTION_OF_MANY, number, question.title())
            : look.say(Phrase.QUESTION, question.title());
    var how = many ? look.say(Phrase.QUESTION_HOW_OF_MANY, number) : look.say(Phrase.QUESTION_HOW);
    return Lines.joined(title(title), faint(how));
  }

  /** Says what came of an answer, without giving the right one away. */
  public List<AttributedString> answered(String answer, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed() -> signs.item(Mark.GOOD, look.say(Phrase.CHOSEN_RIGHT), answer, 0);
      case Verdict.Failed _ -> signs.item(Mark.BAD, look.say(Phrase.CHOSEN_WRONG), answer, 0);
      case Verdict.Undecided(var why, var next) ->
          Lines.joined(
              signs.item(Mark.UNSURE, look.say(Phrase.CHECK_UNSURE), why, 0),
              Lines.indent(2, signs.next(next, look.measure() - 2)));
    };
  }

  /**
   * Asks a quiz, or shows what came of it.
   *
   * @param chosen the numbers that were chosen, from 1; empty while it is open. A chosen one says
   *     whether it is right, and why if the author says so.
   */
  public List<AttributedString> quiz(Quiz quiz, Set<Integer> chosen) {
    var lines = new ArrayList<>(title(look.say(Phrase.QUIZ, quiz.title())));
    for (int number = 1; number <= quiz.choices().size(); number++) {
      var choice = quiz.choices().get(number - 1);
      lines.addAll(choice(number, choice, chosen.contains(number)));
    }
    if (!chosen.equals(quiz.right())) {
      lines.addAll(
          faint(look.say(quiz.right().size() > 1 ? Phrase.QUIZ_HOW_MANY : Phrase.QUIZ_HOW)));
    }
    return List.copyOf(lines);
  }

  private List<AttributedString> choice(int number, Quiz.Choice choice, boolean chosen) {
    var first = new Ink().put("  " + number + ". ", look.palette().accent()).done();
    int width = look.measure() - first.columnLength();
    if (!chosen) {
      return Lines.hang(first, Wrap.lines(inlines.text(choice.content()), width));
    }
    var mark = choice.right() ? Mark.GOOD : Mark.BAD;
    var word = look.say(choice.right() ? Phrase.CHOSEN_RIGHT : Phrase.CHOSEN_WRONG);
    var text =
        new Ink()
            .put(look.theme().mark(mark))
            .put(" " + word + ": ", look.theme().style(mark))
            .put(inlines.text(choice.content()))
            .done();
    return Lines.hang(
        first,
        Lines.joined(
            Wrap.lines(text, width),
            Lines.indent(2, prose.lines(choice.explanation(), width - 2))));
  }

  private List<AttributedString> title(String text) {
    return Wrap.lines(Ink.of(text, look.palette().strong()), look.measure());
  }

  private List<AttributedString> faint(String text) {
    return Wrap.lines(Ink.of(text, look.palette().faint()), look.measure());
  }
}
