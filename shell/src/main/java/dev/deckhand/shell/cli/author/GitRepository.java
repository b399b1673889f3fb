package dev.deckhand.shell.cli.author;

import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks git what has changed. */
final class GitRepository {

  private final Path folder;

  /**
   * @param folder any folder inside the repository
   */
  GitRepository(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the files that differ from a commit, committed or not, and those that git doesn't know
   * yet: paths from the root of the repository.
   *
   * @throws UserError if git, the repository or the commit is missing
   */
  List<String> changedSince(String commit) throws UserError, InterruptedException {
    var root = Path.of(run(folder, "rev-parse", "--show-toplevel").strip());
    // a word that begins with a dash would be an option
    String known = run(root, "rev-parse", "--verify", "--end-of-options", commit + "^{commit}");
    return Stream.of(
            run(root, "diff", "--name-only", "--no-renames", "-z", known.strip(), "--"),
            run(root, "ls-files", "--others", "--exclude-standard", "-z"))
        .flatMap(names -> Stream.of(names.split("\0", -1)))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static String run(Path folder, String... arguments)
      throws UserError, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Path errors = Files.createTempFile("deckhand-git", ".txt");
      try {
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new UserError(
              "git can't say what has changed: " + firstLine(Files.readString(errors)),
              "--since needs a commit that \"git log\" shows, and courses in a git repository.");
        }
        return output;
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException missing) {
      throw new UserError(
          "git can't be run: " + missing.getMessage(), "Install git, or leave out --since.");
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("it gives no reason");
  }
}
