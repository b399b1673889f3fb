package dev.deckhand.shell.submission.archive;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a submission.
 *
 * @param files by their paths: relative, with slashes, in Unicode NFC; in the order of the paths'
 *     bytes in UTF-8
 * @param remarks one sentence each on what was left out or changed
 */
public record CollectedFiles(SortedMap<String, SubmittedFile> files, List<String> remarks) {

  public CollectedFiles {
    SortedMap<String, SubmittedFile> sorted = new TreeMap<>(pathOrder());
    sorted.putAll(files);
    for (String path : sorted.keySet()) {
      if (!EntryName.isCanonical(path)) {
        throw new IllegalArgumentException(
            "no path of a submission: " + PrintableName.quoted(path));
      }
    }
    files = Collections.unmodifiableSortedMap(sorted);
    remarks = List.copyOf(remarks);
  }

  /** The order of paths: by their bytes in UTF-8. */
  public static Comparator<String> pathOrder() {
    return FileCollector.PATH_ORDER;
  }
}
