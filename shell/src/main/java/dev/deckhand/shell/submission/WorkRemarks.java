package dev.deckhand.shell.submission;

import java.util.ArrayList;
import java.util.List;

/** Collects remarks, up to a number that a person would read. */
final class WorkRemarks {

  private static final int MAX = 50;

  private final List<String> remarks = new ArrayList<>();
  private int more;

  /** Adds a sentence. */
  void add(String remark) {
    if (remarks.size() < MAX) {
      remarks.add(remark);
    } else {
      more++;
    }
  }

  /**
   * Adds a sentence about a place.
   *
   * @param line counted from 1
   */
  void add(String file, int line, String remark) {
    add(file + ", line " + line + ": " + remark);
  }

  List<String> sentences() {
    var all = new ArrayList<>(remarks);
    if (more > 0) {
      all.add("There are " + more + " more remarks of this kind.");
    }
    return List.copyOf(all);
  }
}
