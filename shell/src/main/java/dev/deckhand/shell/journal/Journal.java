package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.Deed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The append-only record of what a learner did. What {@link #append} has returned from is on the
 * disk; a line that a killed process left half-written is passed over by whoever reads.
 */
public final class Journal {

  private final Path file;
  private final Clock clock;
  private final EntryCodec codec = new EntryCodec();

  /** A journal in that file, which need not exist yet. */
  public Journal(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * Writes a deed down for good. Several processes may write to one journal: each line is one write
   * at the end of the file.
   *
   * @throws IOException if it is not on the disk
   */
  public Entry append(String session, LessonId lesson, Deed deed) throws IOException {
    var entry = new Entry(Instant.now(clock), session, lesson, deed);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      String line = (endsClean() ? "" : "\n") + codec.line(entry) + "\n";
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
    return entry;
  }

  /** Whether the last line is whole: a process that was killed may have left half of one. */
  private boolean endsClean() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var last = ByteBuffer.allocate(1);
      return channel.size() == 0
          || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
    }
  }

  /** All entries in their order; none where there is no journal yet. */
  public List<Entry> entries() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(codec::entry)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The entries of one lesson. */
  public List<Entry> entries(LessonId lesson) throws IOException {
    return entries().stream().filter(entry -> entry.lesson().equals(lesson)).toList();
  }
}
