package dev.deckhand.lesson.adoc;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.asciidoctor.ast.StructuralNode;

/** Finds what is wrong with a marked block, whatever it is read into. */
record MarkedBlock(Role role, StructuralNode node, SourceFile file, Ledger ledger) {

  /** What belongs to checks alone, and is not to be lost on another block. */
  private static final Set<String> OF_A_CHECK =
      Set.of("within", "for", "expect", "count", "weight", "keep", "fatal", "hidden");

  /** Enters what is wrong; false where the rest is not worth reading. */
  boolean isWhole() {
    attributes();
    if (role.isSource()) {
      spaces();
    }
    if (role == Role.RUN) {
      commands();
    }
    return !role.isSource() || !isShifted();
  }

  private void attributes() {
    var attributes = BlockAttributes.of(node);
    var lost = new TreeSet<String>();
    switch (role) {
      case CHECK, ANSWER -> {
        attributes.loose().forEach(word -> loose(word));
        return;
      }
      case RUN, SETUP, SOLUTION, ALTERNATIVE, WRONG -> {
        lost.addAll(attributes.named().keySet());
        lost.addAll(attributes.options());
        lost.addAll(attributes.loose());
      }
      case DIAGRAM, DRAWN -> {
        lost.addAll(attributes.named().keySet());
        lost.addAll(attributes.options());
        if (role == Role.DIAGRAM) {
          lost.remove("picture");
        }
      }
      case QUIZ, HINT, DEBRIEF, INSTRUCTOR -> {
        lost.addAll(attributes.named().keySet());
        lost.addAll(attributes.options());
        lost.retainAll(OF_A_CHECK);
      }
    }
    lost.forEach(name ->
        ledger.error(
            ledger.at(node),
            "Nobody knows \"" + name + "\" on a block marked " + role.word() + ".",
            role == Role.DIAGRAM
                ? "Its image is given as picture=images/name.png."
                : "Take it out; times and weights are for checks."));
  }

  private void loose(String word) {
    ledger.error(
        ledger.at(node),
        "Nobody knows the word \"" + word + "\" behind the language.",
        List.of("keep", "fatal", "hidden").contains(word)
            ? "Write it as an option: [source." + role.word() + "%" + word + ",yaml]."
            : "Give it a name, as within=60s, or take it out.");
  }

  /** A space that is none, as it comes along from a page, looks like one and is a letter. */
  private void spaces() {
    List<String> lines = Lines.source(node);
    int first = Lines.ofContent(node, file);
    IntStream.range(0, lines.size())
        .filter(index ->
            lines.get(index).chars().anyMatch(c -> c == 0xa0 || c == 0x2007 || c == 0x202f))
        .findFirst()
        .ifPresent(index ->
            ledger.error(
                ledger.at(first + index),
                "There is a space that a shell takes for a letter.",
                "Type it anew: it was copied from a page."));
  }

  /** A condition takes lines out, so that no line could be told rightly. */
  private boolean isShifted() {
    boolean shifted = Lines.isShifted(node, file);
    if (shifted) {
      ledger.error(
          ledger.at(node),
          "A condition stands among the lines of this " + role.word() + ".",
          "Take it out.");
    }
    return shifted;
  }

  private void commands() {
    List<String> lines = Lines.source(node);
    if (RunReader.read(lines).isEmpty()) {
      ledger.error(
          ledger.at(node), "There is no command to try.", "Write one in it, or delete it.");
    } else if (RunReader.isOpen(lines)) {
      ledger.error(
          ledger.at(node),
          "The last command of the run has no end.",
          "Close its quote, parenthesis or heredoc.");
    }
  }
}
