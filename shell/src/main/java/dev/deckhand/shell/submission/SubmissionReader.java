package dev.deckhand.shell.submission;

import dev.deckhand.shell.submission.archive.CollectedFiles;
import dev.deckhand.shell.submission.archive.SubmissionFiles;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import dev.deckhand.shell.submission.archive.UnreadableSubmission;
import java.nio.file.Path;

/** Reads submissions from folders and archives. Whatever is in them, it throws nothing. */
public final class SubmissionReader {

  private final SubmissionFiles reader;

  public SubmissionReader(SubmissionLimits limits) {
    this.reader = new SubmissionFiles(limits);
  }

  /**
   * Reads a folder, zip, tar or tar.gz. The content decides which it is; the submission is named
   * after the file.
   */
  public SubmissionResult read(Path source) {
    String name = SubmissionName.ofFile(source);
    return result(name, () -> reader.read(source, name));
  }

  /**
   * Reads an archive in memory.
   *
   * @param fileName the file's name, after which the submission is named
   */
  public SubmissionResult read(String fileName, byte[] archive) {
    String name = SubmissionName.ofFile(fileName);
    return result(name, () -> reader.readArchive(archive, name));
  }

  private interface Reading {
    CollectedFiles read() throws UnreadableSubmission;
  }

  private static SubmissionResult result(String name, Reading reading) {
    try {
      return new SubmissionResult.Accepted(new Submission(name, reading.read()));
    } catch (UnreadableSubmission unreadable) {
      return unreadable.isRejected()
          ? new SubmissionResult.Rejected(name, unreadable.problem(), unreadable.remedy())
          : new SubmissionResult.Failed(name, unreadable.problem(), unreadable.remedy());
    }
  }
}
