package dev.deckhand.workshop.bench;

import dev.deckhand.workshop.client.ScriptedLearner;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets learners join a workshop within one second, each of whom does the first step of the lesson
 * {@code kubernetes/desired-state}, and prints a table. {@code docs/bench/class} runs it.
 */
final class ClassBench {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long SPREAD_MILLIS = 1000;
  private static final String COMMAND =
      "kubectl create deployment beacon --image=nginx:1.30 --replicas=2\r";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Queue<Long> joined = new ConcurrentLinkedQueue<>();
  private final Queue<Long> prompted = new ConcurrentLinkedQueue<>();
  private final Queue<Long> passed = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  private ClassBench() {}

  /**
   * Prints the table.
   *
   * @param arguments the join address, the code, and how many learners join
   */
  public static void main(String[] arguments) throws Exception {
    new ClassBench()
        .measure(URI.create(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
  }

  private void measure(URI server, String code, int learners) throws Exception {
    long before = availableMemory();
    try (HttpClient http = HttpClient.newHttpClient();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < learners; i++) {
        int number = i;
        all.add(threads.submit(() -> learn(http, server, code, number, learners)));
      }
      for (Future<?> one : all) {
        one.get();
      }
      // while all of them are still there
      long after = availableMemory();
      out.printf("%d learners, %d failed%n%n", learners, failures.size());
      failures.stream().limit(3).forEach(out::println);
      out.println("| what | p50 (s) | p99 | slowest |");
      out.println("|---|--:|--:|--:|");
      row("join to its answer", joined);
      row("join to the prompt in one's own lab", prompted);
      row("command to the verdict of its check, on the screen", passed);
      out.printf(
          "%nmemory for each learner, with two Pods: %d MB%n",
          (before - after) / learners / (1 << 20));
    }
  }

  private void learn(HttpClient http, URI server, String code, int number, int learners) {
    try {
      Thread.sleep(SPREAD_MILLIS * number / learners);
      long began = System.nanoTime();
      ScriptedLearner learner = ScriptedLearner.join(http, server, code, "Learner " + number, "");
      joined.add(System.nanoTime() - began);
      learner.connect();
      learner.await("desired-state 1/4 $", PATIENCE);
      prompted.add(System.nanoTime() - began);
      long typed = System.nanoTime();
      learner.type(COMMAND);
      learner.await("done: Two replicas of beacon", PATIENCE);
      passed.add(System.nanoTime() - typed);
    } catch (IOException | RuntimeException | AssertionError failure) {
      failures.add(String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void row(String what, Queue<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      out.println("| " + what + " | – | – | – |");
      return;
    }
    out.printf(
        "| %s | %.2f | %.2f | %.2f |%n",
        what,
        sorted[sorted.length / 2] / 1e9,
        sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e9,
        sorted[sorted.length - 1] / 1e9);
  }

  /** What the machine has left, in bytes. */
  private static long availableMemory() throws IOException {
    return Arrays.stream(Files.readString(Path.of("/proc/meminfo")).split("\n"))
        .filter(line -> line.startsWith("MemAvailable:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElseThrow();
  }
}
