package dev.deckhand.shell.submission;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is run of a submission. */
public sealed interface SubmittedScript {

  /**
   * Scripts for single steps.
   *
   * @param steps the entries by the numbers of the steps, counted from 1 in the learner's order;
   *     steps without a script are missing
   */
  record BySteps(SortedMap<Integer, List<SubmittedEntry>> steps) implements SubmittedScript {
    public BySteps {
      var copy = new TreeMap<Integer, List<SubmittedEntry>>();
      steps.forEach((step, entries) -> copy.put(step, List.copyOf(entries)));
      steps = Collections.unmodifiableSortedMap(copy);
    }

    /** The entries of a step; none if it has no script. */
    public List<SubmittedEntry> entries(int step) {
      return steps.getOrDefault(step, List.of());
    }
  }

  /** One script for the whole lesson, in which nothing tells where a step ends. */
  record Whole(List<SubmittedEntry> entries) implements SubmittedScript {
    public Whole {
      entries = List.copyOf(entries);
    }
  }

  /** Nothing to run. */
  record None() implements SubmittedScript {}
}
