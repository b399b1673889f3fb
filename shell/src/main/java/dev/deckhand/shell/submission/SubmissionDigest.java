package dev.deckhand.shell.submission;

import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * The canonical digest of a submission: the same files have the same digest, however they were
 * packed. It's the SHA-256 of these bytes:
 *
 * <ol>
 *   <li>the line {@code deckhand submission 1}, ended by a line feed (0x0A);
 *   <li>for each file, in the order of the paths' bytes in UTF-8: a line {@code MODE SIZE PATH},
 *       with single spaces and ended by a line feed, and then the file's content, with nothing
 *       after it. MODE is {@code 755} for a file that its owner may execute and {@code 644} for
 *       others; SIZE is the length of the content in bytes, in decimal digits; PATH is in UTF-8 and
 *       Unicode NFC, relative, with slashes. A path has no control characters, so that the line can
 *       only be read in one way.
 * </ol>
 *
 * Folders, times and owners don't count, and neither does the name of the submission.
 */
final class SubmissionDigest {

  private static final String FIRST_LINE = "deckhand submission 1\n";

  private SubmissionDigest() {}

  /** The digest, as {@code sha256:} and 64 hexadecimal digits. */
  static String of(SortedMap<String, SubmittedFile> files) {
    MessageDigest sha = sha256();
    sha.update(FIRST_LINE.getBytes(StandardCharsets.UTF_8));
    files.forEach((path, file) -> {
      String mode = file.executable() ? "755" : "644";
      String line = mode + " " + file.size() + " " + path + "\n";
      sha.update(line.getBytes(StandardCharsets.UTF_8));
      sha.update(file.content());
    });
    return "sha256:" + HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
