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

  /** Its second step has a check of all Pods with the label app=front. */
  private static final String LESSON = "kubernetes/deployments";

  private static final String FIRST_STEP =
      "kubectl create deployment front --image=nginx:1.30 --replicas=2";
  private static final int OBJECTS = 1000;
  private static final int CALM_KEYS = 500;

  /** None of them is elsewhere on the screen, and their number doesn't divide 40. */
  private static final String LETTERS = "ZQXKWYV";

  private final ProgramTerminal terminal;
  private int typed;

  private Storm(ProgramTerminal terminal) {
    this.terminal = terminal;
  }

  /** Arguments: the checkout, and the namespace of the lesson. */
  public static void main(String[] args) throws Exception {
    Path state = Files.createTempDirectory("deckhand-storm");
    try (var terminal =
        new ProgramTerminal(Path.of(args[0]), state, "learn", "--restart", LESSON)) {
      terminal.awaitSinceStart(ProgramTerminal.PROMPT);
      terminal.type(FIRST_STEP + "\r");
      terminal.awaitSinceStart(Pattern.compile("Step 1 of \\d+ is done"));
      terminal.type("\r");
      terminal.awaitSinceStart(Pattern.compile(" 2/\\d+(\033\\[[0-9;]*m)* \\$ "));
      String container = run("docker", "ps", "-q", "--filter", "label=" + owner(state)).strip();
      var storm = new Storm(terminal);
      var calm = new ArrayList<Double>();
      for (int key = 0; key < CALM_KEYS; key++) {
        calm.add(storm.key());
      }
      var stormy = new ArrayList<Double>();
      long began = System.nanoTime();
      var pods = new ProcessBuilder("bash", "-c", pods(container, args[1])).inheritIO().start();
      while (pods.isAlive()) {
        stormy.add(storm.key());
      }
      if (pods.waitFor() != 0) {
        throw new IOException("the storm ended with " + pods.exitValue());
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf("%d objects made, changed and deleted in %.1f s%n%n", OBJECTS, seconds);
      System.out.println("| key to echo | keys | p50 (ms) | p99 | slowest |\n|---|--:|--:|--:|--:|");
      print("nothing else going on", calm);
      print("in the storm", stormy);
      terminal.type("\025");
    }
  }

  /** Makes, changes and deletes Pods that no scheduler takes, as fast as one client can. */
  private static String pods(String container, String namespace) {
    return """
        set -euo pipefail
        pods() { for ((i = 0; i < %1$d; i++)); do
          printf 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: storm-%%d, labels: {app: front, storm: "%%s"}}\\n' $i "$1"
          printf 'spec: {schedulerName: nobody, containers: [{name: c, image: "nginx:1.30"}]}\\n---\\n'
        done; }
        pods first | docker exec -i %2$s kubectl -n %3$s create -f - >/dev/null
        docker exec %2$s kubectl -n %3$s label pods -l storm=first storm=second --overwrite >/dev/null
        docker exec %2$s kubectl -n %3$s delete pods -l storm=second --wait=false --grace-period=0 --force >/dev/null 2>&1
        """
        .formatted(OBJECTS, container, namespace);
  }

  /** Types the next letter and waits for its echo; returns the milliseconds that it took. */
  private double key() throws IOException, InterruptedException {
    if (typed > 0 && typed % 40 == 0) {
      // an empty line again, and time to draw it: keys that wait are drawn together
      terminal.type("\025");
      Thread.sleep(200);
    }
    String letter = LETTERS.substring(typed % LETTERS.length()).substring(0, 1);
    typed++;
    terminal.forget();
    long pressed = System.nanoTime();
    terminal.type(letter);
    double took = terminal.await(Pattern.compile(letter), pressed);
    // as fast as nobody types
    Thread.sleep(5);
    return took;
  }

  /** The label of what sessions with this state folder start. */
  private static String owner(Path state) {
    return "dev.deckhand.owner=" + Integer.toHexString(state.toAbsolutePath().toString().hashCode());
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
