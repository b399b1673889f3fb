package dev.deckhand.site.page;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.site.text.LabNames;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The facts about a lesson, as a description list. Empty facts are left out. */
public final class LessonFacts {

  private final Element list = Html.element("dl", "facts");

  /** Adds a fact in words. */
  public LessonFacts add(String name, String words) {
    return words.isEmpty() ? this : add(name, Stream.of(Html.text(words)), " ");
  }

  /** Adds a fact of several pieces. */
  public LessonFacts add(String name, Stream<? extends Node> pieces, String separator) {
    var content = new ArrayList<Node>();
    pieces.forEach(piece -> {
      if (!content.isEmpty()) {
        content.add(Html.text(separator));
      }
      content.add(piece);
    });
    if (!content.isEmpty()) {
      list.appendChild(Html.element("dt", "", name)).appendChild(Html.element("dd", "", content));
    }
    return this;
  }

  /**
   * Adds the lab of a lesson and what it requires.
   *
   * @param required creates the name or link of a required lesson
   */
  public LessonFacts addNeeds(Lesson lesson, Function<String, ? extends Node> required) {
    LabNeeds needs = lesson.needs();
    return add("Lab", LabNames.of(needs, "none, only reading and questions"))
        .add("Images", needs.images().stream().map(Html::code), " ")
        .add(
            "Needs", needs.abilities().stream().sorted().map(Ability::keyword).map(Html::code), " ")
        .add(
            "Namespace",
            Stream.of(needs.namespace()).filter(one -> !one.equals("default")).map(Html::code),
            " ")
        .add("First do", lesson.requires().stream().map(required), ", ")
        .add("Try it", Stream.of(Html.code("deckhand learn " + lesson.id())), " ");
  }

  /** Returns the list. */
  public Element list() {
    return list;
  }
}
