package dev.deckhand.site.page;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.site.text.PluralFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/** A lesson as a page to read outside the shell. */
public final class LessonPage {

  private static final int STEP_HEADING = 2;
  private static final String OUTPUT_NOTICE =
      "Output is what the commands printed when this lesson was last tested in a real lab. Names,"
          + " ids, addresses and times will be others for you.";

  private LessonPage() {}

  /** Returns the id under which a page shows a step. */
  public static String stepAnchor(int number) {
    return "step-" + number;
  }

  /**
   * Returns the whole page.
   *
   * @param recordedOutput what the lesson's commands printed, to be shown below them
   * @param pictures by the names under which the lesson shows them
   */
  public static HtmlPage of(
      Lesson lesson, RecordedOutput recordedOutput, Function<String, Optional<Png>> pictures) {
    var facts =
        new LessonFacts()
            .add(
                "Time", lesson.minutes() == 0 ? "" : PluralFormatter.of(lesson.minutes(), "minute"))
            .add("Level", lesson.level())
            .addNeeds(lesson, Html::code);
    var body = new ArrayList<>(List.of(facts.list()));
    body.addAll(content(lesson, recordedOutput, pictures));
    return new HtmlPage(lesson.title(), body, true);
  }

  /** Returns what stands below the page's title and facts. */
  public static List<Element> content(
      Lesson lesson, RecordedOutput recordedOutput, Function<String, Optional<Png>> pictures) {
    var prose = new HtmlProse(STEP_HEADING, pictures);
    var content = new ArrayList<>(prose.blocks(lesson.intro()));
    content.add(
        Html.list(
            "ol",
            "contents",
            lesson.steps().stream()
                .map(step -> List.of(Html.link("#" + stepAnchor(step.number()), step.title())))
                .toList()));
    if (!recordedOutput.isEmpty()) {
      content.add(HtmlProse.paragraph("mark", OUTPUT_NOTICE));
    }
    lesson
        .steps()
        .forEach(step -> content.addAll(new LessonPageStep(step, prose).elements(recordedOutput)));
    return content;
  }
}
