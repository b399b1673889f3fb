package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.DrawingProcess.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PlantUML in processes of its own, one for images and one for letters: bounded in time and memory,
 * closed to files and addresses, and gone with whatever they hung up in.
 */
final class PlantUml implements Draughtsman {

  /** A side, in pixels; PlantUML cuts off what is beyond its limit without a word. */
  private static final int LONGEST_SIDE = 3000;

  private static final int MOST_LETTERS = 256 * 1024;
  private static final int WIDEST = 76;
  private static final String PROGRAM = "net.sourceforge.plantuml.Run";
  private static final Pattern LINE = Pattern.compile("(?m)^lineNumber=(\\d{1,6})$");
  private static final Pattern LABEL = Pattern.compile("(?m)^label=(.*)$");

  /** What every machine draws that draws at all. */
  private static final List<String> PLAIN = List.of("rectangle A");

  private final DrawingProcess images;
  private final DrawingProcess letters;

  /**
   * Runs a program that takes PlantUML's options.
   *
   * @param program the command, by a home folder for it to litter
   */
  PlantUml(Function<Path, List<String>> program) {
    this.images = new DrawingProcess(program, "-tpng", Png.MOST_BYTES);
    this.letters = new DrawingProcess(program, "-tutxt", MOST_LETTERS);
  }

  /** PlantUML as it is on the class path. */
  static PlantUml onClassPath() {
    return new PlantUml(home ->
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.home=" + home,
            "-Djava.io.tmpdir=" + home,
            "-Djava.util.prefs.userRoot=" + home,
            "-Djava.awt.headless=true",
            "-DPLANTUML_SECURITY_PROFILE=SANDBOX",
            "-DPLANTUML_LIMIT_SIZE=" + (LONGEST_SIDE + 1),
            // else it starts programs of that name to ask for their version
            "-DGRAPHVIZ_DOT=" + home.resolve("none"),
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
  public synchronized Drawing draw(List<String> source) {
    try {
      String text = HouseStyle.dress(source);
      return switch (images.draw(text)) {
        case Answer.Drawn drawn -> {
          Matcher label = LABEL.matcher(drawn.report());
          yield label.find()
              ? misread(label.group(1), drawn.report())
              : drawing(drawn.content(), text);
        }
        case Answer.TooMuch _ -> tooMuch();
        case Answer.Died(var report) -> source.equals(PLAIN) ? unable(report) : died(report);
      };
    } catch (IOException broken) {
      return new Drawing.Unable("PlantUML does not start: " + broken.getMessage());
    }
  }

  private static Drawing misread(String label, String report) {
    Matcher line = LINE.matcher(report);
    return new Drawing.Refused(
        line.find() ? HouseStyle.lineOfSource(Integer.parseInt(line.group(1))) : 0,
        "PlantUML does not understand this line: " + label.replaceAll("[?.]+$", "") + ".",
        "Look it up at PlantUML's own page, or draw it with letters.");
  }

  private Drawing drawing(byte[] image, String text) throws IOException {
    Png png;
    try {
      png = Png.of(image);
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

  /** Either this machine draws nothing at all, or PlantUML does not survive this diagram. */
  private Drawing died(String report) {
    return draw(PLAIN) instanceof Drawing.Drawn
        ? new Drawing.Refused(
            0,
            "PlantUML breaks on this diagram: " + firstLine(report) + ".",
            "Draw it with less, or with letters.")
        : unable(report);
  }

  private static Drawing unable(String report) {
    return new Drawing.Unable(firstLine(report));
  }

  /** The same with letters, which PlantUML has for sequences alone. */
  private List<String> letters(String text) throws IOException {
    if (!text.contains("->")
        || text.matches("(?s).*\\n\\s*(?:rectangle|node|component|class)\\b.*")
        || !(letters.draw(text) instanceof Answer.Drawn answer)
        || !answer.report().isBlank()) {
      return List.of();
    }
    String drawn = new String(answer.content(), StandardCharsets.UTF_8);
    List<String> lines = drawn.stripTrailing().lines().map(String::stripTrailing).toList();
    boolean fits = lines.stream().allMatch(line -> line.codePointCount(0, line.length()) <= WIDEST);
    return fits ? lines : List.of();
  }

  private static String firstLine(String report) {
    return report.lines().filter(line -> !line.isBlank()).findFirst().orElse("it drew nothing");
  }

  @Override
  public synchronized void close() {
    try {
      images.close();
      letters.close();
    } catch (IOException litter) {
      throw new java.io.UncheckedIOException(litter);
    }
  }
}
