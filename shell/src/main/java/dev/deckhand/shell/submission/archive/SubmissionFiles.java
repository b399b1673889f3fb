package dev.deckhand.shell.submission.archive;

import dev.deckhand.file.IoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads the files of a folder, a zip, a tar or a tar.gz; the content tells which it is. */
public final class SubmissionFiles {

  /** The folder in which Deckhand packs submissions; it's always left off. */
  public static final String OUTER_FOLDER = "submission";

  private static final String REMEDY = "Submit a folder, or a zip or tar.gz file of it.";

  private final SubmissionLimits limits;
  private final FolderSource.FileListener listener;

  public SubmissionFiles(SubmissionLimits limits) {
    this(limits, _ -> {});
  }

  SubmissionFiles(SubmissionLimits limits, FolderSource.FileListener listener) {
    this.limits = limits;
    this.listener = listener;
  }

  /**
   * Reads a folder or archive. A link is not followed.
   *
   * @param name of the submission
   * @throws UnreadableSubmission with the reason, whatever is in it
   */
  public CollectedFiles read(Path source, String name) throws UnreadableSubmission {
    try {
      var attributes =
          Files.readAttributes(source, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        return readFolder(source, name);
      }
      if (attributes.isRegularFile()) {
        return readArchive(archive(source), name);
      }
      if (attributes.isSymbolicLink()) {
        throw UnreadableSubmission.rejected(
            "It is a link, and links aren't followed.",
            "Name the file or folder that the link leads to.");
      }
    } catch (UnreadableSubmission known) {
      throw known;
    } catch (NoSuchFileException missing) {
      throw UnreadableSubmission.failed(
          "There is no file or folder " + PrintableName.quoted(source.toString()) + ".",
          "Check the name.");
    } catch (IOException failure) {
      throw UnreadableSubmission.failed(
          PrintableName.quoted(source.toString())
              + " can't be read ("
              + IoFailure.reason(failure)
              + ").",
          "Check its permissions and the disk, then try again.");
    }
    throw UnreadableSubmission.rejected("It is neither a file nor a folder.", REMEDY);
  }

  private byte[] archive(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(Math.toIntExact(limits.archiveBytes()) + 1);
    }
  }

  /** Reads a folder as it is: a folder around everything stays. */
  public CollectedFiles readWorkspace(Path folder) throws UnreadableSubmission {
    var collector = new FileCollector(limits);
    new FolderSource(limits, collector, listener).read(folder);
    return collector.finishWithOuterFolder();
  }

  private CollectedFiles readFolder(Path folder, String name) throws UnreadableSubmission {
    var collector = new FileCollector(limits);
    new FolderSource(limits, collector, listener).read(folder);
    return collector.finish(name);
  }

  /**
   * Reads the bytes of an archive.
   *
   * @param name of the submission
   * @throws UnreadableSubmission with the reason, whatever is in it
   */
  public CollectedFiles readArchive(byte[] archive, String name) throws UnreadableSubmission {
    if (archive.length > limits.archiveBytes()) {
      throw UnreadableSubmission.tooLarge(
          "The archive is larger than " + SubmissionLimits.size(limits.archiveBytes()) + ".");
    }
    var collector = new FileCollector(limits);
    ArchiveFormat format = ArchiveFormat.of(archive);
    switch (format) {
      case ZIP -> new ZipSource(limits, collector).read(archive);
      case TAR, GZIP -> new TarSource(limits, collector).read(archive);
      case SEVEN_ZIP, RAR, XZ, BZIP2, ZSTD ->
          throw UnreadableSubmission.rejected(
              "The file is in the format " + format.word() + ", which Deckhand doesn't read.",
              REMEDY);
      case NONE ->
          throw UnreadableSubmission.rejected(
              archive.length == 0 ? "The file is empty." : "The file is not an archive.", REMEDY);
    }
    return collector.finish(name);
  }
}
