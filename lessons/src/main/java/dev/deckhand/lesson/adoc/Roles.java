package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Nearest;
import dev.deckhand.lesson.lint.Remedies;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;

/** Reads the roles of blocks, and finds those that are mistyped or out of place. */
final class Roles {

  private final Ledger ledger;

  Roles(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The role of a block that stands at the top level of a step; empty for prose. */
  Optional<Role> of(StructuralNode node) {
    List<Role> known = node.getRoles().stream().flatMap(word -> Role.of(word).stream()).toList();
    unknown(node);
    if (known.size() > 1) {
      ledger.error(
          ledger.at(node),
          "A block is marked both " + known.get(0).word() + " and " + known.get(1).word() + ".",
          "Keep one of the two.");
    }
    if (known.isEmpty() || !fits(known.getFirst(), node)) {
      return Optional.empty();
    }
    return Optional.of(known.getFirst());
  }

  /** Finds marks on a block that stands where marks are not seen. */
  void outOfPlace(StructuralNode node) {
    unknown(node);
    node.getRoles().stream()
        .flatMap(word -> Role.of(word).stream())
        .filter(role -> !role.isProse())
        .forEach(role ->
            ledger.error(
                ledger.at(node),
                "A block marked "
                    + role.word()
                    + " stands inside another block, or before the"
                    + " first step.",
                "Put it at the top level of a step."));
  }

  /** Finds marks on a heading inside a step, where nobody looks for them. */
  void onHeading(StructuralNode node) {
    node.getRoles()
        .forEach(word ->
            ledger.error(
                ledger.at(node),
                "A heading inside a step cannot be marked \"" + word + "\".",
                "Mark a block, or the step itself."));
  }

  /** Finds marks that are written where AsciiDoc has its styles and languages. */
  private void misplaced(StructuralNode node) {
    String style = node.getStyle() == null ? "" : node.getStyle();
    String language = Objects.toString(node.getAttribute("language", "", false), "");
    if (Role.of(style).isPresent()) {
      String meant = Role.of(style).filter(Role::isSource).isPresent() ? "source." : ".";
      ledger.error(
          ledger.at(node),
          "The mark \"" + style + "\" has no dot before it.",
          "Write [" + meant + style + "].");
    } else if (Nearest.to(style, List.of("source")).isPresent() && !style.equals("source")) {
      ledger.error(
          ledger.at(node), "Nobody knows the style \"" + style + "\".", "Did you mean \"source\"?");
    }
    if (style.equals("source") && Role.of(language).filter(Role::isSource).isPresent()) {
      ledger.error(
          ledger.at(node),
          "The mark \"" + language + "\" stands where the language belongs.",
          "Write a dot for the comma: [source." + language + "].");
    }
  }

  private boolean fits(Role role, StructuralNode node) {
    boolean listing = node.getContext().equals("listing") || node.getContext().equals("literal");
    if (role.isSource() && !listing) {
      ledger.error(
          ledger.at(node),
          "Only a listing can be marked " + role.word() + ".",
          "Write [source." + role.word() + "] above a block between ---- lines.");
      return false;
    }
    if ((role == Role.DIAGRAM || role == Role.DRAWN) && !listing) {
      ledger.error(
          ledger.at(node),
          "Only a literal block can be marked " + role.word() + ".",
          "Write [." + role.word() + "] above a block between .... lines.");
      return false;
    }
    return true;
  }

  private void unknown(StructuralNode node) {
    misplaced(node);
    boolean source = "source".equals(node.getStyle());
    node.getRoles().stream()
        .filter(word -> Role.of(word).isEmpty())
        .filter(word -> source || Nearest.to(word, Role.words()).isPresent())
        .forEach(word ->
            ledger.error(
                ledger.at(node),
                "Nobody knows the mark \"" + word + "\".",
                Remedies.choose(word, Role.words())));
  }
}
