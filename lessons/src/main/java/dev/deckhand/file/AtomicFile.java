package dev.deckhand.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes files whole or not at all: a reader sees the old content or the new, and when a write
 * fails the old file stays as it was, with nothing left beside it. Missing folders are created.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Writer {

    /** Writes to a path at which there is no file yet, on the same disk as the file it replaces. */
    void writeTo(Path draft) throws IOException;
  }

  /** Replaces a file's content with a text, in UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces a file's content. */
  public static void write(Path file, byte[] content) throws IOException {
    replace(file, draft -> Files.write(draft, content, StandardOpenOption.CREATE_NEW));
  }

  /**
   * Replaces a file's content with a text, in UTF-8; when this returns, it would survive a power
   * cut.
   */
  public static void writeDurably(Path file, String text) throws IOException {
    replace(
        file,
        draft -> {
          Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
          sync(draft, StandardOpenOption.WRITE);
        });
    syncFolder(file);
  }

  /** Replaces a file with what a writer writes. */
  public static void replace(Path file, Writer writer) throws IOException {
    Path folder = folderOf(file);
    Files.createDirectories(folder);
    Path draft = folder.resolve("." + UUID.randomUUID() + ".new");
    try {
      writer.writeTo(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Makes the name of a new file survive a power cut; its content is the caller's business. */
  public static void syncFolder(Path file) throws IOException {
    try {
      sync(folderOf(file), StandardOpenOption.READ);
    } catch (AccessDeniedException unsupported) {
      // systems that cannot open folders write names together with their files
    }
  }

  private static void sync(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
  }
}
