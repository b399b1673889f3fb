import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Measures how long a key takes to its echo while a thousand objects are made and changed that the
 * step's checks watch, beside the same with nothing going on.
 */
final class Storm {

  private static final String LESSON = "kubernetes/configmaps-and-secrets";
  private static final int OBJECTS = 1000;
  private static final int CALM_KEYS = 500;

  private Storm() {}

  /** Arguments: the checkout, and the namespace of the lesson. */
  public static void main(String[] args) throws Exception {
    Path state = Files.createTempDirectory("deckhand-storm");
    try (var terminal =
        new ProgramTerminal(Path.of(args[0]), state, "learn", "--restart", LESSON)) {
      terminal.awaitSinceStart(ProgramTerminal.PROMPT);
      terminal.type("kubectl get namespaces\r");
      terminal.awaitSinceStart(Pattern.compile("kube-system"));
      String container = run("docker", "ps", "-q", "--filter", "label=dev.deckhand.session").strip();
      var calm = new ArrayList<Double>();
      for (int key = 0; key < CALM_KEYS; key++) {
        calm.add(key(terminal));
      }
      var stormy = new ArrayList<Double>();
      long began = System.nanoTime();
      var storm = new ProcessBuilder("bash", "-c", storm(container, args[1])).inheritIO().start();
      while (storm.isAlive()) {
        stormy.add(key(terminal));
      }
      if (storm.waitFor() != 0) {
        throw new IOException("the storm ended with " + storm.exitValue());
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf("%d objects made, changed and deleted in %.1f s%n%n", OBJECTS, seconds);
      System.out.println("| key to echo | keys | p50 (ms) | p99 | slowest |\n|---|--:|--:|--:|--:|");
      print("nothing else going on", calm);
      print("in the storm", stormy);
      terminal.type("\025");
    }
  }

  /** Makes, labels and deletes the objects, as fast as one client can. */
  private static String storm(String container, String namespace) {
    return """
        set -euo pipefail
        made() { for ((i = 0; i < %1$d; i++)); do
          printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: storm-%%d, labels: {storm: "%%s"}}\\ndata: {n: "%%d"}\\n---\\n' $i "$1" $i
        done; }
        made first | docker exec -i %2$s kubectl -n %3$s create -f - >/dev/null
        made second | docker exec -i %2$s kubectl -n %3$s replace -f - >/dev/null
        docker exec %2$s kubectl -n %3$s delete configmap -l storm --wait=false >/dev/null
        """
        .formatted(OBJECTS, container, namespace);
  }

  /** Types a letter, waits for its echo, and takes it back; returns the milliseconds to the echo. */
  private static double key(ProgramTerminal terminal) throws IOException, InterruptedException {
    terminal.forget();
    long pressed = System.nanoTime();
    terminal.type("Z");
    double took = terminal.await(Pattern.compile("Z"), pressed);
    terminal.type("\177");
    // as fast as nobody types
    Thread.sleep(5);
    return took;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static void print(String what, List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    System.out.printf(
        "| %s | %d | %.1f | %.1f | %.1f |%n",
        what,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1),
        sorted.getLast());
  }
}
