package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.lint.Finding;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.StructuralNode;
import org.jspecify.annotations.Nullable;

/** Collects what is found in one file, in the order in which it is found. */
final class Ledger {

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
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
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }

  List<Finding> findings() {
    return findings.stream().sorted(Finding.IN_READING_ORDER).toList();
  }
}
