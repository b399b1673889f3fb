package dev.deckhand.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures as Markdown. */
final class BenchReport {

  private static final String SPEED_HEAD =
      """
      | checks | changes at once | way | changes | bytes → verdict, p50 | p99 | answer to the write → verdict, p50 | p99 |
      |--:|--:|---|--:|--:|--:|--:|--:|
      """;

  private static final String IDLE_HEAD =
      """
      | checks | way | requests | processor time, ours (ms) | processor time, the lab's (ms) |
      |--:|---|--:|--:|--:|
      """;

  private final List<String> speeds = new ArrayList<>();
  private final List<String> idles = new ArrayList<>();

  void speed(int checks, int changes, Map<ObservationMode, LatencyBenchmark.Latencies> latencies) {
    latencies.forEach((observationMode, figures) -> {
      DurationSamples news = figures.fromEvent();
      DurationSamples write = figures.fromWrite();
      speeds.add(
          row(
              checks,
              changes,
              observationMode.label(),
              write.count(),
              news.percentile(50),
              news.percentile(99),
              write.percentile(50),
              write.percentile(99)));
      // a long silence looks like a hang
      System.err.println(speeds.getLast());
    });
  }

  void idle(int checks, Map<@Nullable ObservationMode, IdleCost> idleCost) {
    idleCost.forEach((observationMode, cost) -> {
      String word = observationMode == null ? "nobody looks" : observationMode.label();
      idles.add(row(checks, word, cost.requests(), cost.ownCpuMillis(), cost.labCpuMillis()));
      System.err.println(idles.getLast());
    });
  }

  private static String row(Object... cells) {
    var row = new StringBuilder("|");
    for (Object cell : cells) {
      row.append(' ').append(cell).append(" |");
    }
    return row.toString();
  }

  String text(BenchTarget benchTarget, String load) {
    return "## %s\n\nMachine: %s. Load: %s.\n\nFrom a change to its verdict, in milliseconds:\n\n%s%s\n\nIn a minute in which nothing changes:\n\n%s%s\n"
        .formatted(
            benchTarget.label(),
            MachineDescription.describe(),
            load,
            SPEED_HEAD,
            String.join("\n", speeds),
            IDLE_HEAD,
            String.join("\n", idles));
  }
}
