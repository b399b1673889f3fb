package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcessBuilder;
import dev.deckhand.shell.journal.StateFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as {@code ./deckhand} starts it, with a state folder of its own. */
final class PackagedProgram {

  /** Where the sources are: tests run in the folder of their module. */
  private static final Path PRODUCT = Path.of("..").toAbsolutePath().normalize();

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path folder;
  private final String courses;
  private final Map<String, String> variables;

  /**
   * @param folder for state, home folder and output
   */
  PackagedProgram(Path folder) {
    this(folder, "", Map.of());
  }

  private PackagedProgram(Path folder, String courses, Map<String, String> variables) {
    this.folder = folder;
    this.courses = courses;
    this.variables = Map.copyOf(variables);
  }

  static Path product() {
    return PRODUCT;
  }

  StateFolder state() {
    return new StateFolder(folder.resolve("state"));
  }

  /** Starts it on a terminal. */
  TerminalProgram atTerminal(int columns, String... arguments) throws IOException {
    // high enough for any step: no page is turned
    return atTerminal(columns, 60, arguments);
  }

  /** Starts it on a terminal of that size. */
  TerminalProgram atTerminal(int columns, int rows, String... arguments) throws IOException {
    var process =
        new PtyProcessBuilder(command(arguments).toArray(String[]::new))
            .setEnvironment(environment())
            .setDirectory(folder.toString())
            .setInitialColumns(columns)
            .setInitialRows(rows)
            .start();
    return TerminalProgram.of(process);
  }

  /** Runs it to its end without a terminal, with that input. */
  Outcome piped(String input, String... arguments) throws IOException, InterruptedException {
    Path in = Files.writeString(Files.createTempFile(folder, "in", ".txt"), input);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    var builder =
        new ProcessBuilder(command(arguments))
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS))
          .as("ends within two minutes; so far it said:%n%s", Files.readString(out))
          .isTrue();
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The same program with other courses, compiled into a folder. */
  PackagedProgram withCourses(Path classes) {
    return new PackagedProgram(folder, classes + File.pathSeparator, variables);
  }

  /** The same program with the libraries that {@code ./deckhand} adds for commands that render. */
  PackagedProgram withRenderers() {
    return withCourses(PRODUCT.resolve("shell/target/app-site/*"));
  }

  /** The same program with more environment variables. */
  PackagedProgram withVariables(Map<String, String> more) {
    return new PackagedProgram(folder, courses, more);
  }

  /** Starts it without a terminal; what it says goes into a file. */
  Process begin(Path out, String... arguments) throws IOException {
    var builder =
        new ProcessBuilder(command(arguments))
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    return builder.start();
  }

  private List<String> command(String... arguments) {
    Path app = PRODUCT.resolve("shell/target/app");
    assertThat(app).as("the packaged program; \"mvn package\" makes it").isNotEmptyDirectory();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Ddeckhand.home=" + PRODUCT);
    command.addAll(List.of("-cp", courses + app + "/*", "dev.deckhand.shell.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The tests' own surroundings, without what would change how the program looks. */
  private Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    environment
        .keySet()
        .removeIf(name ->
            name.startsWith("DECKHAND_") || name.startsWith("LC_") || name.startsWith("JAVA_TOOL"));
    List.of("NO_COLOR", "COLUMNS", "LINES", "COLORFGBG", "KUBECONFIG").forEach(environment::remove);
    environment.put("LANG", "C.UTF-8");
    environment.put("TERM", "xterm-256color");
    environment.put("HOME", folder.toString());
    environment.put("DECKHAND_STATE", state().root().toString());
    environment.putAll(variables);
    return environment;
  }

  /** How a run without a terminal ended. */
  record Outcome(int exitCode, String out, String err) {

    String all() {
      return out + err;
    }
  }
}
