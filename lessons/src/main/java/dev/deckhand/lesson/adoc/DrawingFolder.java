package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers what was drawn, so that nothing is drawn twice. */
final class DrawingFolder implements Draughtsman {

  private final Draughtsman hand;
  private final @Nullable Path folder;
  private final Map<String, Drawing> drawn = new HashMap<>();

  /**
   * @param folder where drawings outlive the process; null for nowhere
   */
  DrawingFolder(Draughtsman hand, @Nullable Path folder) {
    this.hand = hand;
    this.folder = folder;
  }

  @Override
  public synchronized Drawing draw(List<String> source) {
    return drawn.computeIfAbsent(
        nameOf(source), name -> kept(name).orElseGet(() -> anew(name, source)));
  }

  @Override
  public void close() {
    hand.close();
  }

  /** The name of a drawing: the same for the same source in the same style. */
  static String nameOf(List<String> source) {
    return "diagram-" + Stamp.of(HouseStyle.dress(source)).substring(0, 16);
  }

  private Optional<Drawing> kept(String name) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      Png image = Png.of(Files.readAllBytes(folder.resolve(name + ".png")));
      return Optional.of(
          new Drawing.Drawn(image, Files.readAllLines(folder.resolve(name + ".txt"))));
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private Drawing anew(String name, List<String> source) {
    Drawing drawing = hand.draw(source);
    if (folder != null && drawing instanceof Drawing.Drawn(var image, var letters)) {
      try {
        Files.createDirectories(folder);
        // the image comes last: who finds it finds its letters
        write(
            folder.resolve(name + ".txt"),
            String.join("\n", letters).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write(folder.resolve(name + ".png"), image.bytes());
      } catch (IOException full) {
        // it is drawn again the next time
        return drawing;
      }
    }
    return drawing;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "diagram", ".new");
    Files.write(fresh, bytes);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
