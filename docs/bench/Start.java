import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures, in a terminal of its own, how long it takes from ./deckhand to the prompt and from a key
 * to its echo, and how much memory the shell holds when nobody types.
 */
final class Start {

  private static final int KEYS = 30;

  private static final List<Double> echoes = new ArrayList<>();
  private static final List<Long> resident = new ArrayList<>();

  private Start() {}

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[1]);
    double[] bare = new double[rounds];
    double[] with = new double[rounds];
    double[] without = new double[rounds];
    Path cache = Path.of("shell/target/deckhand.aot");
    Path aside = Path.of("shell/target/deckhand.aot.aside");
    Path state = Files.createTempDirectory("deckhand-start");
    // one after another in each round, so that a busy moment meets all three
    for (int round = 0; round < rounds; round++) {
      bare[round] = version(args[0]);
      with[round] = prompt(state);
      Files.move(cache, aside);
      without[round] = prompt(state);
      Files.move(aside, cache);
    }
    System.out.println("| what | p50 (ms) | fastest | slowest |\n|---|--:|--:|--:|");
    print("`java -version`", bare);
    print("`./deckhand` to prompt, with the cache", with);
    print("`./deckhand` to prompt, without it", without);
    print("a key to its echo, after the first ten", echoes.stream().mapToDouble(one -> one).toArray());
    System.out.printf("%nResident memory of the idle shell: %d MB (median of %d).%n",
        resident.stream().sorted().toList().get(resident.size() / 2) / 1024, resident.size());
  }

  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "| %s | %.1f | %.1f | %.1f |%n",
        what, millis[millis.length / 2], millis[0], millis[millis.length - 1]);
  }

  private static double version(String java) throws Exception {
    long began = System.nanoTime();
    new ProcessBuilder(java, "-version").redirectErrorStream(true).start().waitFor();
    return (System.nanoTime() - began) / 1e6;
  }

  private static double prompt(Path state) throws Exception {
    var environment = new HashMap<>(System.getenv());
    environment.put("TERM", "xterm-256color");
    environment.put("DECKHAND_STATE", state.toString());
    environment.put("DECKHAND_CACHE", "never");
    long began = System.nanoTime();
    PtyProcess process =
        new PtyProcessBuilder(new String[] {"./deckhand", "learn", "containers/first-container"})
            .setEnvironment(environment)
            .setInitialColumns(100)
            .setInitialRows(60)
            .start();
    var screen = new StringBuilder();
    double took = until(process.getInputStream(), screen, " 1/5", began);
    keys(process, screen);
    // what it still says is read, or it would wait for a reader
    Thread.ofVirtual().start(() -> drain(process.getInputStream()));
    Thread.sleep(3000);
    resident.add(residentKilobytes(process.pid()));
    process.getOutputStream().write("quit\r".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return took;
  }

  /** Types a letter that nothing else on the screen has, again and again, and takes it back. */
  private static void keys(PtyProcess process, StringBuilder screen) throws IOException {
    until(process.getInputStream(), screen, "lab ready", 0);
    for (int key = 0; key < KEYS; key++) {
      screen.setLength(0);
      long pressed = System.nanoTime();
      process.getOutputStream().write('Z');
      process.getOutputStream().flush();
      double took = until(process.getInputStream(), screen, "Z", pressed);
      if (key >= 10) {
        echoes.add(took);
      }
    }
    process.getOutputStream().write(21);
  }

  private static long residentKilobytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static double until(InputStream in, StringBuilder screen, String words, long began)
      throws IOException {
    byte[] buffer = new byte[65536];
    while (screen.indexOf(words) < 0) {
      int length = in.read(buffer);
      if (length < 0) {
        throw new IOException("it ended before its prompt: " + screen);
      }
      screen.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private static void drain(InputStream in) {
    try {
      in.readAllBytes();
    } catch (IOException over) {
      // it has ended
    }
  }
}
