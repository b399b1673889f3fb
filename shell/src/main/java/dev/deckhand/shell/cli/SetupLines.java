package dev.deckhand.shell.cli;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.shell.view.Boot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** How setting up goes: a turning line on a terminal, a line a step elsewhere; never silence. */
final class SetupLines implements BootProgress, AutoCloseable {

  private static final long TICK_MILLIS = 150;

  private final Voice voice;
  private final Map<String, Stage> stages = new LinkedHashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("setup").factory());
  private boolean ticking;
  private int tick;

  SetupLines(Voice voice) {
    this.voice = voice;
  }

  @Override
  public synchronized void began(String step) {
    stages.put(step, new Stage(System.nanoTime(), 0, 0, ""));
    if (!voice.canRedraw()) {
      voice.show(List.of(new Boot(voice.look()).plainBegan(step)));
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
    var boot = new Boot(voice.look());
    if (voice.canRedraw()) {
      voice.erase();
      voice.show(List.of(boot.done(step, took)));
    } else {
      voice.show(List.of(boot.plainDone(step, took)));
    }
  }

  private synchronized void tick() {
    if (!stages.isEmpty()) {
      var first = stages.entrySet().iterator().next();
      Stage stage = first.getValue();
      var elapsed = Duration.ofNanos(System.nanoTime() - stage.since());
      voice.redraw(
          new Boot(voice.look())
              .live(
                  new Boot.Stage(
                      first.getKey(), elapsed, stage.done(), stage.total(), stage.unit()),
                  tick++));
    }
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (voice.canRedraw()) {
      voice.erase();
    }
  }

  private record Stage(long since, long done, long total, String unit) {}
}
