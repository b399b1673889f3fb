package dev.deckhand.lesson.adoc.diagram;

import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.diagram.PlantUmlProcess.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders with PlantUML in two processes, one for images and one for ASCII art. They have limits of
 * time and memory, and no access to files and addresses; a process that hangs is killed.
 */
public final class PlantUmlRenderer implements DiagramRenderer {

  /** The longest side, in pixels; PlantUML silently cuts off what is beyond its limit. */
  private static final int MAX_SIDE = 3000;

  private static final int MAX_TEXT_BYTES = 256 * 1024;
  private static final int MAX_COLUMNS = 76;
  private static final String PROGRAM = "net.sourceforge.plantuml.Run";
  private static final Pattern LINE = Pattern.compile("(?m)^lineNumber=(\\d{1,6})$");
  private static final Pattern LABEL = Pattern.compile("(?m)^label=(.*)$");

  /** A diagram to test whether this machine can render at all. */
  private static final List<String> MINIMAL_DIAGRAM = List.of("rectangle A");

  private final PlantUmlProcess imageProcess;
  private final PlantUmlProcess textProcess;

  /**
   * Runs a program that takes PlantUML's options.
   *
   * @param program returns the command for a temporary home folder
   */
  public PlantUmlRenderer(Function<Path, List<String>> program) {
    this.imageProcess = new PlantUmlProcess(program, "-tpng", Png.MAX_BYTES);
    this.textProcess = new PlantUmlProcess(program, "-tutxt", MAX_TEXT_BYTES);
  }

  /** PlantUML from the class path. */
  public static PlantUmlRenderer onClassPath() {
    return new PlantUmlRenderer(home ->
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
            "-DPLANTUML_LIMIT_SIZE=" + (MAX_SIDE + 1),
            // otherwise PlantUML starts this program to ask for its version
            "-DGRAPHVIZ_DOT=" + home.resolve("none"),
            "-cp",
            location(),
            PROGRAM));
  }

  private static String location() {
    try {
      CodeSource source =
          Class.forName(PROGRAM, false, PlantUmlRenderer.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return Path.of(source.getLocation().toURI()).toString();
    } catch (ReflectiveOperationException | java.net.URISyntaxException absent) {
      throw new IllegalStateException("PlantUML is not on the class path", absent);
    }
  }

  @Override
  public synchronized Rendering render(List<String> source) {
    try {
      String text = DiagramStyle.apply(source);
      return switch (imageProcess.render(text)) {
        case Output.Rendered rendered -> {
          Matcher label = LABEL.matcher(rendered.report());
          yield label.find()
              ? syntaxError(label.group(1), rendered.report())
              : rendering(rendered.content(), text);
        }
        case Output.LimitExceeded _ -> tooLarge();
        case Output.Terminated(var report) ->
            source.equals(MINIMAL_DIAGRAM) ? unavailable(report) : crashed(report);
      };
    } catch (IOException broken) {
      return new Rendering.Unavailable("PlantUML does not start: " + broken.getMessage());
    }
  }

  private static Rendering syntaxError(String label, String report) {
    Matcher line = LINE.matcher(report);
    return new Rendering.Rejected(
        line.find() ? DiagramStyle.sourceLine(Integer.parseInt(line.group(1))) : 0,
        "PlantUML does not understand this line: " + label.replaceAll("[?.]+$", "") + ".",
        "Look it up at PlantUML's own page, or draw it with letters.");
  }

  private Rendering rendering(byte[] image, String text) throws IOException {
    Png png;
    try {
      png = Png.of(image);
    } catch (IllegalArgumentException unfit) {
      return tooLarge();
    }
    return png.width() > MAX_SIDE || png.height() > MAX_SIDE
        ? tooLarge()
        : new Rendering.Rendered(png, asciiArt(text));
  }

  private static Rendering tooLarge() {
    return new Rendering.Rejected(
        0,
        "The diagram becomes larger than " + MAX_SIDE + " pixels, or takes too long to draw.",
        "Show less in it: a screen is not a wall.");
  }

  /** Finds out whether this machine can't render at all, or this diagram crashes PlantUML. */
  private Rendering crashed(String report) {
    return render(MINIMAL_DIAGRAM) instanceof Rendering.Rendered
        ? new Rendering.Rejected(
            0,
            "PlantUML breaks on this diagram: " + firstLine(report) + ".",
            "Draw it with less, or with letters.")
        : unavailable(report);
  }

  private static Rendering unavailable(String report) {
    return new Rendering.Unavailable(firstLine(report));
  }

  /** The diagram as ASCII art, which PlantUML supports for sequence diagrams only. */
  private List<String> asciiArt(String text) throws IOException {
    if (!text.contains("->")
        || text.matches("(?s).*\\n\\s*(?:rectangle|node|component|class)\\b.*")
        || !(textProcess.render(text) instanceof Output.Rendered answer)
        || !answer.report().isBlank()) {
      return List.of();
    }
    String drawn = new String(answer.content(), StandardCharsets.UTF_8);
    List<String> lines = drawn.stripTrailing().lines().map(String::stripTrailing).toList();
    boolean fits =
        lines.stream().allMatch(line -> line.codePointCount(0, line.length()) <= MAX_COLUMNS);
    return fits ? lines : List.of();
  }

  private static String firstLine(String report) {
    return report.lines().filter(line -> !line.isBlank()).findFirst().orElse("it drew nothing");
  }

  @Override
  public synchronized void close() {
    try {
      imageProcess.close();
      textProcess.close();
    } catch (IOException litter) {
      throw new java.io.UncheckedIOException(litter);
    }
  }
}
