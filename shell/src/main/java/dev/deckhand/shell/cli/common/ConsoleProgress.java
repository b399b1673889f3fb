package dev.deckhand.shell.cli.common;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.shell.view.report.BootProgressView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The progress of a setup: a spinner on a terminal, one line per step elsewhere. */
public final class ConsoleProgress implements BootProgress, AutoCloseable {

  private static final long TICK_MILLIS = 150;

  private final CommandConsole console;
  private final Map<String, Stage> stages = new LinkedHashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("setup").factory());
  private boolean ticking;
  private int tick;

  public ConsoleProgress(CommandConsole console) {
    this.console = console;
  }

  @Override
  public synchronized void began(String step) {
    stages.put(step, new Stage(System.nanoTime(), 0, 0, ""));
    if (!console.canRedraw()) {
      console.printLines(List.of(new BootProgressView(console.renderContext()).plainStarted(step)));
    } else if (!ticking) {
      ticking = true;
      var _ =
          ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void advanced(String step, long done, long total, String unit) {
    stages.computeIfPresent(step, (_, old) -> new Stage(old.since(), done, total, unit));
  }

  @Override
  public synchronized void finished(String step, Duration took) {
    stages.remove(step);
    var bootProgressView = new BootProgressView(console.renderContext());
    if (console.canRedraw()) {
      console.erase();
      console.printLines(List.of(bootProgressView.done(step, took)));
    } else {
      console.printLines(List.of(bootProgressView.plainDone(step, took)));
    }
  }

  private synchronized void tick() {
    if (!stages.isEmpty()) {
      var first = stages.entrySet().iterator().next();
      Stage stage = first.getValue();
      var elapsed = Duration.ofNanos(System.nanoTime() - stage.since());
      console.redraw(
          new BootProgressView(console.renderContext())
              .running(
                  new BootProgressView.Stage(
                      first.getKey(), elapsed, stage.done(), stage.total(), stage.unit()),
                  tick++));
    }
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (console.canRedraw()) {
      console.erase();
    }
  }

  private record Stage(long since, long done, long total, String unit) {}
}
