package dev.deckhand.shell.grade.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.Workspace;
import dev.deckhand.shell.grade.FakeConfinedLab;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.step.Turns;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submissions that share the processors: one at a time works, and the others wait. */
class SharedTurnsTest {

  @TempDir private Path folder;
  private final CountDownLatch firstWaits = new CountDownLatch(1);
  private final CountDownLatch secondRan = new CountDownLatch(1);
  private final AtomicBoolean metWhileWaiting = new AtomicBoolean();
  private final AtomicInteger opened = new AtomicInteger();

  @Test
  void oneWorksWhileTheOtherWaitsForItsChecks() throws Exception {
    var turns = new Turns(1);
    try (var labs = GradingFixtures.labs(folder, this::open, FaultyCalls.none(), true);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      SubmissionJob job =
          GradingFixtures.job(folder, GradingFixtures.threeSteps(), labs).takingTurns(turns);
      Future<GradingResult> first = threads.submit(grading(job, "anna"));
      assertThat(firstWaits.await(30, TimeUnit.SECONDS)).isTrue();
      Future<GradingResult> second = threads.submit(grading(job, "bert"));

      assertThat(earned(second.get())).isEqualTo(1);
      assertThat(earned(first.get())).isEqualTo(1);
    }
    assertThat(metWhileWaiting).isTrue();
    assertThat(opened).hasValue(2);
    // both have given their turns back
    try (var _ = turns.take()) {
      assertThat(turns).isNotNull();
    }
  }

  private Callable<GradingResult> grading(SubmissionJob job, String name) {
    return () ->
        job.grade(
            GradingFixtures.read(
                GradingFixtures.submission(folder, name, Map.of("step-1.sh", "scale 2\n"))),
            GradingFixtures.NOW);
  }

  private static int earned(GradingResult result) {
    return ((GradingOutcome.Graded) result.outcome()).report().grade().score().earned().intValue();
  }

  private ConfinedLab open() {
    var fake = new FakeConfinedLab(FaultyCalls.none());
    boolean isFirst = opened.incrementAndGet() == 1;
    Lab lab = proxy(Lab.class, fake.lab(), "watch", isFirst ? this::awaitSecond : () -> {});
    Workspace workspace =
        proxy(Workspace.class, fake.submitted(), "run", isFirst ? () -> {} : secondRan::countDown);
    return (ConfinedLab)
        Proxy.newProxyInstance(
            ConfinedLab.class.getClassLoader(),
            new Class<?>[] {ConfinedLab.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "lab" -> lab;
                  case "submitted" -> workspace;
                  default -> method.invoke(fake, arguments);
                });
  }

  private void awaitSecond() {
    firstWaits.countDown();
    try {
      if (secondRan.await(20, TimeUnit.SECONDS)) {
        metWhileWaiting.set(true);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs something before each call of a method. */
  private static <T> T proxy(Class<T> type, T target, String name, Runnable before) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getName().equals(name)) {
                before.run();
              }
              return method.invoke(target, arguments);
            }));
  }
}
