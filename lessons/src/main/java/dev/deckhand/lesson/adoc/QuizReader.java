package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Quiz;
import java.util.ArrayList;
import java.util.Optional;
import org.asciidoctor.ast.ListItem;
import org.asciidoctor.ast.StructuralNode;

/** Reads checklists into quizzes. */
final class QuizReader {

  private final Ledger ledger;
  private final ProseReader prose;
  private final ListReader lists;

  QuizReader(Ledger ledger, ProseReader prose) {
    this.ledger = ledger;
    this.prose = prose;
    this.lists = new ListReader(ledger, prose);
  }

  /** Reads a quiz; empty, with a finding, where it is none. */
  Optional<Quiz> read(StructuralNode list, String id) {
    Place place = ledger.at(list);
    if (!list.getContext().equals("ulist")) {
      return refused(
          place, "A quiz is a checklist, and this is none.", "Begin each choice with \"* [ ]\".");
    }
    String title = prose.inlines().plain(list.getTitle());
    if (title.isEmpty()) {
      return refused(place, "The quiz has no question.", "Put one above it: \".Which one is it?\"");
    }
    var choices = new ArrayList<Quiz.Choice>();
    for (StructuralNode node : list.getBlocks()) {
      var item = (ListItem) node;
      if (!item.hasAttribute("checkbox")) {
        return refused(
            ledger.at(item),
            "A choice of the quiz is neither right nor wrong.",
            "Begin it with \"* [x]\" or \"* [ ]\".");
      }
      var choice =
          new Quiz.Choice(
              lists.text(item), item.hasAttribute("checked"), prose.read(item.getBlocks()));
      if (Inline.plain(choice.content()).isBlank()) {
        return refused(ledger.at(item), "A choice of the quiz is empty.", "Say what is chosen.");
      }
      if (choices.stream().anyMatch(other -> other.content().equals(choice.content()))) {
        return refused(
            ledger.at(item), "A choice of the quiz stands there twice.", "Keep one of them.");
      }
      choices.add(choice);
    }
    if (choices.stream().noneMatch(Quiz.Choice::right)) {
      return refused(
          place, "The quiz \"" + title + "\" has no right choice.", "Mark one with \"* [x]\".");
    }
    if (choices.size() < 2) {
      return refused(
          place, "The quiz \"" + title + "\" has one choice only.", "Add a wrong one: \"* [ ]\".");
    }
    if (choices.stream().allMatch(Quiz.Choice::right)) {
      return refused(
          place, "The quiz \"" + title + "\" has no wrong choice.", "Add one: \"* [ ]\".");
    }
    return Optional.of(new Quiz(id, title, choices, place));
  }

  private Optional<Quiz> refused(Place place, String message, String remedy) {
    ledger.error(place, message, remedy);
    return Optional.empty();
  }
}
