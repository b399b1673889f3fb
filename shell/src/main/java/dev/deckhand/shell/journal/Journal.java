package dev.deckhand.shell.journal;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
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
 * The append-only record of what a learner did. When {@link #append} returns, the entry is on the
 * disk. Readers skip lines that a killed process wrote in part. Thread-safe; several processes may
 * write to one file.
 */
public final class Journal {

  private final Path file;
  private final Clock clock;
  private final JournalCodec codec = new JournalCodec();
  private final JournalIndex index;

  /** A journal in a file that need not exist yet. */
  public Journal(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.index = new JournalIndex(file);
  }

  /**
   * Appends an event.
   *
   * @throws IOException if it is not on the disk
   */
  public JournalEntry append(String session, LessonId lesson, JournalEvent event)
      throws IOException {
    var journalEntry = new JournalEntry(Instant.now(clock), session, lesson, event);
    append(journalEntry);
    return journalEntry;
  }

  /**
   * Appends an entry in a single write, so that entries of other processes come before or after it.
   *
   * @throws IOException if it is not on the disk
   */
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

  /** All entries in their order; none where there is no journal yet. */
  public synchronized List<JournalEntry> entries() throws IOException {
    return index.all().stream().flatMap(line -> codec.entry(line).stream()).toList();
  }

  /** All entries in their order, without the output of commands. */
  public synchronized List<JournalEntry> outline() throws IOException {
    return index.outline().stream().flatMap(line -> codec.entry(line).stream()).toList();
  }

  /** The entries of one lesson. Entries of other lessons are read once, to index them. */
  public synchronized List<JournalEntry> entries(LessonId lesson) throws IOException {
    return index.of(lesson.toString()).stream()
        .flatMap(line -> codec.entry(line).stream())
        .filter(journalEntry -> journalEntry.lesson().equals(lesson))
        .toList();
  }

  /** The file of the journal. */
  public Path file() {
    return file;
  }
}
