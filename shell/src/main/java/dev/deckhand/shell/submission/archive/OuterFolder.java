package dev.deckhand.shell.submission.archive;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the one folder that people pack around a submission. */
final class OuterFolder {

  /** What lies at the top of a submission. */
  private static final Pattern SUBMISSION_FILE =
      Pattern.compile("(step-\\d+|submission)\\.sh|(answers|submission)\\.ya?ml");

  private OuterFolder() {}

  /**
   * Leaves off the folder that everything is in, if there is one and it isn't itself a Helm chart.
   *
   * @param expected a name that isn't worth a remark: that of the archive
   */
  static SortedMap<String, SubmittedFile> strip(
      SortedMap<String, SubmittedFile> files, String expected, RemarkList remarks) {
    if (files.isEmpty()) {
      return files;
    }
    String first = files.firstKey();
    String outer = first.substring(0, first.indexOf('/') + 1);
    boolean around =
        !outer.isEmpty() && files.keySet().stream().allMatch(path -> path.startsWith(outer));
    if (!around) {
      return files;
    }
    String name = outer.substring(0, outer.length() - 1);
    if (!name.equals(SubmissionFiles.OUTER_FOLDER) && isChart(outer, files)) {
      return files;
    }
    if (!name.equals(SubmissionFiles.OUTER_FOLDER) && !name.equals(expected)) {
      remarks.add(RemarkKind.OUTER_FOLDER, name);
    }
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(outer.length()),
                Map.Entry::getValue,
                (one, _) -> one,
                () -> new TreeMap<>(FileCollector.PATH_ORDER)));
  }

  /** Whether a folder is a chart, and not a submission with a chart's files at its top. */
  private static boolean isChart(String outer, SortedMap<String, SubmittedFile> files) {
    return files.containsKey(outer + "Chart.yaml")
        && files.keySet().stream()
            .noneMatch(path -> SUBMISSION_FILE.matcher(path.substring(outer.length())).matches());
  }
}
