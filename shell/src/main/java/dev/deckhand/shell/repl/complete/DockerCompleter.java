package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.NameQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Completes names in docker's arguments. */
final class DockerCompleter implements ArgumentCompleter {

  private static final Set<String> GROUPS =
      Set.of("container", "image", "network", "volume", "system", "context", "builder", "compose");

  private static final Set<String> ALL_CONTAINERS =
      Set.of("rm", "start", "logs", "commit", "diff", "rename", "wait", "export", "update");

  private static final Set<String> RUNNING =
      Set.of(
          "exec", "stop", "kill", "restart", "attach", "top", "stats", "port", "pause", "unpause");

  private static final Set<String> IMAGES =
      Set.of("run", "create", "rmi", "tag", "push", "pull", "history", "save", "images");

  private final LabNameCompleter names;
  private final FileCompleter files;

  DockerCompleter(LabNameCompleter names, FileCompleter files) {
    this.names = names;
    this.files = files;
  }

  @Override
  public String tool() {
    return "docker";
  }

  @Override
  public List<Suggestion> value(ToolArguments line) {
    return switch (line.openFlag()) {
      case "--network", "--net" -> names.suggest(new NameQuery.Networks());
      case "-v", "--volume" -> volumes(line);
      case "--volumes-from", "--link" -> names.suggest(new NameQuery.Containers(false));
      case "-f", "--file", "--env-file", "-o", "--output" -> files.of(line.current());
      default -> List.of();
    };
  }

  /** Volumes, for {@code -v NAME:FOLDER}, or folders of this machine. */
  private List<Suggestion> volumes(ToolArguments line) {
    if (line.current().startsWith("/") || line.current().startsWith(".")) {
      return files.folders(line.current());
    }
    return names.of(new NameQuery.Volumes()).stream()
        .map(name -> new Suggestion(name + ":", "", false))
        .toList();
  }

  @Override
  public List<Suggestion> named(ToolArguments line) {
    String first = line.positionalAt(0);
    boolean grouped = GROUPS.contains(first);
    String verb = grouped ? line.positionalAt(1) : first;
    int given = line.positional().size() - (grouped ? 2 : 1);
    if (verb.isEmpty() || given < 0) {
      return List.of();
    }
    return switch (first) {
      case "image" -> ofImage(verb, line);
      case "network" -> ofNetwork(verb, given);
      case "volume" ->
          verb.equals("rm") || verb.equals("inspect")
              ? names.suggest(new NameQuery.Volumes())
              : List.of();
      case "container" ->
          verb.equals("inspect")
              ? names.suggest(new NameQuery.Containers(false))
              : ofContainerVerb(verb, given, line);
      default -> ofContainerVerb(verb, given, line);
    };
  }

  private List<Suggestion> ofImage(String verb, ToolArguments line) {
    return switch (verb) {
      case "rm", "inspect", "history", "push", "pull", "save", "tag", "ls" ->
          names.suggest(new NameQuery.Images());
      case "build" -> files.folders(line.current());
      default -> List.of();
    };
  }

  private List<Suggestion> ofNetwork(String verb, int given) {
    return switch (verb) {
      case "rm", "inspect" -> names.suggest(new NameQuery.Networks());
      case "connect", "disconnect" ->
          names.suggest(given == 0 ? new NameQuery.Networks() : new NameQuery.Containers(false));
      default -> List.of();
    };
  }

  private List<Suggestion> ofContainerVerb(String verb, int given, ToolArguments line) {
    if (verb.equals("exec") || verb.equals("run") || verb.equals("create")) {
      return given > 0
          ? List.of()
          : names.suggest(
              verb.equals("exec") ? new NameQuery.Containers(true) : new NameQuery.Images());
    }
    if (ALL_CONTAINERS.contains(verb)) {
      return names.suggest(new NameQuery.Containers(false));
    }
    if (RUNNING.contains(verb)) {
      return names.suggest(new NameQuery.Containers(true));
    }
    if (IMAGES.contains(verb)) {
      return names.suggest(new NameQuery.Images());
    }
    return switch (verb) {
      case "inspect" -> everything();
      case "cp" -> containersAndFiles(line);
      case "build", "load", "import" -> files.of(line.current());
      default -> List.of();
    };
  }

  private List<Suggestion> everything() {
    var all = new ArrayList<Suggestion>();
    for (NameQuery nameQueries :
        List.of(
            new NameQuery.Containers(false),
            new NameQuery.Images(),
            new NameQuery.Networks(),
            new NameQuery.Volumes())) {
      all.addAll(names.suggest(nameQueries));
    }
    return all;
  }

  private List<Suggestion> containersAndFiles(ToolArguments line) {
    var all = new ArrayList<Suggestion>();
    names
        .of(new NameQuery.Containers(false))
        .forEach(name -> all.add(new Suggestion(name + ":", "", false)));
    all.addAll(files.of(line.current()));
    return all;
  }
}
