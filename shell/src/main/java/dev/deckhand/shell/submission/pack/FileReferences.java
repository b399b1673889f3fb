package dev.deckhand.shell.submission.pack;

import dev.deckhand.bash.ShellParser;
import dev.deckhand.bash.ShellToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the files that commands refer to. Only names that look like files count, so that names of
 * objects aren't taken for files: those that end in a usual extension, or are well known.
 */
final class FileReferences {

  private static final Pattern FILE =
      Pattern.compile(
          "(?:\\./)?(?:[\\w.@%+-]+/)*(?:[\\w.@%+-]+\\.(?:ya?ml|json|sh|txt|conf|cfg|ini|env|toml"
              + "|properties|html|tpl|tgz)|Dockerfile|Containerfile|Makefile)");

  private final Set<String> known = new HashSet<>();
  private final Map<String, PackedLesson.MissingFile> missing = new LinkedHashMap<>();

  /**
   * @param present paths of the files that there are
   */
  FileReferences(Collection<String> present) {
    present.forEach(path -> known.add(fileName(path)));
  }

  /** The files that commands need, without those that an earlier command writes. */
  List<PackedLesson.MissingFile> missing() {
    return List.copyOf(missing.values());
  }

  /**
   * Adds a command.
   *
   * @param step that it belongs to; commands come in the order in which they run
   */
  void add(int step, String command) {
    List<String> written = new ArrayList<>();
    List<String> needed = new ArrayList<>();
    String redirection = "";
    boolean tee = false;
    for (ShellToken token : ShellParser.tokens(command)) {
      switch (token.kind()) {
        case REDIRECTION -> redirection = token.value();
        case FILE -> (redirection.contains(">") ? written : needed).add(token.value());
        case COMMAND -> tee = token.value().equals("tee");
        case WORD, FLAG, ASSIGNMENT ->
            (tee ? written : needed).add(token.value().substring(token.value().indexOf('=') + 1));
        case KEYWORD, OPERATOR, COMMENT, HEREDOC, BLANK -> {}
      }
    }
    for (String path : needed) {
      // by the last part of its name, since commands may have changed the folder
      if (FILE.matcher(path).matches() && !known.contains(fileName(path))) {
        missing.putIfAbsent(path, new PackedLesson.MissingFile(step, path, command));
      }
    }
    written.forEach(path -> known.add(fileName(path)));
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
