package dev.deckhand.shell.repl.complete;

import dev.deckhand.shell.loop.CompletionContext;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
  public Optional<String> find(String name) {
    try {
      String path =
          name.indexOf('/') >= 0 ? completionContext.folder().resolve(name).toString() : name;
      return LocalLookup.orElse(completionContext).program(path);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The names that begin with a prefix, sorted. */
  List<String> startingWith(String prefix) {
    var names = new TreeSet<String>();
    BUILTINS.stream().filter(name -> name.startsWith(prefix)).forEach(names::add);
    names.addAll(LocalLookup.orElse(completionContext).programs(prefix));
    return List.copyOf(names);
  }
}
