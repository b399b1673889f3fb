package dev.deckhand.shell.cli.grade;

import dev.deckhand.grade.Grade;
import dev.deckhand.shell.grade.bundle.BundleRegrader;
import dev.deckhand.shell.grade.bundle.BundleRegrader.Result;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.ReportContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What regrading a class comes to, before anything is written. */
final class Regrading {

  private final Map<String, Result> results = new TreeMap<>();
  private final List<String> unreadable = new ArrayList<>();

  /** Grades the newest bundle of each submission again. */
  static Regrading of(BundleStore bundles, BundleRegrader regrader) throws IOException {
    var regrading = new Regrading();
    for (String name : new TreeSet<>(bundles.names())) {
      bundles
          .find(name)
          .ifPresentOrElse(
              bundle -> regrading.results.put(name, regrader.regrade(bundle)),
              () -> regrading.unreadable.add(name));
    }
    return regrading;
  }

  /** Whether a submission has to run in a lab. */
  boolean needsLab() {
    return !unreadable.isEmpty()
        || results.values().stream().anyMatch(Result.NeedsLab.class::isInstance);
  }

  /** Whether there's something to write. */
  boolean changesAnything() {
    return results.values().stream().anyMatch(Result.Regraded.class::isInstance);
  }

  /** Those with new grades. */
  List<Result.Regraded> regraded() {
    return results.values().stream()
        .filter(Result.Regraded.class::isInstance)
        .map(Result.Regraded.class::cast)
        .toList();
  }

  /** The results of all submissions as they count once the new grades are kept. */
  List<GradingOutcome> outcomes(ReportContext context) {
    var outcomes = new ArrayList<GradingOutcome>();
    results
        .values()
        .forEach(result ->
            outcomes.add(
                new GradingOutcome.Graded(
                    switch (result) {
                      case Result.Same(var bundle) -> bundle.content().report(context);
                      case Result.Regraded(var _, var again) -> again.report(context);
                      case Result.NeedsLab(var bundle, var _) -> bundle.content().report(context);
                    })));
    return outcomes;
  }

  /** Who gains, who loses, who keeps their points, and who has to be run in a lab. */
  List<String> lines() {
    var gain = new ArrayList<String>();
    var lose = new ArrayList<String>();
    var keep = new ArrayList<String>();
    var lab = new ArrayList<String>();
    results.forEach((name, result) -> {
      switch (result) {
        case Result.Same _ -> keep.add("  " + name + ": nothing changes.");
        case Result.Regraded(var bundle, var again) -> {
          GradeChange change = GradeChange.of(bundle.content().grade(), again.grade());
          List<String> where =
              switch (change.gained().signum()) {
                case 1 -> gain;
                case -1 -> lose;
                default -> keep;
              };
          where.add("  " + name + ": " + change.points());
          change.tasks().forEach(task -> where.add("      " + task.sentence()));
        }
        case Result.NeedsLab(var _, var reasons) -> {
          lab.add("  " + name + ":");
          reasons.forEach(reason -> lab.add("      " + reason));
        }
      }
    });
    unreadable.forEach(
        name -> lab.add("  " + name + ": its bundle isn't whole, or another grader signed it."));
    var lines = new ArrayList<String>();
    add(lines, "Gain points:", gain);
    add(lines, "Lose points:", lose);
    add(lines, "Keep their points:", keep);
    add(lines, "Have to run in a lab again, and keep their grades until then:", lab);
    return lines;
  }

  private static void add(List<String> lines, String title, List<String> part) {
    if (!part.isEmpty()) {
      lines.add(title);
      lines.addAll(part);
    }
  }

  /** The same for programs: an object for each submission. */
  List<Map<String, Object>> fields() {
    var all = new ArrayList<Map<String, Object>>();
    results.forEach((name, result) -> {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("submission", name);
      Grade before = result.bundle().content().grade();
      switch (result) {
        case Result.Same _ -> addResult(fields, "same", GradeChange.of(before, before));
        case Result.Regraded(var _, var again) ->
            addResult(fields, "regraded", GradeChange.of(before, again.grade()));
        case Result.NeedsLab(var _, var reasons) -> {
          fields.put("result", "needs-lab");
          fields.put("before", before.score().earned());
          fields.put("reasons", reasons);
        }
      }
      all.add(fields);
    });
    for (String name : unreadable) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("submission", name);
      fields.put("result", "unreadable");
      all.add(fields);
    }
    return all;
  }

  private static void addResult(Map<String, Object> fields, String result, GradeChange change) {
    fields.put("result", result);
    fields.put("before", change.before().score().earned());
    fields.put("after", change.after().score().earned());
    fields.put("possible", change.after().score().possible());
    fields.put("gained", change.gained());
    fields.put("tasks", change.tasks().stream().map(GradeChange.Task::sentence).toList());
  }
}
