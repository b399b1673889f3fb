package dev.deckhand.lesson.adoc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads an author's file, and refuses what is no text of a bearable size. */
final class SourceReader {

  /** A lesson of that many bytes would take a learner a week. */
  static final int MOST_BYTES = 256 * 1024;

  /** Reads a file; empty, with a finding in the ledger, where it cannot be a lesson. */
  Optional<SourceFile> read(Path path, String name, Ledger ledger) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        ledger.error(
            ledger.at(0),
            "The file has more than " + MOST_BYTES / 1024 + " KiB.",
            "Split the lesson: one takes 10 to 20 minutes.");
        return Optional.empty();
      }
      return read(bytes, name, ledger);
    } catch (NoSuchFileException missing) {
      ledger.error(ledger.at(0), "The file does not exist.", "Check its name.");
      return Optional.empty();
    } catch (IOException unreadable) {
      ledger.error(
          ledger.at(0),
          "The file cannot be read (" + unreadable.getMessage() + ").",
          "Check that it is a file, and its permissions.");
      return Optional.empty();
    }
  }

  /**
   * Reads the bytes of a file; empty, with a finding in the ledger, where it cannot be a lesson.
   */
  Optional<SourceFile> read(byte[] bytes, String name, Ledger ledger) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      ledger.error(
          ledger.at(firstBadLine(bytes)), "The file is not UTF-8.", "Save it as UTF-8 text.");
      return Optional.empty();
    }
    if (text.isBlank()) {
      ledger.error(
          ledger.at(0), "The file is empty.", "Begin with a title: \"= Pods: what they are\".");
      return Optional.empty();
    }
    String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return accepted(new SourceFile(name, whole.lines().toList()), ledger);
  }

  private static Optional<SourceFile> accepted(SourceFile file, Ledger ledger) {
    var bounds = new Bounds(ledger);
    List<String> lines = file.lines();
    for (int number = 1; number <= lines.size(); number++) {
      bounds.see(lines.get(number - 1), number);
    }
    return bounds.kept() ? Optional.of(file) : Optional.empty();
  }

  private static int firstBadLine(byte[] bytes) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (!isUtf8(bytes, start, i)) {
          return line;
        }
        start = i + 1;
        line++;
      }
    }
    return line;
  }

  private static boolean isUtf8(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}
