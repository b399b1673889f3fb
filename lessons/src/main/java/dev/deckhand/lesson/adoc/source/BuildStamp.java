package dev.deckhand.lesson.adoc.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A file with the digest of the input that something was built from. */
public record BuildStamp(Path file) {

  /**
   * Computes a digest of folders.
   *
   * @param except a folder inside them to skip
   */
  public String digestOf(List<Path> folders, Path except) throws IOException {
    MessageDigest digest = sha256();
    for (Path folder : folders) {
      try (Stream<Path> paths = Files.walk(folder)) {
        List<Path> files =
            paths
                .filter(Files::isRegularFile)
                .filter(path -> !path.startsWith(except))
                .sorted()
                .toList();
        for (Path path : files) {
          digest.update(folder.relativize(path).toString().getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(sha256().digest(Files.readAllBytes(path)));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A text's digest, in hexadecimal. */
  public static String digest(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  public boolean matches(String content) throws IOException {
    return Files.exists(file) && Files.readString(file).strip().equals(content);
  }

  public void write(String content) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, content + "\n");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
