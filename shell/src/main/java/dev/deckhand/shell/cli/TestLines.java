package dev.deckhand.shell.cli;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.grade.Trial;
import dev.deckhand.shell.view.Boot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How lesson tests go, several at once: each line names its lesson, and what belongs together stays
 * together. A turning line on a terminal says what is at work.
 */
final class TestLines implements AutoCloseable {

  private static final long TICK_MILLIS = 150;
  private static final String BESIDE = "     ";

  private final Outside outside;
  private final Voice voice;
  private final boolean silent;
  private final long start = System.nanoTime();
  private final Map<LessonId, String> atWork = new LinkedHashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("progress").factory());
  private int tick;

  /**
   * @param silent for output that programs read
   */
  TestLines(Outside outside, Voice voice, boolean silent) {
    this.outside = outside;
    this.voice = voice;
    this.silent = silent;
    if (!silent && voice.canRedraw()) {
      var _ =
          ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** A lesson's turn has come; tells how its lab starts. */
  BootProgress begin(Lesson lesson) {
    return new BootProgress() {
      @Override
      public void began(String step) {
        atWork(lesson.id(), step);
        if (!voice.canRedraw()) {
          print(BESIDE + lesson.id() + ": " + step + " ...");
        }
      }

      @Override
      public void advanced(String step, long done, long total, String unit) {}

      @Override
      public void finished(String step, Duration took) {
        atWork(lesson.id(), "step 1");
        print(BESIDE + lesson.id() + ": " + step + ", done in " + seconds(took));
      }
    };
  }

  /** A trial is over. */
  void told(Trial trial) {
    atWork(trial.lesson(), "step " + trial.step());
    String words =
        trial.lesson()
            + " step "
            + trial.step()
            + ", "
            + trial.rule().words()
            + (trial.what().isEmpty() ? "" : ": " + trial.what());
    String mark = !trial.passed() ? "FAIL " : trial.warning().isEmpty() ? "ok   " : "warn ";
    String more = (trial.problem() + "\n" + trial.warning()).strip();
    // one line a trial, however long: build logs are searched by line
    print(
        mark
            + words
            + " ("
            + seconds(trial.took())
            + ")"
            + more.lines().map(line -> "\n" + BESIDE + line).collect(Collectors.joining()));
  }

  /** A lesson's lab did not do its part. */
  void fault(LessonId lesson, LabFault fault) {
    print("LAB  " + lesson + ": " + fault.what() + "\n" + BESIDE + fault.next());
  }

  /** A lesson is over. */
  synchronized void end(LessonId lesson) {
    atWork.remove(lesson);
  }

  private synchronized void atWork(LessonId lesson, String what) {
    atWork.put(lesson, what);
  }

  private synchronized void print(String lines) {
    if (silent) {
      return;
    }
    if (voice.canRedraw()) {
      voice.erase();
    }
    outside.out().println(lines);
    outside.out().flush();
  }

  private synchronized void tick() {
    if (!atWork.isEmpty()) {
      String title =
          atWork.entrySet().stream()
              .map(one -> one.getKey().lesson() + " " + one.getValue())
              .collect(Collectors.joining(", "));
      var elapsed = Duration.ofNanos(System.nanoTime() - start);
      voice.redraw(new Boot(voice.look()).live(new Boot.Stage(title, elapsed, 0, 0, ""), tick++));
    }
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (!silent && voice.canRedraw()) {
      voice.erase();
    }
  }
}
