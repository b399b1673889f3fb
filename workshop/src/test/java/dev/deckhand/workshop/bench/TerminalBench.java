package dev.deckhand.workshop.bench;

import dev.deckhand.workshop.client.ScriptedLearner;
import dev.deckhand.workshop.smoke.Labs;
import dev.deckhand.workshop.smoke.ServedWorkshop;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Terminals that print 40 KB each second, and one beside them whose learner types. Each is a shell
 * in a container of its own. Prints a table. {@code docs/bench/workshop} runs it.
 */
final class TerminalBench {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final int BYTES_PER_SECOND = 40_000;
  private static final int KEYS = 300;
  private static final String PROMPT = "desired-state 1/4 $";

  /** Forks nothing: it waits for a line that doesn't come. Somewhat more than what is wanted. */
  private static final String FLOOD =
      "bash -c 'mkfifo /tmp/f; exec 9<>/tmp/f; printf -v b %01023d 0;"
          + " while :; do printf \"%s\\n\" $b $b $b $b; read -t 0.1 -u 9; done'";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final int terminals;
  private final HttpClient http = HttpClient.newHttpClient();

  private TerminalBench(int terminals) {
    this.terminals = terminals;
  }

  /**
   * Prints the table.
   *
   * @param arguments how many terminals
   */
  public static void main(String[] arguments) throws Exception {
    Path state = Files.createTempDirectory("terminal-bench");
    var bench = new TerminalBench(Integer.parseInt(arguments[0]));
    try (ServedWorkshop server =
        ServedWorkshop.onLoopback(
            state,
            ServedWorkshop.freePort(),
            List.of(
                "kubernetes",
                "--isolation",
                "namespace",
                "--seats",
                Integer.toString(bench.terminals + 1),
                "--no-ssh"))) {
      bench.measure(server);
    } finally {
      bench.http.shutdownNow();
      Labs.removeAll(state);
    }
  }

  private void measure(ServedWorkshop server) throws Exception {
    ScriptedLearner quiet = open(server, "Quiet");
    var idle = new Samples("key to its echo, nobody else there");
    var loud = new Samples("key to its echo, beside " + terminals + " floods");
    type(quiet, idle);
    List<ScriptedLearner> all = openAll(server);
    all.forEach(one -> one.type(FLOOD + "\r"));
    // until each prints
    for (ScriptedLearner one : all) {
      one.await("000000000000", PATIENCE);
      one.countOnly();
    }
    long began = System.nanoTime();
    long[] before = all.stream().mapToLong(ScriptedLearner::received).toArray();
    Duration processor = processor(server);
    type(quiet, loud);
    long left = MEASURED.toNanos() - (System.nanoTime() - began);
    Thread.sleep(Duration.ofNanos(Math.max(0, left)));
    double seconds = (System.nanoTime() - began) / 1e9;
    double cores = (processor(server).toNanos() - processor.toNanos()) / 1e9 / seconds;
    double[] rates = new double[all.size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = (all.get(i).received() - before[i]) / seconds;
    }
    long lost = all.stream().filter(ScriptedLearner::isDisconnected).count();
    print(rates, seconds, lost, cores);
    out.println(Samples.HEAD);
    out.println(idle.row(1e6, "ms"));
    out.println(loud.row(1e6, "ms"));
  }

  private void print(double[] rates, double seconds, long lost, double cores) {
    double sum = 0;
    double least = Double.MAX_VALUE;
    for (double rate : rates) {
      sum += rate;
      least = Math.min(least, rate);
    }
    out.printf(
        "%d terminals over %.0f s: %.1f KB/s each (%.0f %% of 40 KB/s), the slowest %.1f KB/s; %d"
            + " disconnected; the server's process took %.2f processors%n%n",
        rates.length,
        seconds,
        sum / rates.length / 1000,
        sum / rates.length / BYTES_PER_SECOND * 100,
        least / 1000,
        lost,
        cores);
  }

  private List<ScriptedLearner> openAll(ServedWorkshop server) throws Exception {
    List<Future<ScriptedLearner>> opening = new ArrayList<>();
    List<ScriptedLearner> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < terminals; i++) {
        String name = "Loud " + i;
        opening.add(threads.submit(() -> open(server, name)));
      }
      for (Future<ScriptedLearner> one : opening) {
        all.add(one.get());
      }
    }
    return all;
  }

  private ScriptedLearner open(ServedWorkshop server, String name) throws Exception {
    ScriptedLearner learner = ScriptedLearner.join(http, server.join(), server.code(), name, "");
    learner.connect();
    learner.await(PROMPT, PATIENCE);
    learner.await("cluster ready", PATIENCE);
    return learner;
  }

  /** Types letters at the prompt, one after another, each after the echo of the one before. */
  private static void type(ScriptedLearner learner, Samples samples) throws InterruptedException {
    var typed = new StringBuilder();
    for (int i = 0; i < KEYS; i++) {
      if (typed.length() == 20) {
        // Ctrl-U deletes the line
        learner.type("\025");
        learner.await(screen -> !String.join("\n", screen).contains("$ #x"), "no line", PATIENCE);
        typed.setLength(0);
      }
      String key = typed.isEmpty() ? "#" : "x";
      typed.append(key);
      long began = System.nanoTime();
      learner.type(key);
      learner.await("$ " + typed, PATIENCE);
      samples.addSince(began);
      Thread.sleep(100);
    }
    learner.type("\025");
  }

  private static Duration processor(ServedWorkshop server) {
    return server.handle().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
