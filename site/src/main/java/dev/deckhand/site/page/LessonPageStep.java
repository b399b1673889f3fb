package dev.deckhand.site.page;

import dev.deckhand.check.Check;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.text.CheckDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A step on a page: the task, the expected result, and, collapsed, what would give it away. Wrong
 * solutions, hidden checks and notes for instructors are left out.
 */
record LessonPageStep(Step step, HtmlProse prose) {

  List<Element> elements(RecordedOutput recordedOutput) {
    var elements = new ArrayList<Element>();
    elements.add(
        Html.element("h2", "", step.number() + ". " + step.title())
            .id(LessonPage.stepAnchor(step.number())));
    elements.addAll(prose.blocks(step.prose(), new RecordedOutputs(step, recordedOutput)));
    if (!step.setup().isEmpty()) {
      elements.add(
          HtmlProse.paragraph("mark", "Something is prepared for this step; the lab does it."));
    }
    checks().forEach(elements::add);
    elements.addAll(questions());
    step.quizzes().forEach(quiz -> elements.add(quiz(quiz)));
    elements.addAll(hints());
    solution().forEach(elements::add);
    if (!step.debrief().isEmpty()) {
      elements.add(fold("debrief", "Afterwards", prose.blocks(step.debrief())));
    }
    return elements;
  }

  private static Element fold(String role, String title, List<Element> content) {
    return HtmlProse.collapsible(role, List.of(Html.text(title)), content);
  }

  /** Returns text with a remark in small print. */
  private static List<Node> withAside(Node text, Node... aside) {
    return List.of(text, Html.text(" "), Html.element("span", "aside", aside));
  }

  private Stream<Element> checks() {
    List<List<Element>> shown =
        step.checks().stream()
            .filter(check -> !check.hidden())
            .map(check -> List.of(Html.element("p", "", check(check))))
            .toList();
    return shown.isEmpty()
        ? Stream.of()
        : Stream.of(
            Html.element(
                "div",
                "checks",
                Html.element("div", "title", "What you should see"),
                Html.list("ul", "", shown)));
  }

  private static List<Node> check(Check check) {
    String more = String.join("; ", CheckDescription.of(check));
    return more.isEmpty()
        ? List.of(Html.text(check.title()))
        : withAside(Html.text(check.title()), Html.text(more));
  }

  private List<Element> questions() {
    int total = step.questions().size();
    return IntStream.range(0, total)
        .mapToObj(i ->
            HtmlProse.paragraph(
                "answer",
                withAside(
                    Html.element("strong", "", step.questions().get(i).title()),
                    Html.text("Type "),
                    Html.code(total == 1 ? "answer ..." : "answer " + (i + 1) + ": ..."))))
        .toList();
  }

  private Element quiz(Quiz quiz) {
    boolean several = quiz.rightChoices().size() > 1;
    var elements = new ArrayList<Element>();
    elements.add(
        HtmlProse.paragraph(
            "",
            withAside(
                Html.element("strong", "", quiz.title()),
                Html.text(several ? "More than one is right." : "One is right."))));
    for (int i = 0; i < quiz.choices().size(); i++) {
      elements.add(choice(i + 1, quiz.choices().get(i)));
    }
    return HtmlProse.box("quiz", elements);
  }

  private Element choice(int number, Quiz.Choice choice) {
    var title = new ArrayList<Node>(List.of(Html.text(number + ". ")));
    title.addAll(HtmlProse.inline(choice.content()));
    var told = new ArrayList<Element>();
    told.add(
        choice.right()
            ? HtmlProse.paragraph("right", "\u2713 Right.")
            : HtmlProse.paragraph("not-right", "\u2717 Not right."));
    told.addAll(prose.blocks(choice.explanation()));
    return HtmlProse.collapsible("choice", title, told);
  }

  private List<Element> hints() {
    int total = step.hints().size();
    return IntStream.range(0, total)
        .mapToObj(i ->
            fold(
                "hint",
                total == 1 ? "Hint" : "Hint " + (i + 1) + " of " + total,
                prose.blocks(step.hints().get(i).content())))
        .toList();
  }

  private Stream<Element> solution() {
    Script solution = step.solution();
    if (solution == null) {
      return Stream.of();
    }
    var elements = new ArrayList<Element>();
    elements.add(HtmlProse.commands(solution.entries()));
    for (Script other : step.alternatives()) {
      elements.add(HtmlProse.paragraph("other-way", "Or: " + other.title()));
      elements.add(HtmlProse.commands(other.entries()));
    }
    return Stream.of(fold("solution", "Solution", elements));
  }
}
