package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Png;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures that a lesson names, read from the folder {@code images} of its course and from
 * nowhere else: neither a path nor a link leads out of it.
 */
final class Pictures {

  private static final String FOLDER = "images";
  private static final Pattern TARGET =
      Pattern.compile(FOLDER + "/(?<name>[a-z0-9][a-z0-9-]{0,63}\\.png)");
  private static final String REMEDY =
      "Save it as a PNG of at most "
          + Png.MOST_BYTES / 1024
          + " KiB and "
          + Png.MOST_PIXELS
          + " pixels a side.";

  /** A drawing takes a second, and the bounds of a file are to be those of its compilation too. */
  private static final int MOST_DIAGRAMS = 12;

  private final Path course;
  private final Draughtsman hand;
  private final Ledger ledger;
  private final Map<String, Png> read = new TreeMap<>();
  private int diagrams;

  /** The pictures of a lesson that lies in that folder. */
  Pictures(Path course, Draughtsman hand, Ledger ledger) {
    this.course = course;
    this.hand = hand;
    this.ledger = ledger;
  }

  /** Reads a picture, and returns its name; empty, with a finding, where it cannot be shown. */
  String named(String target, Place where) {
    Matcher matcher = TARGET.matcher(target);
    if (!matcher.matches()) {
      ledger.error(
          where,
          "The picture \"" + target + "\" is not looked for there.",
          "Put it into the folder images beside the lesson, and write images/name.png, in small"
              + " letters, digits and '-'.");
      return "";
    }
    String name = matcher.group("name");
    if (!read.containsKey(name)) {
      try {
        read.put(name, Png.of(bytes(name)));
      } catch (IOException absent) {
        ledger.error(
            where,
            "There is no picture \"" + target + "\".",
            "Put the file there, itself and not a link to it, or check its name.");
      } catch (IllegalArgumentException unfit) {
        ledger.error(
            where,
            "The picture \"" + target + "\" cannot be shown: " + unfit.getMessage() + ".",
            REMEDY);
      }
    }
    return read.containsKey(name) ? name : "";
  }

  /** A diagram's image, by its name, and its letters. */
  record Sketch(String name, List<String> letters) {
    static final Sketch NOTHING = new Sketch("", List.of());
  }

  /**
   * Draws a diagram; nothing, with a finding, where that cannot be done.
   *
   * @param content the line of the diagram's first line
   */
  Sketch drawn(List<String> source, Place where, int content) {
    if (++diagrams > MOST_DIAGRAMS) {
      ledger.error(
          where,
          "The lesson has more than " + MOST_DIAGRAMS + " diagrams.",
          "Leave out those that say the least.");
      return Sketch.NOTHING;
    }
    Draughtsman.Drawing drawing =
        DiagramText.refused(source)
            .<Draughtsman.Drawing>map(no -> no)
            .orElseGet(() -> hand.draw(source));
    return switch (drawing) {
      case Draughtsman.Drawing.Drawn(var image, var letters) -> {
        String name = DrawingFolder.nameOf(source) + ".png";
        read.put(name, image);
        yield new Sketch(name, letters);
      }
      case Draughtsman.Drawing.Refused(int line, var why, var remedy) -> {
        ledger.error(
            line == 0 ? where : ledger.at(content + Math.min(line, source.size()) - 1),
            why,
            remedy);
        yield Sketch.NOTHING;
      }
      case Draughtsman.Drawing.Unable _ -> Sketch.NOTHING;
    };
  }

  private byte[] bytes(String name) throws IOException {
    Path folder = course.resolve(FOLDER);
    Path file = folder.resolve(name);
    // a pipe would be waited for, and a link may lead anywhere
    boolean own =
        Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    if (!own) {
      throw new IOException("no file of its own");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(Png.MOST_BYTES + 1);
    }
  }

  /** Those that were read, by their names. */
  Map<String, Png> read() {
    return Map.copyOf(read);
  }
}
