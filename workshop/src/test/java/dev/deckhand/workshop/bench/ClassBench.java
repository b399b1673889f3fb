package dev.deckhand.workshop.bench;

import dev.deckhand.workshop.client.ScriptedLearner;
import dev.deckhand.workshop.smoke.Labs;
import dev.deckhand.workshop.smoke.ServedWorkshop;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Learners join a workshop within one second, and each takes the lesson {@code
 * kubernetes/desired-state} to its end, in a namespace of one cluster. Prints a table. {@code
 * docs/bench/workshop} runs it.
 */
final class ClassBench {

  private static final long SPREAD_MILLIS = 1000;
  private static final long MEGA = 1 << 20;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final int learners;
  private final Path state;
  private final int port;
  private final AtomicBoolean served = new AtomicBoolean();
  private final Samples joined = new Samples("join to its answer");
  private final Samples prompted = new Samples("join to the prompt in one's own namespace");
  private final Samples verdicts = new Samples("the cluster's event to the verdict on the screen");
  private final Samples commands = new Samples("command to the verdict, with the Pods' start");
  private final Samples finished = new Samples("join to the end of the lesson");
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger comebacks = new AtomicInteger();
  private final CountDownLatch halfway;

  private ClassBench(int learners, Path state) throws IOException {
    this.learners = learners;
    this.state = state;
    this.port = ServedWorkshop.freePort();
    this.halfway = new CountDownLatch(learners / 2);
  }

  /**
   * Prints the table.
   *
   * @param arguments the number of learners; {@code kill} after it kills the server in the middle
   */
  public static void main(String[] arguments) throws Exception {
    Path state = Files.createTempDirectory("class-bench");
    var bench = new ClassBench(Integer.parseInt(arguments[0]), state);
    try {
      bench.measure(arguments.length > 1 && arguments[1].equals("kill"));
    } finally {
      Labs.removeAll(state);
    }
  }

  private ServedWorkshop serve() throws IOException {
    return ServedWorkshop.onLoopback(
        state,
        port,
        List.of(
            "kubernetes",
            "--isolation",
            "namespace",
            "--seats",
            Integer.toString(learners),
            "--no-ssh"));
  }

  private void measure(boolean kill) throws Exception {
    ServedWorkshop server = serve();
    served.set(true);
    long before = availableMemory();
    long began = System.nanoTime();
    HttpClient http = HttpClient.newHttpClient();
    try (var ready = new ReadyWatch(administrator());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ServedWorkshop first = server;
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < learners; i++) {
        int number = i;
        all.add(threads.submit(() -> learn(http, first, ready, number)));
      }
      if (kill) {
        halfway.await();
        served.set(false);
        long killed = System.nanoTime();
        server.kill();
        server = serve();
        served.set(true);
        out.printf("killed, and served again after %.1f s%n", (System.nanoTime() - killed) / 1e9);
      }
      for (Future<?> one : all) {
        one.get();
      }
      // while all of them are still there
      print((System.nanoTime() - began) / 1e9, before - availableMemory(), memory(server));
    } finally {
      // not closed: that would wait for the terminals
      http.shutdownNow();
      server.close();
    }
  }

  /** The kubeconfig of the class's cluster. */
  private String administrator() throws IOException {
    return Files.readString(state.resolve("workshops/kubernetes/cluster/kube/config"));
  }

  private void learn(HttpClient http, ServedWorkshop server, ReadyWatch ready, int number) {
    try {
      Thread.sleep(SPREAD_MILLIS * number / learners);
      long began = System.nanoTime();
      ScriptedLearner learner =
          ScriptedLearner.join(http, server.join(), server.code(), "Learner " + number, "");
      joined.addSince(began);
      var walk = new LessonWalk(learner, served::get);
      walk.open();
      prompted.addSince(began);
      String namespace = walk.namespace();
      long typed = System.nanoTime();
      walk.stepOne(() -> note(typed, ready.at(namespace, 2)));
      long again = System.nanoTime();
      walk.stepTwo(() -> note(again, ready.at(namespace, 3)));
      halfway.countDown();
      walk.stepThree(namespace);
      walk.stepFour();
      finished.addSince(began);
      comebacks.addAndGet(walk.comebacks());
    } catch (IOException | RuntimeException | AssertionError failure) {
      halfway.countDown();
      failures.add(String.valueOf(failure.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(long typed, Optional<Long> event) {
    commands.addSince(typed);
    event.ifPresent(verdicts::addSince);
  }

  private void print(double seconds, long used, long ofServer) {
    failures.stream().limit(3).forEach(out::println);
    out.printf(
        "%d learners; %d joined, %d finished the lesson, %d failed; %d came back after losing the"
            + " server; %.0f s in all%n%n",
        learners,
        joined.nanos().size(),
        finished.nanos().size(),
        failures.size(),
        comebacks.get(),
        seconds);
    out.println(Samples.HEAD);
    for (Samples samples : List.of(joined, prompted, verdicts, commands, finished)) {
      out.println(samples.row(1e9, "s"));
    }
    out.printf(
        "%nmemory for each learner at the end: %d MB of the machine, of which the server's process"
            + " has %.1f MB (%d MB in all)%n",
        used / learners / MEGA, (double) ofServer / MEGA / learners, ofServer / MEGA);
  }

  /** What the machine has left, in bytes. */
  private static long availableMemory() throws IOException {
    return kilobytes(Path.of("/proc/meminfo"), "MemAvailable:") << 10;
  }

  /** What a process has in memory, in bytes. */
  private static long memory(ServedWorkshop server) throws IOException {
    return kilobytes(Path.of("/proc/" + server.handle().pid() + "/status"), "VmRSS:") << 10;
  }

  private static long kilobytes(Path file, String name) throws IOException {
    return Arrays.stream(Files.readString(file).split("\n"))
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
