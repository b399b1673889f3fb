package dev.deckhand.lesson.adoc.source;

import dev.deckhand.file.IoFailure;
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

/** Reads an author's file, and rejects what isn't text or is too large. */
public final class SourceFileReader {

  /** Far more than any lesson has. */
  static final int MAX_BYTES = 256 * 1024;

  /** Reads a file; empty, with a finding, if it can't be a lesson. */
  public Optional<SourceFile> read(Path path, String name, DiagnosticCollector diagnostics) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        diagnostics.error(
            0,
            "The file has more than " + MAX_BYTES / 1024 + " KiB.",
            "Split the lesson: one takes 10 to 20 minutes.");
        return Optional.empty();
      }
      return read(bytes, name, diagnostics);
    } catch (NoSuchFileException missing) {
      diagnostics.error(0, "The file does not exist.", "Check its name.");
      return Optional.empty();
    } catch (IOException unreadable) {
      diagnostics.error(
          0,
          "The file cannot be read (" + IoFailure.reason(unreadable) + ").",
          "Check that it is a file, and its permissions.");
      return Optional.empty();
    }
  }

  /** Reads the bytes of a file; empty, with a finding, if it can't be a lesson. */
  Optional<SourceFile> read(byte[] bytes, String name, DiagnosticCollector diagnostics) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      diagnostics.error(firstBadLine(bytes), "The file is not UTF-8.", "Save it as UTF-8 text.");
      return Optional.empty();
    }
    if (text.isBlank()) {
      diagnostics.error(0, "The file is empty.", "Begin with a title: \"= Pods: what they are\".");
      return Optional.empty();
    }
    String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return checkLimits(new SourceFile(name, whole.lines().toList()), diagnostics);
  }

  private static Optional<SourceFile> checkLimits(
      SourceFile file, DiagnosticCollector diagnostics) {
    var sourceLimits = new SourceLimits(diagnostics);
    List<String> lines = file.lines();
    for (int number = 1; number <= lines.size(); number++) {
      sourceLimits.checkLine(lines.get(number - 1), number);
    }
    return sourceLimits.isWithinLimits() ? Optional.of(file) : Optional.empty();
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
