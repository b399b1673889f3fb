package dev.deckhand.shell.view.lesson;

import dev.deckhand.check.Question;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.shell.view.prose.BlockRenderer;
import dev.deckhand.shell.view.prose.InlineRenderer;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.MarkedLineRenderer;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jline.utils.AttributedString;

/** Questions and quizzes, asked and answered. Immutable. */
public final class QuizView {

  private final RenderContext context;
  private final BlockRenderer blockRenderer;
  private final InlineRenderer inlineRenderer;
  private final MarkedLineRenderer markedLineRenderer;

  public QuizView(RenderContext context) {
    this.context = context;
    this.blockRenderer = new BlockRenderer(context);
    this.inlineRenderer = new InlineRenderer(context);
    this.markedLineRenderer = new MarkedLineRenderer(context);
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
            ? context.format(TextKey.QUESTION_OF_MANY, number, question.title())
            : context.format(TextKey.QUESTION, question.title());
    var how =
        many
            ? context.format(TextKey.QUESTION_HOW_OF_MANY, number)
            : context.format(TextKey.QUESTION_HOW);
    return LineLayout.concatenated(title(title), faint(how));
  }

  /** Says what came of an answer, without giving the right one away. */
  public List<AttributedString> answered(String answer, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed() ->
          markedLineRenderer.item(StatusMark.GOOD, context.format(TextKey.CHOSEN_RIGHT), answer, 0);
      case Verdict.Failed _ ->
          markedLineRenderer.item(StatusMark.BAD, context.format(TextKey.CHOSEN_WRONG), answer, 0);
      case Verdict.Undecided(var why, var next) ->
          LineLayout.concatenated(
              markedLineRenderer.item(
                  StatusMark.UNSURE, context.format(TextKey.CHECK_UNSURE), why, 0),
              LineLayout.indent(2, markedLineRenderer.nextAction(next, context.textWidth() - 2)));
    };
  }

  /**
   * Asks a quiz, or shows what came of it.
   *
   * @param chosen the numbers that were chosen, from 1; empty while it is open. A chosen one says
   *     whether it is right, and why if the author says so.
   */
  public List<AttributedString> quiz(Quiz quiz, Set<Integer> chosen) {
    var lines = new ArrayList<>(title(context.format(TextKey.QUIZ, quiz.title())));
    for (int number = 1; number <= quiz.choices().size(); number++) {
      var choice = quiz.choices().get(number - 1);
      lines.addAll(choice(number, choice, chosen.contains(number)));
    }
    if (!chosen.equals(quiz.rightChoices())) {
      lines.addAll(
          faint(
              context.format(
                  quiz.rightChoices().size() > 1 ? TextKey.QUIZ_HOW_MANY : TextKey.QUIZ_HOW)));
    }
    return List.copyOf(lines);
  }

  private List<AttributedString> choice(int number, Quiz.Choice choice, boolean chosen) {
    var first =
        new StyledLineBuilder().append("  " + number + ". ", context.palette().accent()).build();
    int width = context.textWidth() - first.columnLength();
    if (!chosen) {
      return LineLayout.prefixed(
          first, LineWrapper.wrap(inlineRenderer.text(choice.content()), width));
    }
    var statusMark = choice.right() ? StatusMark.GOOD : StatusMark.BAD;
    var word = context.format(choice.right() ? TextKey.CHOSEN_RIGHT : TextKey.CHOSEN_WRONG);
    var text =
        new StyledLineBuilder()
            .append(context.theme().mark(statusMark))
            .append(" " + word + ": ", context.theme().style(statusMark))
            .append(inlineRenderer.text(choice.content()))
            .build();
    return LineLayout.prefixed(
        first,
        LineLayout.concatenated(
            LineWrapper.wrap(text, width),
            LineLayout.indent(2, blockRenderer.lines(choice.explanation(), width - 2))));
  }

  private List<AttributedString> title(String text) {
    return LineWrapper.wrap(
        StyledLineBuilder.of(text, context.palette().strong()), context.textWidth());
  }

  private List<AttributedString> faint(String text) {
    return LineWrapper.wrap(
        StyledLineBuilder.of(text, context.palette().faint()), context.textWidth());
  }
}
