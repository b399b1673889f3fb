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
 * The append-only record of what a learner did. What {@link #append} has returned from is on the
 * disk; a line that a killed process left half-written is passed over by whoever reads. Safe for
 * use by several threads; several processes may write to one file.
 */
public final class Journal {

  private final Path file;
  private final Clock clock;
  private final JournalCodec codec = new JournalCodec();
  private final JournalIndex index;

  /** A journal in that file, which need not exist yet. */
  public Journal(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.index = new JournalIndex(file);
  }

  /**
   * Writes a deed down for good.
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
   * Writes an entry down for good, with the time that it has. It is one write at the end of the
   * file: what another process writes at the same time comes before it or after it.
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

  /** Another process may have written behind the part: then it stays, and readers skip it. */
  private static void removePartOfLine(FileChannel channel, long before, int length)
      throws IOException {
    if (channel.size() == before + length) {
      channel.truncate(before);
    }
  }

  /** Whether the last line is whole: a process that was killed may have left half of one. */
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

  /** All entries in their order, but without what commands wrote. */
  public synchronized List<JournalEntry> outline() throws IOException {
    return index.outline().stream().flatMap(line -> codec.entry(line).stream()).toList();
  }

  /**
   * The entries of one lesson. What other lessons left is not read again once it was passed over.
   */
  public synchronized List<JournalEntry> entries(LessonId lesson) throws IOException {
    return index.of(lesson.toString()).stream()
        .flatMap(line -> codec.entry(line).stream())
        .filter(journalEntry -> journalEntry.lesson().equals(lesson))
        .toList();
  }

  /** Where it is. */
  public Path file() {
    return file;
  }
}
