package dev.deckhand.site.publish;

import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One file of a publication.
 *
 * @param path within the publication, separated by {@code /}
 * @param key a hash of everything that it is made of: see {@link ContentHasher}
 * @param content writes it when it is out of date
 */
public record PublicationFile(String path, String key, ContentWriter content) {

  private static final Pattern PATH =
      Pattern.compile("[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*");

  public PublicationFile {
    if (!isValidPath(path)) {
      throw new IllegalArgumentException("a publication cannot have a file " + path);
    }
  }

  static boolean isValidPath(String path) {
    return PATH.matcher(path).matches();
  }

  /** Writes the content of a file. */
  public interface ContentWriter {

    /**
     * Writes it.
     *
     * @param file a new file in an existing folder; anything else put into that folder is lost
     */
    void write(Path file, AsciidoctorRenderers asciidoctorRenderers) throws IOException;
  }
}
