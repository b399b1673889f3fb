package dev.deckhand.shell.cli.common;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.shell.view.report.BootProgressView;
import dev.deckhand.shell.view.report.RunningStages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The progress of a setup: a spinner on a terminal, one line per step elsewhere. */
public final class ConsoleProgress implements BootProgress, AutoCloseable {

  private static final long TICK_MILLIS = 150;

  private final CommandConsole console;
  private final RunningStages stages = new RunningStages();
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
    stages.began(step);
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
    stages.advanced(step, done, total, unit);
  }

  @Override
  public synchronized void finished(String step, Duration took) {
    stages.finished(step);
    var bootProgressView = new BootProgressView(console.renderContext());
    if (console.canRedraw()) {
      console.erase();
      console.printLines(List.of(bootProgressView.done(step, took)));
    } else {
      console.printLines(List.of(bootProgressView.plainDone(step, took)));
    }
  }

  private synchronized void tick() {
    stages
        .first()
        .ifPresent(stage ->
            console.redraw(new BootProgressView(console.renderContext()).running(stage, tick++)));
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (console.canRedraw()) {
      console.erase();
    }
  }
}
