package dev.deckhand.shell.journal;

import dev.deckhand.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers published files and their content, so that files that existed before, or were changed
 * since, are not overwritten.
 */
public final class PublishedFileRegistry {

  private static final int HASH = 64;

  private final Path registryFile;

  /**
   * @param list the file of the registry; it need not exist
   */
  public PublishedFileRegistry(Path list) {
    this.registryFile = list;
  }

  /** Whether a file may be written: it does not exist, or is unchanged since it was published. */
  public boolean mayWrite(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && hash(file).equals(read().get(key(file)));
  }

  /** Remembers a file as it is now. */
  public void register(Path file) throws IOException {
    Map<String, String> all = read();
    all.put(key(file), hash(file));
    var text = new StringBuilder();
    all.forEach((path, hash) -> text.append(hash).append(' ').append(path).append('\n'));
    AtomicFile.write(registryFile, text.toString());
  }

  private Map<String, String> read() throws IOException {
    var all = new LinkedHashMap<String, String>();
    if (Files.isRegularFile(registryFile)) {
      for (String line : Files.readString(registryFile).lines().toList()) {
        if (line.length() > HASH + 1) {
          all.put(line.substring(HASH + 1), line.substring(0, HASH));
        }
      }
    }
    return all;
  }

  /** Encoded, since a path may contain line breaks. */
  private static String key(Path file) {
    return java.net.URLEncoder.encode(
        file.toAbsolutePath().normalize().toString(), StandardCharsets.UTF_8);
  }

  private static String hash(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
