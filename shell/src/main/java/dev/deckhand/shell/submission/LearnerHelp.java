package dev.deckhand.shell.submission;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The help that a learner took. Steps are counted from 1, in the learner's order.
 *
 * @param hints how many hints were given, by steps; steps without are missing
 * @param solutions the steps whose solution was shown
 * @param skipped the steps that were done for the learner
 */
public record LearnerHelp(
    SortedMap<Integer, Integer> hints, SortedSet<Integer> solutions, SortedSet<Integer> skipped) {

  /** No help. */
  public static final LearnerHelp NONE = of(Map.of(), List.of(), List.of());

  public LearnerHelp {
    hints = Collections.unmodifiableSortedMap(new TreeMap<>(hints));
    solutions = Collections.unmodifiableSortedSet(new TreeSet<>(solutions));
    skipped = Collections.unmodifiableSortedSet(new TreeSet<>(skipped));
  }

  public static LearnerHelp of(
      Map<Integer, Integer> hints, Collection<Integer> solutions, Collection<Integer> skipped) {
    return new LearnerHelp(new TreeMap<>(hints), new TreeSet<>(solutions), new TreeSet<>(skipped));
  }
}
