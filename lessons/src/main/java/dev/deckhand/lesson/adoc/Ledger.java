package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.lint.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.asciidoctor.ast.StructuralNode;
import org.jspecify.annotations.Nullable;

/** Collects what is found in one file, in the order in which it is found. */
final class Ledger {

  private final String file;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private @Nullable SourceFile source;
  private int line;

  Ledger(String file) {
    this.file = file;
  }

  Place at(int someLine) {
    return new Place(file, Math.max(0, someLine));
  }

  /** Hands over the text that blocks stand in. */
  void source(SourceFile text) {
    source = text;
  }

  /** Where a block's marks stand, the line in square brackets above it; else where it begins. */
  Place at(StructuralNode node) {
    int begin = Lines.of(node);
    return at(source == null ? begin : Lines.ofMarks(begin, source));
  }

  /** The line of the first content of a verbatim block. */
  int contentOf(StructuralNode node) {
    return source == null ? Lines.of(node) : Lines.ofContent(node, source);
  }

  /** The first line with some words, for who knows no line; where reading is now for none. */
  Place whereItSays(String words) {
    if (source != null) {
      for (int number = 1; number <= source.lines().size(); number++) {
        if (source.line(number).contains(words)) {
          return at(number);
        }
      }
    }
    return here();
  }

  /** Says what is being read now, for findings that do not know their own line. */
  void reading(int nowAt) {
    line = nowAt;
  }

  /** Where reading is now. */
  Place here() {
    return at(line);
  }

  void error(Place place, String message, String remedy) {
    add(Finding.error(place, message, remedy));
  }

  void warning(Place place, String message, String remedy) {
    add(Finding.warning(place, message, remedy));
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }

  List<Finding> findings() {
    return findings.stream().sorted(Finding.IN_READING_ORDER).toList();
  }
}
