package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.prose.BlockRole;
import dev.deckhand.lesson.adoc.prose.RunBlockReader;
import dev.deckhand.lesson.adoc.source.BlockAttributes;
import dev.deckhand.lesson.adoc.source.BlockLines;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Validates a block with a role before it is read. */
record MarkedBlockValidator(
    BlockRole role, BlockNode node, SourceFile file, DiagnosticCollector diagnostics) {

  /** Attributes of checks, which would be ignored on other blocks. */
  private static final Set<String> CHECK_ATTRIBUTES =
      Set.of("within", "for", "expect", "count", "weight", "keep", "fatal", "hidden");

  /** Reports problems; false if the block must not be read. */
  boolean validate() {
    checkAttributes();
    if (role.isListing()) {
      checkSpaces();
    }
    if (role == BlockRole.RUN) {
      checkCommands();
    }
    return !role.isListing() || !hasCondition();
  }

  private void checkAttributes() {
    var attributes = BlockAttributes.of(node);
    var lost = new TreeSet<String>();
    switch (role) {
      case CHECK, ANSWER -> {
        attributes.positional().forEach(word -> reportPositional(word));
        return;
      }
      case RUN, SETUP, SOLUTION, ALTERNATIVE, WRONG -> {
        lost.addAll(attributes.named().keySet());
        lost.addAll(attributes.options());
        lost.addAll(attributes.positional());
      }
      case DIAGRAM, DRAWN -> {
        lost.addAll(attributes.named().keySet());
        lost.addAll(attributes.options());
        if (role == BlockRole.DIAGRAM) {
          lost.remove("picture");
        }
      }
      case QUIZ, HINT, DEBRIEF, INSTRUCTOR -> {
        lost.addAll(attributes.named().keySet());
        lost.addAll(attributes.options());
        lost.retainAll(CHECK_ATTRIBUTES);
      }
    }
    lost.forEach(name ->
        diagnostics.error(
            node,
            "Nobody knows \"" + name + "\" on a block marked " + role.keyword() + ".",
            role == BlockRole.DIAGRAM
                ? "Its image is given as picture=images/name.png."
                : "Take it out; times and weights are for checks."));
  }

  private void reportPositional(String word) {
    diagnostics.error(
        node,
        "Nobody knows the word \"" + word + "\" behind the language.",
        List.of("keep", "fatal", "hidden").contains(word)
            ? "Write it as an option: [source." + role.keyword() + "%" + word + ",yaml]."
            : "Give it a name, as within=60s, or take it out.");
  }

  /** Finds non-breaking spaces, copied from a page, which a shell takes for letters. */
  private void checkSpaces() {
    List<String> lines = node.lines();
    int first = BlockLines.contentStart(node, file);
    IntStream.range(0, lines.size())
        .filter(index ->
            lines.get(index).chars().anyMatch(c -> c == 0xa0 || c == 0x2007 || c == 0x202f))
        .findFirst()
        .ifPresent(index ->
            diagnostics.error(
                first + index,
                "There is a space that a shell takes for a letter.",
                "Type it anew: it was copied from a page."));
  }

  /** Finds conditional directives, which would shift line numbers. */
  private boolean hasCondition() {
    boolean shifted = BlockLines.hasCondition(node, file);
    if (shifted) {
      diagnostics.error(
          node,
          "A condition stands among the lines of this " + role.keyword() + ".",
          "Take it out.");
    }
    return shifted;
  }

  private void checkCommands() {
    List<String> lines = node.lines();
    if (RunBlockReader.read(lines).isEmpty()) {
      diagnostics.error(node, "There is no command to try.", "Write one in it, or delete it.");
    } else if (RunBlockReader.isIncomplete(lines)) {
      diagnostics.error(
          node,
          "The last command of the run has no end.",
          "Close its quote, parenthesis or heredoc.");
    }
  }
}
