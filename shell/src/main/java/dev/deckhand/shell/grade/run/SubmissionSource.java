package dev.deckhand.shell.grade.run;

import dev.deckhand.shell.submission.SubmissionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Where a submission is.
 *
 * @param name under which its results are kept
 * @param handedIn when it was handed in: when its file was last changed
 */
public record SubmissionSource(String name, Path path, Instant handedIn) {

  /**
   * A file or folder.
   *
   * @throws IOException if there's none
   */
  public static SubmissionSource of(Path path) throws IOException {
    return new SubmissionSource(
        SubmissionName.ofFile(path),
        path,
        Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant());
  }
}
