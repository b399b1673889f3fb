package dev.deckhand.shell.submission.archive;

/**
 * How large a submission may be. Sizes are in bytes.
 *
 * @param files how many files it may have; what is left out doesn't count
 * @param fileBytes of one file
 * @param totalBytes of all files together
 * @param depth how many parts a path may have, the file's name included
 * @param pathBytes of a path, in UTF-8
 * @param ratio how many times as large as the archive its unpacked content may be, once that is
 *     more than 1 MB
 * @param entries how many files, folders and links may be looked at, those that are left out
 *     included
 * @param archiveBytes of the archive itself
 * @param unpackedBytes what may be unpacked of an archive, including what is left out
 */
public record SubmissionLimits(
    int files,
    long fileBytes,
    long totalBytes,
    int depth,
    int pathBytes,
    int ratio,
    int entries,
    long archiveBytes,
    long unpackedBytes) {

  private static final long MB = 1_000_000;

  /** The limits where nobody sets others. */
  public static final SubmissionLimits DEFAULT =
      new SubmissionLimits(2_000, 20 * MB, 50 * MB, 20, 240, 200, 20_000, 100 * MB, 500 * MB);

  /** A size as messages have it: {@code 20 MB}, {@code 1500 bytes}. */
  static String size(long bytes) {
    return bytes >= MB && bytes % MB == 0 ? bytes / MB + " MB" : bytes + " bytes";
  }
}
