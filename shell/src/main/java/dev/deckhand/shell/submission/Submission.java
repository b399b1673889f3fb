package dev.deckhand.shell.submission;

import dev.deckhand.shell.submission.archive.CollectedFiles;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.List;
import java.util.SortedMap;

/**
 * What somebody hands in. Immutable.
 *
 * @param name a plain name, usually the learner's: letters, digits, spaces and {@code ._@+()-}
 * @param content the files, and remarks on what was left out or changed when they were read
 */
public record Submission(String name, CollectedFiles content) {

  public Submission {
    if (!SubmissionName.of(name).equals(name)) {
      throw new IllegalArgumentException("no name of a submission: " + name);
    }
  }

  /** A submission of which nothing was left out. */
  public static Submission of(String name, SortedMap<String, SubmittedFile> files) {
    return new Submission(name, new CollectedFiles(files, List.of()));
  }

  /**
   * The files by their paths: relative, with slashes, in Unicode NFC; in the order of the paths'
   * bytes in UTF-8.
   */
  public SortedMap<String, SubmittedFile> files() {
    return content.files();
  }

  /** One sentence each on what was left out or changed. */
  public List<String> remarks() {
    return content.remarks();
  }

  /** The canonical digest of the files: see {@link SubmissionDigest}. */
  public String digest() {
    return SubmissionDigest.of(files());
  }
}
