import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Measures how long a learner waits for a lesson's lab: to the first prompt, to the answer of a
 * command that is typed there at once, and to the answer after a reset.
 */
final class Labs {

  private Labs() {}

  /** Arguments: the number of rounds, the lessons separated by commas, the checkouts. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    List<String> lessons = List.of(args[1].split(",", -1));
    List<Path> checkouts = Arrays.stream(args).skip(2).map(Path::of).toList();
    Map<String, List<Double>> figures = new LinkedHashMap<>();
    Path state = Files.createTempDirectory("deckhand-labs");
    // in turns, so that a busy moment meets all of them
    for (int round = 0; round < rounds; round++) {
      note(figures, "", "`docker run --rm deckhand/busybox:1.37 true`, to compare", container());
      for (String lesson : lessons) {
        for (Path checkout : checkouts) {
          measure(checkout, state, lesson, figures);
        }
      }
    }
    System.out.println("| checkout | what | p50 (ms) | fastest | slowest |\n|---|---|--:|--:|--:|");
    figures.forEach((what, measured) -> {
      List<Double> sorted = measured.stream().sorted().toList();
      System.out.printf(
          "| %s | %.0f | %.0f | %.0f |%n",
          what, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    });
  }

  private static void measure(
      Path checkout, Path state, String lesson, Map<String, List<Double>> figures)
      throws IOException, InterruptedException {
    String name = checkout.getFileName().toString();
    try (var terminal = new ProgramTerminal(checkout, state, "learn", "--restart", lesson)) {
      note(figures, name, lesson + ": to the prompt", terminal.awaitSinceStart(ProgramTerminal.PROMPT));
      terminal.type("echo answer-$((6*7))\r");
      Pattern answer = Pattern.compile("answer-42");
      note(figures, name, lesson + ": to the first answer", terminal.awaitSinceStart(answer));
      terminal.forget();
      long reset = System.nanoTime();
      terminal.type("reset now\r");
      terminal.type("echo answer-$((7*6))\r");
      note(figures, name, lesson + ": to the answer after a reset", terminal.await(answer, reset));
    }
  }

  private static double container() throws Exception {
    long began = System.nanoTime();
    int code =
        new ProcessBuilder("docker", "run", "--rm", "deckhand/busybox:1.37", "true")
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("docker run ended with " + code);
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private static void note(
      Map<String, List<Double>> figures, String checkout, String what, double milliseconds) {
    figures.computeIfAbsent(checkout + " | " + what, _ -> new ArrayList<>()).add(milliseconds);
  }
}
