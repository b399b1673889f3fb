package dev.deckhand.shell.submission;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.shell.submission.archive.SubmissionFiles;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Packs submissions into zips. The same files always make the same bytes: times and order are
 * fixed, and nothing is compressed, since compressors differ between versions. Everything lies in a
 * folder {@code submission}.
 */
public final class SubmissionWriter {

  /** Noon, which exists on this day in every time zone: zips have local times. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

  private static final int FOLDER_MODE = 040755;
  private static final int FILE_MODE = 0100644;
  private static final int PROGRAM_MODE = 0100755;

  private SubmissionWriter() {}

  /**
   * Writes a zip; a file of that name is replaced as a whole.
   *
   * @throws IOException if the file can't be written
   */
  public static void write(Submission submission, Path file) throws IOException {
    AtomicFile.write(file, pack(submission));
  }

  /** The bytes of the zip. */
  public static byte[] pack(Submission submission) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      zip.setMethod(ZipEntry.STORED);
      zip.putArchiveEntry(entry(SubmissionFiles.OUTER_FOLDER + "/", FOLDER_MODE, new byte[0]));
      zip.closeArchiveEntry();
      for (Map.Entry<String, SubmittedFile> file : submission.files().entrySet()) {
        byte[] content = file.getValue().content();
        int mode = file.getValue().executable() ? PROGRAM_MODE : FILE_MODE;
        zip.putArchiveEntry(
            entry(SubmissionFiles.OUTER_FOLDER + "/" + file.getKey(), mode, content));
        zip.write(content);
        zip.closeArchiveEntry();
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("memory can be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static ZipArchiveEntry entry(String name, int mode, byte[] content) {
    var entry = new ZipArchiveEntry(name);
    var checksum = new CRC32();
    checksum.update(content);
    entry.setUnixMode(mode);
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
