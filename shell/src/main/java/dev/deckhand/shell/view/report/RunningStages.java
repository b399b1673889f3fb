package dev.deckhand.shell.view.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The steps of a start that are running now, and how far each is. Not safe for several threads. */
public final class RunningStages {

  private final Map<String, Stage> stages = new LinkedHashMap<>();

  public void began(String step) {
    stages.put(step, new Stage(System.nanoTime(), 0, 0, ""));
  }

  public void advanced(String step, long done, long total, String unit) {
    stages.computeIfPresent(step, (_, old) -> new Stage(old.since(), done, total, unit));
  }

  public void finished(String step) {
    stages.remove(step);
  }

  /** The one that has run for the longest time; empty if none runs. */
  public Optional<BootProgressView.Stage> first() {
    return stages.entrySet().stream()
        .findFirst()
        .map(first -> {
          Stage stage = first.getValue();
          var elapsed = Duration.ofNanos(System.nanoTime() - stage.since());
          return new BootProgressView.Stage(
              first.getKey(), elapsed, stage.done(), stage.total(), stage.unit());
        });
  }

  private record Stage(long since, long done, long total, String unit) {}
}
