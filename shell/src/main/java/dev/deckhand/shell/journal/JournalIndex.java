package dev.deckhand.shell.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows where in a journal the lines of each lesson are; each line is indexed once. Not
 * thread-safe.
 */
final class JournalIndex {

  private static final int BUFFER = 1 << 18;

  /**
   * How the codec begins an entry. It can't occur inside one, since quotes in strings are escaped.
   */
  private static final String ENTRY_START = "{\"at\":\"";

  private static final String LESSON_FIELD = "\"lesson\":\"";

  /** The last field of a finished command, and of no other event. */
  private static final String OUTPUT_FIELD = ",\"output\":\"";

  private static final String EMPTY_OUTPUT = OUTPUT_FIELD + "\"}}";

  private final Path file;
  private final Map<String, List<Span>> spans = new HashMap<>();
  private long indexedBytes;

  JournalIndex(Path file) {
    this.file = file;
  }

  /** A line in the file, without its line break. */
  private record Span(long offset, int length) {}

  /** The texts of all entries, in their order. */
  List<String> all() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.lines().flatMap(line -> splitEntries(line).stream()).toList();
  }

  /** The texts of one lesson's entries, and perhaps some of another's. */
  List<String> of(String lesson) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      update(channel);
      var texts = new ArrayList<String>();
      for (Span span : spans.getOrDefault(lesson, List.of())) {
        texts.addAll(splitEntries(text(channel, span)));
      }
      return texts;
    }
  }

  /** An entry may follow a part of another on the same line, whose writer was killed. */
  private static List<String> splitEntries(String line) {
    var parts = new ArrayList<String>();
    int begin = line.indexOf(ENTRY_START);
    while (begin >= 0) {
      int next = line.indexOf(ENTRY_START, begin + 1);
      parts.add(next < 0 ? line.substring(begin) : line.substring(begin, next));
      begin = next;
    }
    return parts;
  }

  private void update(FileChannel channel) throws IOException {
    if (channel.size() < indexedBytes) {
      // the file was replaced
      spans.clear();
      indexedBytes = 0;
    }
    indexedBytes =
        scan(
            channel,
            indexedBytes,
            (bytes, begin, length, offset) -> indexLine(asciiText(bytes, begin, length), offset));
  }

  /** Reads complete lines from an offset; returns where the next scan begins. */
  private static long scan(FileChannel channel, long from, LineHandler lineHandler)
      throws IOException {
    byte[] chunk = new byte[BUFFER];
    long known = from;
    int kept = 0;
    int read;
    // a last line without a line break may still grow, so the next scan begins with it
    while ((read = channel.read(ByteBuffer.wrap(chunk, kept, chunk.length - kept), known + kept))
        > 0) {
      int end = kept + read;
      int begin = 0;
      for (int i = kept; i < end; i++) {
        if (chunk[i] == '\n') {
          lineHandler.handle(chunk, begin, i - begin, known + begin);
          begin = i + 1;
        }
      }
      known += begin;
      kept = end - begin;
      System.arraycopy(chunk, begin, chunk, 0, kept);
      if (kept == chunk.length) {
        chunk = Arrays.copyOf(chunk, 2 * chunk.length);
      }
    }
    return known;
  }

  /** Decodes each byte as one character, which is enough to search for ASCII. */
  private static String asciiText(byte[] bytes, int begin, int length) {
    return new String(bytes, begin, length, StandardCharsets.ISO_8859_1);
  }

  private interface LineHandler {
    void handle(byte[] bytes, int begin, int length, long offset);
  }

  /** The texts of all entries, without the output of commands, which is most of a journal. */
  List<String> outline() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      scan(
          channel,
          0,
          (bytes, begin, length, _) -> {
            for (String part : splitEntries(asciiText(bytes, begin, length))) {
              int output = part.indexOf(OUTPUT_FIELD);
              String told = output < 0 ? part : part.substring(0, output) + EMPTY_OUTPUT;
              texts.add(
                  new String(told.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
          });
    }
    return texts;
  }

  /**
   * Indexes a line.
   *
   * @param line one character for each byte
   */
  private void indexLine(String line, long offset) {
    for (String part : splitEntries(line)) {
      int at = part.indexOf(LESSON_FIELD);
      int end = at < 0 ? -1 : part.indexOf('"', at + LESSON_FIELD.length());
      if (end > 0) {
        String lesson = part.substring(at + LESSON_FIELD.length(), end);
        List<Span> own = spans.computeIfAbsent(lesson, _ -> new ArrayList<>());
        var span = new Span(offset, line.length());
        if (own.isEmpty() || !own.getLast().equals(span)) {
          own.add(span);
        }
      }
    }
  }

  private static String text(FileChannel channel, Span span) throws IOException {
    var buffer = ByteBuffer.allocate(span.length());
    while (buffer.hasRemaining() && channel.read(buffer, span.offset() + buffer.position()) > 0) {
      // on to the span's end
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }
}
