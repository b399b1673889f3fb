package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.diagram.DiagramCache;
import dev.deckhand.lesson.adoc.diagram.DiagramRenderer;
import dev.deckhand.lesson.adoc.diagram.DiagramValidator;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.variable.PictureReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads the pictures of a lesson from the folder {@code images} of its course. Neither paths nor
 * links can lead out of it.
 */
public final class PictureLoader implements PictureSource {

  private static final String FOLDER = "images";
  private static final Pattern TARGET =
      Pattern.compile(FOLDER + "/(?<name>[a-z0-9][a-z0-9-]{0,63}\\.png)");
  private static final String REMEDY =
      "Save it as a PNG of at most "
          + Png.MAX_BYTES / 1024
          + " KiB and "
          + Png.MAX_PIXELS
          + " pixels a side.";

  /** The largest number of diagrams in a file: each takes a second to render. */
  private static final int MAX_DIAGRAMS = 12;

  private final Path course;
  private final DiagramRenderer renderer;
  private final DiagnosticCollector diagnostics;
  private final Map<String, Png> loaded = new TreeMap<>();
  private final Map<String, List<String>> asciiArt = new HashMap<>();
  private int diagrams;

  /** A loader for lessons in a folder. */
  public PictureLoader(Path course, DiagramRenderer hand, DiagnosticCollector diagnostics) {
    this.course = course;
    this.renderer = hand;
    this.diagnostics = diagnostics;
  }

  @Override
  public String load(String target, SourcePosition where) {
    Matcher matcher = TARGET.matcher(target);
    if (!matcher.matches()) {
      diagnostics.error(
          where,
          "The picture \"" + target + "\" is not looked for there.",
          "Put it into the folder images beside the lesson, and write images/name.png, in small"
              + " letters, digits and '-'.");
      return "";
    }
    String name = matcher.group("name");
    if (!loaded.containsKey(name)) {
      try {
        loaded.put(name, Png.of(bytes(name)));
      } catch (IOException absent) {
        diagnostics.error(
            where,
            "There is no picture \"" + target + "\".",
            "Put the file there, itself and not a link to it, or check its name.");
      } catch (IllegalArgumentException unfit) {
        diagnostics.error(
            where,
            "The picture \"" + target + "\" cannot be shown: " + unfit.getMessage() + ".",
            REMEDY);
      }
    }
    return loaded.containsKey(name) ? name : "";
  }

  @Override
  public RenderedDiagram render(List<String> source, SourcePosition where, int content) {
    if (++diagrams > MAX_DIAGRAMS) {
      diagnostics.error(
          where,
          "The lesson has more than " + MAX_DIAGRAMS + " diagrams.",
          "Leave out those that say the least.");
      return RenderedDiagram.NONE;
    }
    DiagramRenderer.Rendering rendering =
        DiagramValidator.firstViolation(source)
            .<DiagramRenderer.Rendering>map(no -> no)
            .orElseGet(() -> renderer.render(source));
    return switch (rendering) {
      case DiagramRenderer.Rendering.Rendered(var image, var letters) -> {
        String name = DiagramCache.nameOf(source) + ".png";
        loaded.put(name, image);
        asciiArt.put(name, letters);
        yield new RenderedDiagram(name, letters);
      }
      case DiagramRenderer.Rendering.Rejected(int line, var why, var remedy) -> {
        diagnostics.error(
            line == 0 ? where : diagnostics.at(content + Math.min(line, source.size()) - 1),
            why,
            remedy);
        yield RenderedDiagram.NONE;
      }
      case DiagramRenderer.Rendering.Unavailable _ -> RenderedDiagram.NONE;
    };
  }

  private byte[] bytes(String name) throws IOException {
    Path folder = course.resolve(FOLDER);
    Path file = folder.resolve(name);
    // reading a pipe would block, and a link may lead anywhere
    boolean own =
        Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    if (!own) {
      throw new IOException("no file of its own");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(Png.MAX_BYTES + 1);
    }
  }

  /** The loaded pictures without their images: their names, and diagrams as ASCII art. */
  public List<PictureReference> references() {
    return loaded.keySet().stream()
        .map(name -> new PictureReference(name, asciiArt.getOrDefault(name, List.of())))
        .toList();
  }

  /** The loaded pictures, by name. */
  public Map<String, Png> loaded() {
    return Map.copyOf(loaded);
  }
}
