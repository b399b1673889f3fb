package dev.deckhand.shell.repl.screen;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.shell.view.report.BootProgressView;
import dev.deckhand.shell.view.report.RunningStages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.utils.AttributedString;

/**
 * Shows on a terminal how a lab starts. While the learner reads or types, a step is reported when
 * it's done; while the learner waits, the current step is animated on a line of its own.
 */
final class TerminalBootProgress implements BootProgress {

  private static final long TICK_MILLIS = 120;

  private final TerminalScreen screen;
  private final RunningStages stages = new RunningStages();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("boot").factory());
  private boolean ticking;
  private boolean paused;
  private boolean drawn;
  private int tick;

  TerminalBootProgress(TerminalScreen screen) {
    this.screen = screen;
  }

  @Override
  public synchronized void began(String step) {
    stages.began(step);
    if (!ticking && screen.canRedraw()) {
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
  public void finished(String step, Duration took) {
    synchronized (this) {
      stages.finished(step);
    }
    screen.print(List.of(new BootProgressView(screen.renderContext()).done(step, took)));
  }

  /** Draws nothing until {@link #resume}: a command has the terminal. */
  void pause() {
    erase();
    synchronized (this) {
      paused = true;
    }
  }

  synchronized void resume() {
    paused = false;
  }

  /** Removes the animated line, so that something else can be shown. */
  void erase() {
    // the screen's lock is always taken first, so that drawing and printing can't deadlock
    synchronized (screen) {
      synchronized (this) {
        if (drawn) {
          drawn = false;
          screen.redraw(AttributedString.EMPTY);
        }
      }
    }
  }

  void close() {
    ticker.shutdownNow();
    erase();
  }

  private void tick() {
    synchronized (screen) {
      synchronized (this) {
        var stage = stages.first();
        if (paused || stage.isEmpty() || screen.isReading()) {
          return;
        }
        drawn = true;
        screen.redraw(new BootProgressView(screen.renderContext()).running(stage.get(), tick++));
      }
    }
  }
}
