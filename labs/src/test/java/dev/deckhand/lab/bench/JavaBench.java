package dev.deckhand.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.Console;
import dev.deckhand.lab.java.JavaLab;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lesson.LabKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Measures how long the first snippet takes, with Java started ahead and without, and what its
 * process takes of memory; writes the table of docs/benchmarks.md. No test of the suite.
 */
class JavaBench {

  private static final int ROUNDS = Integer.getInteger("deckhand.bench.rounds", 10);

  private static final Map<String, String> CLIENTS =
      Map.of("DOCKER_HOST", "unix:///nowhere", "KUBECONFIG", "/nowhere");

  private final List<Integer> memory = new ArrayList<>();

  @Test
  void firstSnippet() throws Exception {
    var table =
        new StringBuilder(
            """
            | clients bound | Java is started | first answer, p50 (ms) | slowest | second answer, p50 | memory of its process, p50 (MB) |
            |---|---|--:|--:|--:|--:|
            """);
    for (Set<LabKind> labs :
        List.of(Set.<LabKind>of(), Set.of(LabKind.DOCKER, LabKind.KUBERNETES))) {
      measure(labs, true); // the compiler itself is warmed by it, as by a lesson's first minutes
      for (boolean ahead : new boolean[] {false, true}) {
        memory.clear();
        var first = new ArrayList<Integer>();
        var second = new ArrayList<Integer>();
        for (int round = 0; round < ROUNDS; round++) {
          int[] took = measure(labs, ahead);
          first.add(took[0]);
          second.add(took[1]);
        }
        table.append(
            "| %s | %s | %d | %d | %d | %d |%n"
                .formatted(
                    labs.isEmpty() ? "none" : "all three",
                    ahead ? "ahead" : "by the first snippet",
                    middle(first),
                    Collections.max(first),
                    middle(second),
                    middle(memory)));
      }
    }
    Files.writeString(Path.of("target/benchmarks-java.md"), table);
    System.out.println(table);
  }

  private int[] measure(Set<LabKind> labs, boolean ahead) throws Exception {
    try (var java = new JavaLab(RealLabsExtension.newSessionFolder(), Map.of(), CLIENTS, labs)) {
      if (ahead) {
        java.warmUp();
        // it is warm once it can be asked something
        while (java.codeAssist().isComplete("1 + 1").isEmpty()) {
          Thread.sleep(10);
        }
      }
      int[] took = {millis(java, "1 + 1"), millis(java, "2 + 2")};
      memory.add(megabytes());
      return took;
    }
  }

  private static int millis(JavaLab java, String snippet) {
    long begin = System.nanoTime();
    assertThat(java.run(snippet, Console.NONE).exitCode()).isZero();
    return (int) ((System.nanoTime() - begin) / 1_000_000);
  }

  /** What the snippets' process holds in memory, as the system counts it. */
  private static int megabytes() throws IOException {
    ProcessHandle process =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("java"))
            .findFirst()
            .orElseThrow();
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static int middle(List<Integer> figures) {
    var sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
