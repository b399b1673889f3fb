package dev.deckhand.lesson.adoc.diagram;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.source.BuildStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Caches diagrams. */
public final class DiagramCache implements DiagramRenderer {

  private final DiagramRenderer renderer;
  private final @Nullable Path folder;
  private final Map<String, Rendering> cache = new HashMap<>();

  /**
   * @param folder where diagrams are stored; null to keep them in memory only
   */
  public DiagramCache(DiagramRenderer hand, @Nullable Path folder) {
    this.renderer = hand;
    this.folder = folder;
  }

  @Override
  public synchronized Rendering render(List<String> source) {
    return cache.computeIfAbsent(
        nameOf(source), name -> cached(name).orElseGet(() -> renderAndStore(name, source)));
  }

  @Override
  public void close() {
    renderer.close();
  }

  /** The name of a diagram's image, derived from its source and the style. */
  public static String nameOf(List<String> source) {
    return "diagram-" + BuildStamp.digest(DiagramStyle.apply(source)).substring(0, 16);
  }

  private Optional<Rendering> cached(String name) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      Png image = Png.of(Files.readAllBytes(folder.resolve(name + ".png")));
      return Optional.of(
          new Rendering.Rendered(image, Files.readAllLines(folder.resolve(name + ".txt"))));
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private Rendering renderAndStore(String name, List<String> source) {
    Rendering rendering = renderer.render(source);
    if (folder != null && rendering instanceof Rendering.Rendered(var image, var letters)) {
      try {
        // the image is written last: if it exists, so does the ASCII art
        AtomicFile.write(folder.resolve(name + ".txt"), String.join("\n", letters));
        AtomicFile.write(folder.resolve(name + ".png"), image.bytes());
      } catch (IOException full) {
        // the diagram is drawn again next time
        return rendering;
      }
    }
    return rendering;
  }
}
