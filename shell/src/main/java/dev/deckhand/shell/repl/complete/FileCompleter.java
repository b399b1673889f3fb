package dev.deckhand.shell.repl.complete;

import dev.deckhand.shell.loop.CompletionContext;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Completes files, relative to the workspace's current folder. */
final class FileCompleter {

  private static final int MAX_ENTRIES = 1000;

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
    return of(typed, Files::isDirectory);
  }

  /** Folders and executable files. */
  List<Suggestion> programs(String typed) {
    return of(typed, file -> Files.isDirectory(file) || Files.isExecutable(file));
  }

  /** Folders with a chart, packaged charts, and folders that lead to them. */
  List<Suggestion> charts(String typed) {
    return of(typed, file -> Files.isDirectory(file) || file.toString().endsWith(".tgz"));
  }

  private List<Suggestion> of(String typed, Predicate<Path> wanted) {
    int slash = typed.lastIndexOf('/');
    String before = typed.substring(0, slash + 1);
    String name = typed.substring(slash + 1);
    var found = new ArrayList<Suggestion>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(before))) {
      for (Path file : files) {
        String own = String.valueOf(file.getFileName());
        if (own.startsWith(name)
            && own.startsWith(".") == name.startsWith(".")
            && wanted.test(file)) {
          boolean folder = Files.isDirectory(file);
          found.add(new Suggestion(before + own + (folder ? "/" : ""), "", !folder));
        }
        if (found.size() >= MAX_ENTRIES) {
          break;
        }
      }
    } catch (IOException | InvalidPathException nothingThere) {
      return List.of();
    }
    found.sort(Comparator.comparing(Suggestion::value));
    return found;
  }

  private Path folder(String before) {
    String home = completionContext.environment().get("HOME");
    String path = before.startsWith("~/") && home != null ? home + before.substring(1) : before;
    return completionContext.folder().resolve(path);
  }
}
