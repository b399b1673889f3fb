package dev.deckhand.site.publish;

import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One file of a publication.
 *
 * @param path where it lies in the publication, with {@code /}
 * @param key sums up all that it is made of: see {@link ContentHasher}
 * @param content how it is made, once it has to be
 */
public record PublicationFile(String path, String key, ContentWriter content) {

  private static final Pattern PATH =
      Pattern.compile("[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*");

  public PublicationFile {
    if (!isValidPath(path)) {
      throw new IllegalArgumentException("a sheet lies inside of its publication: " + path);
    }
  }

  static boolean isValidPath(String path) {
    return PATH.matcher(path).matches();
  }

  /** Makes a sheet. */
  public interface ContentWriter {

    /**
     * Writes it.
     *
     * @param file a new file in a folder that is there; whatever else is laid beside it is lost
     */
    void write(Path file, AsciidoctorRenderers asciidoctorRenderers) throws IOException;
  }
}
