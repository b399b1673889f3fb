package dev.deckhand.shell.submission.archive;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Collects what is left out and changed. There is one remark of each kind, and it names only the
 * first few files, so that an archive can't make remarks without end.
 */
final class RemarkList {

  private static final int NAMED = 5;

  private final Map<RemarkKind, Set<String>> names = new EnumMap<>(RemarkKind.class);

  void add(RemarkKind kind, String name) {
    names.computeIfAbsent(kind, _ -> new TreeSet<>()).add(name);
  }

  /** The remarks, in an order that doesn't depend on that of the archive. */
  List<String> sentences() {
    return names.entrySet().stream()
        .map(entry -> entry.getKey().about(list(entry.getValue())))
        .toList();
  }

  private static String list(Set<String> names) {
    String named =
        names.stream().limit(NAMED).map(PrintableName::quoted).collect(Collectors.joining(", "));
    int others = names.size() - NAMED;
    return others <= 0 ? named : named + " and " + others + (others == 1 ? " other" : " others");
  }
}
