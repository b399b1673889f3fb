package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Entries;
import dev.deckhand.lesson.Script;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.asciidoctor.ast.StructuralNode;

/** Reads what a learner would type, or the lab runs, out of listings. */
final class ScriptReader {

  /** What no command begins with, but a later line of a loop or a condition does. */
  private static final Pattern INNER =
      Pattern.compile("(?:do|done|then|elif|else|fi|esac)(?:[\\s;|&<>].*)?", Pattern.DOTALL);

  private final Ledger ledger;
  private final InlineReader inlines;

  ScriptReader(Ledger ledger, InlineReader inlines) {
    this.ledger = ledger;
    this.inlines = inlines;
  }

  /** Reads a script; empty, with a finding, where there is nothing in it. */
  Optional<Script> read(StructuralNode node, Role role) {
    Place place = ledger.at(node);
    String title = inlines.plain(node.getTitle());
    Entries.Split split = Entries.of(Lines.source(node));
    if (split.entries().isEmpty()) {
      ledger.error(
          place, "The " + role.word() + " is empty.", "Write commands in it, or delete it.");
      return Optional.empty();
    }
    if (!split.whole()) {
      ledger.error(
          place,
          "The last command of the " + role.word() + " has no end.",
          "Close its quote, parenthesis or heredoc.");
    }
    if (title.isEmpty() && (role == Role.ALTERNATIVE || role == Role.WRONG)) {
      ledger.error(
          place,
          "This " + role.word() + " has no title.",
          role == Role.WRONG
              ? "Say above it which mistake it makes: \".Scaled up instead\"."
              : "Say above it what it does: \".By patch\".");
    }
    prompts(split, place);
    loops(split, place);
    int begin = ledger.contentOf(node);
    List<Integer> lines = split.starts().stream().map(start -> begin + start).toList();
    return Optional.of(new Script(title, split.entries(), place, lines));
  }

  private void loops(Entries.Split split, Place place) {
    if (split.entries().stream()
        .anyMatch(entry -> Entries.java(entry).isEmpty() && INNER.matcher(entry).matches())) {
      ledger.error(
          place,
          "A loop or a condition goes over several lines.",
          "Write it on one line: a learner types line by line.");
    }
  }

  private void prompts(Entries.Split split, Place place) {
    if (split.entries().stream().anyMatch(entry -> entry.startsWith("$ "))) {
      ledger.error(
          place,
          "A command begins with the prompt \"$ \".",
          "Take it out: prompts are for [source.run,console] alone.");
    }
  }
}
