package dev.deckhand.shell.journal;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.LessonId;
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

/**
 * A journal in a file. Readers skip lines that a killed process wrote in part. Several processes
 * may write to one file.
 */
public final class FileJournal implements Journal {

  private final Path file;
  private final Clock clock;
  private final JournalCodec codec = new JournalCodec();
  private final JournalIndex index;

  /** A journal in a file that need not exist yet. */
  public FileJournal(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.index = new JournalIndex(file);
  }

  /**
   * Appends an entry in a single write, so that entries of other processes come before or after it.
   *
   * @throws IOException if it is not on the disk
   */
  @Override
  public synchronized void append(JournalEntry journalEntry) throws IOException {
    boolean fresh = !Files.exists(file);
    if (fresh) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      String line = (endsWithLineBreak() ? "" : "\n") + codec.line(journalEntry) + "\n";
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      long before = channel.size();
      channel.write(bytes);
      if (bytes.hasRemaining()) {
        // the rest would come after what other processes write meanwhile
        removePartOfLine(channel, before, bytes.position());
        throw new IOException("there is no room for it in " + file);
      }
      channel.force(false);
    }
    if (fresh) {
      AtomicFile.syncFolder(file);
    }
  }

  /** If another process has appended since, the part stays, and readers skip it. */
  private static void removePartOfLine(FileChannel channel, long before, int length)
      throws IOException {
    if (channel.size() == before + length) {
      channel.truncate(before);
    }
  }

  /** Whether the last line is complete; a killed process may have left a part of one. */
  private boolean endsWithLineBreak() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var last = ByteBuffer.allocate(1);
      return channel.size() == 0
          || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
    }
  }

  @Override
  public synchronized List<JournalEntry> entries() throws IOException {
    return index.all().stream().flatMap(line -> codec.entry(line).stream()).toList();
  }

  @Override
  public synchronized List<JournalEntry> outline() throws IOException {
    return index.outline().stream().flatMap(line -> codec.entry(line).stream()).toList();
  }

  /** Entries of other lessons are read once, to index them. */
  @Override
  public synchronized List<JournalEntry> entries(LessonId lesson) throws IOException {
    return index.of(lesson.toString()).stream()
        .flatMap(line -> codec.entry(line).stream())
        .filter(journalEntry -> journalEntry.lesson().equals(lesson))
        .toList();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  /** The file of the journal. */
  public Path file() {
    return file;
  }
}
