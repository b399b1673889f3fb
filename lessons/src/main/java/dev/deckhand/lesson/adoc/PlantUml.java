package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Png;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PlantUML in a process of its own: bounded in time and memory, closed to files and addresses, and
 * gone with whatever it hung up in.
 */
final class PlantUml implements Draughtsman {

  /** A side, in pixels; PlantUML cuts off what is beyond its limit without a word. */
  private static final int LONGEST_SIDE = 3000;

  private static final int MOST_LETTERS = 256 * 1024;
  private static final int WIDEST = 76;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PROGRAM = "net.sourceforge.plantuml.Run";
  private static final Pattern LINE = Pattern.compile("(?m)^lineNumber=(\\d{1,6})$");
  private static final Pattern LABEL = Pattern.compile("(?m)^label=(.*)$");

  private final Function<Path, List<String>> program;

  /**
   * Runs a program that takes PlantUML's options.
   *
   * @param program the command, by a home folder for it to litter
   */
  PlantUml(Function<Path, List<String>> program) {
    this.program = program;
  }

  /** PlantUML as it is on the class path. */
  static PlantUml onClassPath() {
    return new PlantUml(home ->
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-Duser.home=" + home,
            "-Djava.util.prefs.userRoot=" + home,
            "-Djava.awt.headless=true",
            "-DPLANTUML_SECURITY_PROFILE=SANDBOX",
            "-DPLANTUML_LIMIT_SIZE=" + (LONGEST_SIDE + 1),
            "-cp",
            location(),
            PROGRAM));
  }

  private static String location() {
    try {
      CodeSource source =
          Class.forName(PROGRAM, false, PlantUml.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return Path.of(source.getLocation().toURI()).toString();
    } catch (ReflectiveOperationException | java.net.URISyntaxException absent) {
      throw new IllegalStateException("PlantUML is not on the class path", absent);
    }
  }

  @Override
  public Drawing draw(List<String> source) {
    try {
      String text = HouseStyle.dress(source);
      Ran image = run("-tpng", text, Png.MOST_BYTES + 1);
      return image.late() ? tooMuch() : drawing(image, text);
    } catch (IOException broken) {
      return new Drawing.Unable("PlantUML does not start: " + broken.getMessage());
    }
  }

  private Drawing drawing(Ran image, String text) throws IOException {
    Matcher label = LABEL.matcher(image.report());
    if (label.find()) {
      Matcher line = LINE.matcher(image.report());
      int at = line.find() ? HouseStyle.lineOfSource(Integer.parseInt(line.group(1))) : 0;
      return new Drawing.Refused(
          at,
          "PlantUML does not understand this line: "
              + label.group(1).replaceAll("[?.]+$", "")
              + ".",
          "Look it up at PlantUML's own page, or draw it with letters.");
    }
    if (image.exit() != 0 || !image.out().hasRemaining()) {
      return new Drawing.Unable(firstLine(image.report()));
    }
    Png png;
    try {
      png = Png.of(image.out().array());
    } catch (IllegalArgumentException unfit) {
      return tooMuch();
    }
    return png.width() > LONGEST_SIDE || png.height() > LONGEST_SIDE
        ? tooMuch()
        : new Drawing.Drawn(png, letters(text));
  }

  private static Drawing tooMuch() {
    return new Drawing.Refused(
        0,
        "The diagram becomes larger than " + LONGEST_SIDE + " pixels, or takes too long to draw.",
        "Show less in it: a screen is not a wall.");
  }

  /** The same with letters, which PlantUML has for sequences alone. */
  private List<String> letters(String text) throws IOException {
    if (!text.contains("->")
        || text.matches("(?s).*\\n\\s*(?:rectangle|node|component|class)\\b.*")) {
      return List.of();
    }
    Ran ran = run("-tutxt", text, MOST_LETTERS);
    String drawn = new String(ran.out().array(), StandardCharsets.UTF_8);
    if (ran.exit() != 0 || ran.late() || !ran.report().isBlank() || drawn.contains("Exception")) {
      return List.of();
    }
    List<String> lines = drawn.stripTrailing().lines().map(String::stripTrailing).toList();
    boolean fits = lines.stream().allMatch(line -> line.codePointCount(0, line.length()) <= WIDEST);
    return fits ? lines : List.of();
  }

  private static String firstLine(String report) {
    return report.lines().filter(line -> !line.isBlank()).findFirst().orElse("it drew nothing");
  }

  /**
   * What the program did.
   *
   * @param report what it wrote to its error stream
   */
  private record Ran(int exit, ByteBuffer out, String report, boolean late) {}

  private Ran run(String format, String text, int most) throws IOException {
    Path folder = Files.createTempDirectory("diagram");
    Path report = folder.resolve("report");
    Path input = folder.resolve("in");
    @Nullable Process process = null;
    try {
      Files.writeString(input, text);
      var command = new ArrayList<>(program.apply(folder));
      command.addAll(List.of(format, "-pipe", "-failfast2", "-stdrpt:1", "-charset", "UTF-8"));
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(input.toFile())
              .redirectError(report.toFile())
              .start();
      Process running = process;
      Thread.ofVirtual().start(() -> end(running));
      byte[] out;
      try (InputStream stream = process.getInputStream()) {
        out = stream.readNBytes(most);
      }
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      int exit = ended ? process.exitValue() : KILLED;
      return new Ran(exit, ByteBuffer.wrap(out), Files.readString(report), exit == KILLED);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
      CompileCourses.delete(folder);
    }
  }

  /** By signal 9, as the kernel counts it. */
  private static final int KILLED = 137;

  private static void end(Process process) {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
    }
  }
}
