package dev.deckhand.shell.submission.pack;

import dev.deckhand.bash.ShellParser;
import dev.deckhand.bash.ShellToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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

  private FileReferences() {}

  /**
   * The files that a list of commands needs, without those that an earlier command of the list
   * writes.
   *
   * @param commands in the order in which they run
   * @param present paths of the files that there are
   */
  static List<String> missing(List<String> commands, Collection<String> present) {
    Set<String> known = new HashSet<>();
    present.forEach(path -> known.add(fileName(path)));
    Set<String> missing = new LinkedHashSet<>();
    for (String command : commands) {
      List<String> written = new ArrayList<>();
      String before = "";
      boolean tee = false;
      for (ShellToken token : ShellParser.tokens(command)) {
        switch (token.kind()) {
          case REDIRECTION -> before = token.value();
          case FILE -> {
            if (before.contains(">")) {
              written.add(token.value());
            } else {
              add(token.value(), known, missing);
            }
          }
          case COMMAND -> tee = token.value().equals("tee");
          case WORD, FLAG, ASSIGNMENT -> {
            String word = token.value().substring(token.value().indexOf('=') + 1);
            if (tee) {
              written.add(word);
            } else {
              add(word, known, missing);
            }
          }
          case KEYWORD, OPERATOR, COMMENT, HEREDOC, BLANK -> {}
        }
      }
      written.forEach(path -> known.add(fileName(path)));
    }
    return List.copyOf(missing);
  }

  /** By the last part of its name, since commands may have changed the folder. */
  private static void add(String word, Set<String> known, Set<String> missing) {
    if (FILE.matcher(word).matches() && !known.contains(fileName(word))) {
      missing.add(word);
    }
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
