package dev.deckhand.shell.cli.grade;

import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.grade.run.SubmissionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds submissions in the file system. */
final class SubmissionSources {

  private SubmissionSources() {}

  /** The submission at a path. */
  static SubmissionSource one(@Nullable Path path) throws UserError {
    try {
      return SubmissionSource.of(Path.of(String.valueOf(path)));
    } catch (IOException none) {
      throw new UserError(
          "There is no submission " + path + ".", "Name a folder, or a zip, tar or tar.gz.");
    }
  }

  /** The submissions in a folder, by their names. Hidden files are none. */
  static List<SubmissionSource> in(Path folder) throws IOException, UserError {
    if (!Files.isDirectory(folder)) {
      throw new UserError(folder + " isn't a folder.", "Name the folder of the submissions.");
    }
    var byName = new TreeMap<String, SubmissionSource>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> !isHidden(file)).sorted().toList()) {
        SubmissionSource source = SubmissionSource.of(file);
        SubmissionSource twin = byName.put(source.name(), source);
        if (twin != null) {
          throw new UserError(
              "Two submissions have the same name: "
                  + twin.path().getFileName()
                  + " and "
                  + file.getFileName()
                  + ".",
              "Rename or remove one of them.");
        }
      }
    }
    if (byName.isEmpty()) {
      throw new UserError(
          "There is no submission in " + folder + ".", "Put the folders and archives there.");
    }
    return List.copyOf(byName.values());
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }
}
