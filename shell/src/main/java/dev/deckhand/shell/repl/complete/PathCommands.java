package dev.deckhand.shell.repl.complete;

import dev.deckhand.shell.loop.CompletionContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The commands that bash would find: its builtins, and those on the workspace's PATH. */
public final class PathCommands {

  /** Bash's builtins. Source: the reference manual of bash 5.2, "Shell Builtin Commands". */
  static final Set<String> BUILTINS =
      Set.of(
          (": . [ alias bg bind break builtin caller cd command compgen complete compopt continue"
                  + " declare dirs disown echo enable eval exec exit export false fc fg getopts hash"
                  + " help history jobs kill let local logout mapfile popd printf pushd pwd read"
                  + " readarray readonly return set shift shopt source suspend test times trap true"
                  + " type typeset ulimit umask unalias unset wait")
              .split(" ", -1));

  private final CompletionContext completionContext;

  public PathCommands(CompletionContext completionContext) {
    this.completionContext = completionContext;
  }

  /** Whether nothing is known yet, since there is no workspace. */
  public boolean unknown() {
    return completionContext.environment().isEmpty();
  }

  /** Whether bash would find a command of that name. */
  public boolean has(String name) {
    return BUILTINS.contains(name) || find(name).isPresent();
  }

  /** The file that bash would run for a name. */
  public Optional<Path> find(String name) {
    try {
      if (name.indexOf('/') >= 0) {
        Path file = completionContext.folder().resolve(name);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
      }
      return folders()
          .map(folder -> folder.resolve(name))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The names that begin with a prefix, sorted. */
  List<String> startingWith(String prefix) {
    var names = new TreeSet<String>();
    BUILTINS.stream().filter(name -> name.startsWith(prefix)).forEach(names::add);
    for (Path folder : folders().toList()) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          String name = String.valueOf(file.getFileName());
          if (name.startsWith(prefix) && Files.isExecutable(file)) {
            names.add(name);
          }
        }
      } catch (IOException unreadable) {
        // bash can't find anything there either
      }
    }
    return List.copyOf(names);
  }

  private Stream<Path> folders() {
    return Stream.of(
            completionContext.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .distinct()
        .map(Path::of);
  }
}
