package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.lint.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one file, in the order in which it is found. */
final class Ledger {

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  private int line;

  Ledger(String file) {
    this.file = file;
  }

  Place at(int someLine) {
    return new Place(file, Math.max(0, someLine));
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
