package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.ListItemNode;
import dev.deckhand.lesson.adoc.prose.ListReader;
import dev.deckhand.lesson.adoc.prose.ProseReader;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.ArrayList;
import java.util.Optional;

/** Reads checklists into quizzes. */
final class QuizReader {

  private final DiagnosticCollector diagnostics;
  private final ProseReader prose;
  private final ListReader lists;

  QuizReader(DiagnosticCollector diagnostics, ProseReader prose) {
    this.diagnostics = diagnostics;
    this.prose = prose;
    this.lists = new ListReader(diagnostics, prose);
  }

  /** Reads a quiz; empty, with a finding, if it isn't valid. */
  Optional<Quiz> read(BlockNode list, String id) {
    SourcePosition position = diagnostics.at(list);
    if (!list.context().equals("ulist")) {
      return reject(
          position,
          "A quiz is a checklist, and this is none.",
          "Begin each choice with \"* [ ]\".");
    }
    String title = prose.inlines().plainText(list.title());
    if (title.isEmpty()) {
      return reject(
          position, "The quiz has no question.", "Put one above it: \".Which one is it?\"");
    }
    var choices = new ArrayList<Quiz.Choice>();
    for (BlockNode node : list.blocks()) {
      var item = (ListItemNode) node;
      if (!item.attributes().containsKey("checkbox")) {
        return reject(
            diagnostics.at(item),
            "A choice of the quiz is neither right nor wrong.",
            "Begin it with \"* [x]\" or \"* [ ]\".");
      }
      var choice =
          new Quiz.Choice(
              lists.text(item),
              item.attributes().containsKey("checked"),
              prose.read(item.blocks()));
      if (Inline.plainText(choice.content()).isBlank()) {
        return reject(
            diagnostics.at(item), "A choice of the quiz is empty.", "Say what is chosen.");
      }
      if (choices.stream().anyMatch(other -> other.content().equals(choice.content()))) {
        return reject(
            diagnostics.at(item), "A choice of the quiz stands there twice.", "Keep one of them.");
      }
      choices.add(choice);
    }
    if (choices.stream().noneMatch(Quiz.Choice::right)) {
      return reject(
          position, "The quiz \"" + title + "\" has no right choice.", "Mark one with \"* [x]\".");
    }
    if (choices.size() < 2) {
      return reject(
          position,
          "The quiz \"" + title + "\" has one choice only.",
          "Add a wrong one: \"* [ ]\".");
    }
    if (choices.stream().allMatch(Quiz.Choice::right)) {
      return reject(
          position, "The quiz \"" + title + "\" has no wrong choice.", "Add one: \"* [ ]\".");
    }
    return Optional.of(new Quiz(id, title, choices, position));
  }

  private Optional<Quiz> reject(SourcePosition position, String message, String remedy) {
    diagnostics.error(position, message, remedy);
    return Optional.empty();
  }
}
