package dev.deckhand.shell.cli.author;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.trial.TrialResult;
import dev.deckhand.shell.view.report.BootProgressView;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The progress of parallel lesson tests: each line names its lesson. A spinner on a terminal shows
 * what is running.
 */
final class LessonTestProgress implements AutoCloseable {

  private static final long TICK_MILLIS = 150;
  private static final String INDENT = "     ";

  private final ProgramEnvironment environment;
  private final CommandConsole console;
  private final boolean silent;
  private final long start = System.nanoTime();
  private final Map<LessonId, String> activities = new LinkedHashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("progress").factory());
  private int tick;

  /**
   * @param silent for output that programs read
   */
  LessonTestProgress(ProgramEnvironment environment, CommandConsole console, boolean silent) {
    this.environment = environment;
    this.console = console;
    this.silent = silent;
    if (!silent && console.canRedraw()) {
      var _ =
          ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Reports that a lesson's test started; returns the progress of its lab's start. */
  BootProgress lessonStarted(Lesson lesson) {
    return new BootProgress() {
      @Override
      public void began(String step) {
        setActivity(lesson.id(), step);
        if (!console.canRedraw()) {
          print(INDENT + lesson.id() + ": " + step + " ...");
        }
      }

      @Override
      public void advanced(String step, long done, long total, String unit) {}

      @Override
      public void finished(String step, Duration took) {
        setActivity(lesson.id(), "step 1");
        print(INDENT + lesson.id() + ": " + step + ", done in " + seconds(took));
      }
    };
  }

  /** Reports a finished trial. */
  void trialFinished(TrialResult trialResult) {
    setActivity(trialResult.lesson(), "step " + trialResult.step());
    String words =
        trialResult.lesson()
            + " step "
            + trialResult.step()
            + ", "
            + trialResult.rule().words()
            + (trialResult.what().isEmpty() ? "" : ": " + trialResult.what());
    String mark =
        !trialResult.passed() ? "FAIL " : trialResult.warning().isEmpty() ? "ok   " : "warn ";
    String more = (trialResult.problem() + "\n" + trialResult.warning()).strip();
    // one line per trial, however long: build logs are searched by line
    print(
        mark
            + words
            + " ("
            + seconds(trialResult.took())
            + ")"
            + more.lines().map(line -> "\n" + INDENT + line).collect(Collectors.joining()));
  }

  /** Reports a fault of a lesson's lab, or why the lesson is skipped. */
  void fault(LessonId lesson, LabFault fault) {
    String mark = fault.kind() == LabFault.Kind.WRONG_VERSION ? "skip " : "LAB  ";
    print(mark + lesson + ": " + fault.problem() + "\n" + INDENT + fault.remedy());
  }

  /** Reports that a lesson that failed is tested once more. */
  void retried(LessonId lesson) {
    print("again " + lesson + ": it failed, and is tested once more");
  }

  /** Reports that a lesson's test finished. */
  synchronized void lessonFinished(LessonId lesson) {
    activities.remove(lesson);
  }

  private synchronized void setActivity(LessonId lesson, String what) {
    activities.put(lesson, what);
  }

  private synchronized void print(String lines) {
    if (silent) {
      return;
    }
    if (console.canRedraw()) {
      console.erase();
    }
    environment.out().println(lines);
    environment.out().flush();
  }

  private synchronized void tick() {
    if (!activities.isEmpty()) {
      String title =
          activities.entrySet().stream()
              .map(one -> one.getKey().lesson() + " " + one.getValue())
              .collect(Collectors.joining(", "));
      var elapsed = Duration.ofNanos(System.nanoTime() - start);
      console.redraw(
          new BootProgressView(console.renderContext())
              .running(new BootProgressView.Stage(title, elapsed, 0, 0, ""), tick++));
    }
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (!silent && console.canRedraw()) {
      console.erase();
    }
  }
}
