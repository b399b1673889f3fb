package dev.deckhand.shell.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds submissions of a class that an instructor should compare. They are graded as any other:
 * that two are alike proves nothing.
 */
public final class AlikeSubmissions {

  /** Names in one sentence. */
  private static final int MAX_NAMES = 10;

  private AlikeSubmissions() {}

  /** One sentence for each set of submissions that have the same files or the same seed. */
  public static List<String> sentences(List<GradingOutcome> outcomes) {
    var sentences = new ArrayList<String>();
    groups(outcomes, GradingRun::submissionDigest)
        .values()
        .forEach(names -> sentences.add(together(names) + " handed in the same files."));
    groups(outcomes, GradingRun::seed)
        .forEach(
            (seed, names) -> sentences.add(together(names) + " have the same seed, " + seed + "."));
    return sentences;
  }

  private static Map<String, List<String>> groups(
      List<GradingOutcome> outcomes, Function<GradingRun, String> trait) {
    var groups = new TreeMap<String, List<String>>();
    for (GradingOutcome outcome : outcomes) {
      if (outcome instanceof GradingOutcome.Graded(var report)) {
        groups
            .computeIfAbsent(trait.apply(report.run()), _ -> new ArrayList<>())
            .add(report.grade().submission());
      }
    }
    groups.remove("");
    groups.values().removeIf(names -> names.size() < 2);
    return groups;
  }

  private static String together(List<String> names) {
    List<String> shown = names.stream().sorted().limit(MAX_NAMES).toList();
    int others = names.size() - shown.size();
    if (others > 0) {
      return String.join(", ", shown) + " and " + others + " more";
    }
    return shown.subList(0, shown.size() - 1).stream().collect(Collectors.joining(", "))
        + " and "
        + shown.getLast();
  }
}
