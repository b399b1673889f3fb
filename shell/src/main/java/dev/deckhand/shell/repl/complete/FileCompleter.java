package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.WorkspaceLookup;
import dev.deckhand.shell.loop.CompletionContext;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Completes files, relative to the workspace's current folder. */
final class FileCompleter {

  private final CompletionContext completionContext;

  FileCompleter(CompletionContext completionContext) {
    this.completionContext = completionContext;
  }

  /** Files and folders that begin with the word; hidden ones only if it begins with a dot. */
  List<Suggestion> of(String typed) {
    return of(typed, _ -> true);
  }

  /** Only folders. */
  List<Suggestion> folders(String typed) {
    return of(typed, WorkspaceLookup.FileEntry::folder);
  }

  /** Folders and executable files. */
  List<Suggestion> programs(String typed) {
    return of(typed, file -> file.folder() || file.executable());
  }

  /** Folders with a chart, packaged charts, and folders that lead to them. */
  List<Suggestion> charts(String typed) {
    return of(typed, file -> file.folder() || file.name().endsWith(".tgz"));
  }

  private List<Suggestion> of(String typed, Predicate<WorkspaceLookup.FileEntry> wanted) {
    int slash = typed.lastIndexOf('/');
    String before = typed.substring(0, slash + 1);
    String name = typed.substring(slash + 1);
    var found = new ArrayList<Suggestion>();
    for (WorkspaceLookup.FileEntry file : files(before)) {
      String own = file.name();
      if (own.startsWith(name)
          && own.startsWith(".") == name.startsWith(".")
          && wanted.test(file)) {
        found.add(new Suggestion(before + own + (file.folder() ? "/" : ""), "", !file.folder()));
      }
    }
    found.sort(Comparator.comparing(Suggestion::value));
    return found;
  }

  private List<WorkspaceLookup.FileEntry> files(String before) {
    String home = completionContext.environment().get("HOME");
    String path = before.startsWith("~/") && home != null ? home + before.substring(1) : before;
    try {
      return LocalLookup.orElse(completionContext)
          .files(completionContext.folder().resolve(path).toString());
    } catch (InvalidPathException nothingThere) {
      return List.of();
    }
  }
}
