package dev.deckhand.shell.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelJobRunnerTest {

  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void asManyAsThereIsRoomForRunAtATime() throws Exception {
    var both = new CyclicBarrier(2);
    var most = new AtomicInteger();
    var now = new AtomicInteger();
    var jobs = new ArrayList<ParallelJobRunner.Job>();
    for (int i = 0; i < 6; i++) {
      jobs.add(
          new ParallelJobRunner.Job(
              10,
              1,
              () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                quietly(both::await);
                now.decrementAndGet();
              }));
    }
    run(new LabCapacity(20, 8), jobs);
    assertThat(most).hasValue(2);
  }

  @Test
  void theLongestBeginsFirstHoweverSmall() throws Exception {
    run(
        new LabCapacity(0, 1),
        List.of(job("short", 30, 1), job("long", 10, 9), job("middle", 20, 5)));
    assertThat(log).containsExactly("long", "middle", "short");
  }

  @Test
  void whatIsTooLargeForTheMachineRunsAlone() throws Exception {
    run(new LabCapacity(10, 4), List.of(job("huge", 1000), job("small", 1)));
    assertThat(log).containsExactlyInAnyOrder("huge", "small");
  }

  @Test
  void aSmallOneTakesTheRoomThatALargeOneCannot() throws Exception {
    var small = new CountDownLatch(1);
    var jobs =
        List.of(
            new ParallelJobRunner.Job(9, 9, () -> quietly(small::await)),
            job("large", 8),
            new ParallelJobRunner.Job(1, 1, small::countDown));
    run(new LabCapacity(10, 4), jobs);
    assertThat(log).containsExactly("large");
  }

  @Test
  void stoppingWaitsUntilAllHaveCleanedUpAndBeginsNoMore() throws Exception {
    var begun = new CountDownLatch(2);
    var jobs = new ArrayList<ParallelJobRunner.Job>();
    for (int i = 0; i < 3; i++) {
      jobs.add(
          new ParallelJobRunner.Job(
              1,
              1,
              () -> {
                begun.countDown();
                quietly(() -> new CountDownLatch(1).await());
                log.add("cleaned up");
              }));
    }
    var together = new ParallelJobRunner(new LabCapacity(100, 2));
    Thread stopper =
        Thread.ofVirtual()
            .start(() -> {
              quietly(begun::await);
              together.close();
              log.add("stopped");
            });
    together.run(jobs);
    stopper.join();
    assertThat(log).containsExactly("cleaned up", "cleaned up", "stopped");
  }

  @Test
  void interruptingWhoWaitsStopsThemToo() throws Exception {
    var begun = new CountDownLatch(1);
    Thread self = Thread.currentThread();
    var job =
        new ParallelJobRunner.Job(
            1,
            1,
            () -> {
              begun.countDown();
              quietly(() -> new CountDownLatch(1).await());
              log.add("cleaned up");
            });
    Thread.ofVirtual()
        .start(() -> {
          quietly(begun::await);
          self.interrupt();
        });
    assertThatThrownBy(() -> run(new LabCapacity(100, 2), List.of(job)))
        .isInstanceOf(InterruptedException.class);
    assertThat(log).containsExactly("cleaned up");
  }

  private ParallelJobRunner.Job job(String name, long bytes) {
    return job(name, bytes, Math.toIntExact(bytes));
  }

  private ParallelJobRunner.Job job(String name, long bytes, int length) {
    return new ParallelJobRunner.Job(bytes, length, () -> log.add(name));
  }

  private static void run(LabCapacity space, List<ParallelJobRunner.Job> jobs)
      throws InterruptedException {
    try (var together = new ParallelJobRunner(space)) {
      together.run(jobs);
    }
  }

  private static void quietly(Wait wait) {
    try {
      wait.end();
    } catch (Exception stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Wait {
    void end() throws Exception;
  }
}
