package dev.deckhand.shell.submission.archive;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes files that nobody meant to submit. */
final class LeftoverFiles {

  private static final Set<String> SYSTEM =
      Set.of("__MACOSX", ".DS_Store", ".AppleDouble", "Thumbs.db", "desktop.ini");

  private static final Set<String> VERSION_CONTROL = Set.of(".git", ".svn", ".hg");

  /** Backups, swap files of Vim, autosaves and locks of Emacs. */
  private static final Pattern EDITOR = Pattern.compile(".+~|\\..*\\.sw[a-p]|#.+#|\\.#.+");

  private LeftoverFiles() {}

  /**
   * One that is found in a path.
   *
   * @param path as far as the part that is left out: {@code web/.git}
   */
  record Leftover(RemarkKind kind, String path) {}

  /** The first part of a path that is left out with all below it; empty if there's none. */
  static Optional<Leftover> in(String path) {
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      Optional<RemarkKind> kind = kindOf(path.substring(start, end));
      if (kind.isPresent()) {
        return Optional.of(new Leftover(kind.get(), path.substring(0, end)));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private static Optional<RemarkKind> kindOf(String name) {
    if (SYSTEM.contains(name) || name.startsWith("._")) {
      return Optional.of(RemarkKind.SYSTEM_FILE);
    }
    if (VERSION_CONTROL.contains(name)) {
      return Optional.of(RemarkKind.VERSION_CONTROL);
    }
    return EDITOR.matcher(name).matches() ? Optional.of(RemarkKind.EDITOR_FILE) : Optional.empty();
  }
}
