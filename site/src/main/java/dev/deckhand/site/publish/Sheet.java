package dev.deckhand.site.publish;

import dev.deckhand.site.render.Press;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One file of a publication.
 *
 * @param path where it lies in the publication, with {@code /}
 * @param key sums up all that it is made of: see {@link Key}
 * @param making how it is made, once it has to be
 */
public record Sheet(String path, String key, Making making) {

  private static final Pattern PATH =
      Pattern.compile("[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*");

  public Sheet {
    if (!isPath(path)) {
      throw new IllegalArgumentException("a sheet lies inside of its publication: " + path);
    }
  }

  static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }

  /** Makes a sheet. */
  public interface Making {

    /**
     * Writes it.
     *
     * @param file a new file in a folder that is there; whatever else is laid beside it is lost
     */
    void write(Path file, Press press) throws IOException;
  }
}
