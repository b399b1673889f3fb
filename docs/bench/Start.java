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
import java.util.stream.Stream;

/**
 * Measures, in a terminal of its own, how long it takes from ./deckhand to the prompt and from a key
 * to its echo, and how much memory the shell holds when nobody types; for one checkout or several.
 */
final class Start {

  private static final int KEYS = 30;

  private Start() {}

  /** What was measured in one checkout, in milliseconds and kilobytes. */
  private record Figures(
      Path checkout,
      List<Double> cached,
      List<Double> uncached,
      List<Double> processor,
      List<Double> echoes,
      List<Double> resident) {

    Figures(Path checkout) {
      this(
          checkout,
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }
  }

  /** Arguments: the java program, the number of rounds, the checkouts. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[1]);
    List<Figures> all = Arrays.stream(args).skip(2).map(Path::of).map(Figures::new).toList();
    var bare = new ArrayList<Double>();
    Path state = Files.createTempDirectory("deckhand-start");
    // in turns, so that a busy moment meets all of them
    for (int round = 0; round < rounds; round++) {
      bare.add(version(args[0]));
      for (Figures figures : all) {
        Path cache = figures.checkout().resolve("shell/target/deckhand.aot");
        Path aside = figures.checkout().resolve("shell/target/deckhand.aot.aside");
        figures.cached().add(prompt(state, figures, figures.processor()));
        Files.move(cache, aside);
        figures.uncached().add(prompt(state, figures, new ArrayList<>()));
        Files.move(aside, cache);
      }
    }
    System.out.println("| checkout | what | p50 | fastest | slowest |\n|---|---|--:|--:|--:|");
    print("", "`java -version` (ms)", bare);
    for (Figures figures : all) {
      String name = figures.checkout().getFileName().toString();
      print(name, "`./deckhand` to prompt, with the cache (ms)", figures.cached());
      print(name, "processor time of that, with the cache (ms)", figures.processor());
      print(name, "`./deckhand` to prompt, without it (ms)", figures.uncached());
      print(name, "a key to its echo, after the first ten (ms)", figures.echoes());
      print(name, "resident memory of the idle shell (MB)", figures.resident());
    }
  }

  private static void print(String checkout, String what, List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    System.out.printf(
        "| %s | %s | %.1f | %.1f | %.1f |%n",
        checkout, what, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
  }

  private static double version(String java) throws Exception {
    long began = System.nanoTime();
    new ProcessBuilder(java, "-version").redirectErrorStream(true).start().waitFor();
    return (System.nanoTime() - began) / 1e6;
  }

  private static double prompt(Path state, Figures figures, List<Double> processor)
      throws Exception {
    var environment = new HashMap<>(System.getenv());
    environment.put("TERM", "xterm-256color");
    environment.put("DECKHAND_STATE", state.toString());
    environment.put("DECKHAND_CACHE", "never");
    long began = System.nanoTime();
    PtyProcess process =
        new PtyProcessBuilder(new String[] {"./deckhand", "learn", "containers/first-container"})
            .setEnvironment(environment)
            .setDirectory(figures.checkout().toString())
            .setInitialColumns(100)
            .setInitialRows(60)
            .start();
    var screen = new StringBuilder();
    double took = until(process.getInputStream(), screen, " 1/5", began);
    processor.add(processorMillis(process.pid()));
    keys(process, screen, figures);
    // what it still says is read, or it would wait for a reader
    Thread.ofVirtual().start(() -> drain(process.getInputStream()));
    Thread.sleep(3000);
    figures.resident().add(residentMegabytes(process.pid()));
    process.getOutputStream().write("quit\r".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return took;
  }

  /** Types a letter that nothing else on the screen has, again and again, and takes it back. */
  private static void keys(PtyProcess process, StringBuilder screen, Figures figures)
      throws IOException {
    until(process.getInputStream(), screen, "lab ready", 0);
    for (int key = 0; key < KEYS; key++) {
      screen.setLength(0);
      long pressed = System.nanoTime();
      process.getOutputStream().write('Z');
      process.getOutputStream().flush();
      double took = until(process.getInputStream(), screen, "Z", pressed);
      if (key >= 10) {
        figures.echoes().add(took);
      }
    }
    process.getOutputStream().write(21);
  }

  /** The largest process of the launcher and its descendants: the program itself. */
  private static double residentMegabytes(long pid) {
    ProcessHandle launcher = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(launcher), launcher.descendants())
            .mapToLong(process -> residentKilobytes(process.pid()))
            .max()
            .orElseThrow()
        / 1024.0;
  }

  /** What the launcher, the programs that it waited for and the program have used so far. */
  private static double processorMillis(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    // in hundredths of a second on every Linux: utime, stime, cutime, cstime
    return 10.0 * Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
  }

  private static long residentKilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException ended) {
      return 0;
    }
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
