package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.Things;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What docker's words stand for. docker says its commands and flags itself; this knows names. */
final class DockerLine {

  private static final Set<String> VALUED =
      Set.of(
          ("-p --publish -v --volume --mount -e --env --env-file --name -h --hostname --network --net"
                  + " -l --label --restart -u --user -w --workdir -m --memory --cpus --entrypoint --ip"
                  + " --add-host --dns --volumes-from --link --pid --ipc --cap-add --cap-drop --security-opt"
                  + " --log-driver --log-opt --tmpfs --ulimit --device --platform --pull --stop-signal"
                  + " --health-cmd --health-interval --health-retries --network-alias --cidfile --gpus"
                  + " -t --tag -f --file --format --filter --build-arg --target --since --until -n --tail"
                  + " --time -s --signal --driver -d --subnet --gateway --opt -o --output --last -a --attach"
                  + " -c --change --message --author -H --host --context --memory-swap --shm-size --runtime")
              .split(" ", -1));

  private static final Set<String> GROUPS =
      Set.of("container", "image", "network", "volume", "system", "context", "builder", "compose");

  private static final Set<String> FLAGS_WITHOUT_VALUE_IN_RUN = Set.of("-t", "-d", "-a");

  private static final Set<String> ALL_CONTAINERS =
      Set.of("rm", "start", "logs", "commit", "diff", "rename", "wait", "export", "update");

  private static final Set<String> RUNNING =
      Set.of(
          "exec", "stop", "kill", "restart", "attach", "top", "stats", "port", "pause", "unpause");

  private static final Set<String> IMAGES =
      Set.of("run", "create", "rmi", "tag", "push", "pull", "history", "save", "images");

  private final LabNames names;
  private final FileNames files;

  DockerLine(LabNames names, FileNames files) {
    this.names = names;
    this.files = files;
  }

  /** What the lab has for the cursor's word. */
  List<Suggestion> of(List<String> words, String current) {
    List<String> own = words.subList(1, words.size());
    var valued = new java.util.HashSet<>(VALUED);
    if (own.contains("run") || own.contains("exec") || own.contains("create")) {
      valued.removeAll(FLAGS_WITHOUT_VALUE_IN_RUN);
    }
    if (own.contains("logs") || own.contains("images") || own.contains("ps")) {
      valued.remove("-f");
      valued.remove("-a");
    }
    var line = Arguments.of(own, current, valued);
    if (!line.open().isEmpty()) {
      return line.asTyped(value(line));
    }
    return line.isFlag() || line.positional().isEmpty() ? List.of() : named(line);
  }

  private List<Suggestion> value(Arguments line) {
    return switch (line.open()) {
      case "--network", "--net" -> names.suggest(new Things.Networks());
      case "-v", "--volume" -> volumes(line);
      case "--volumes-from", "--link" -> names.suggest(new Things.Containers(false));
      case "-f", "--file", "--env-file", "-o", "--output" -> files.of(line.current());
      default -> List.of();
    };
  }

  /** {@code -v NAME:FOLDER}, or a folder of this machine. */
  private List<Suggestion> volumes(Arguments line) {
    if (line.current().startsWith("/") || line.current().startsWith(".")) {
      return files.folders(line.current());
    }
    return names.of(new Things.Volumes()).stream()
        .map(name -> new Suggestion(name + ":", "", false))
        .toList();
  }

  private List<Suggestion> named(Arguments line) {
    String first = line.word(0);
    boolean grouped = GROUPS.contains(first);
    String verb = grouped ? line.word(1) : first;
    int given = line.positional().size() - (grouped ? 2 : 1);
    if (verb.isEmpty() || given < 0) {
      return List.of();
    }
    return switch (first) {
      case "image" -> ofImage(verb, line);
      case "network" -> ofNetwork(verb, given);
      case "volume" ->
          verb.equals("rm") || verb.equals("inspect")
              ? names.suggest(new Things.Volumes())
              : List.of();
      case "container" ->
          verb.equals("inspect")
              ? names.suggest(new Things.Containers(false))
              : plain(verb, given, line);
      default -> plain(verb, given, line);
    };
  }

  private List<Suggestion> ofImage(String verb, Arguments line) {
    return switch (verb) {
      case "rm", "inspect", "history", "push", "pull", "save", "tag", "ls" ->
          names.suggest(new Things.Images());
      case "build" -> files.folders(line.current());
      default -> List.of();
    };
  }

  private List<Suggestion> ofNetwork(String verb, int given) {
    return switch (verb) {
      case "rm", "inspect" -> names.suggest(new Things.Networks());
      case "connect", "disconnect" ->
          names.suggest(given == 0 ? new Things.Networks() : new Things.Containers(false));
      default -> List.of();
    };
  }

  private List<Suggestion> plain(String verb, int given, Arguments line) {
    if (verb.equals("exec") || verb.equals("run") || verb.equals("create")) {
      return given > 0
          ? List.of()
          : names.suggest(verb.equals("exec") ? new Things.Containers(true) : new Things.Images());
    }
    if (ALL_CONTAINERS.contains(verb)) {
      return names.suggest(new Things.Containers(false));
    }
    if (RUNNING.contains(verb)) {
      return names.suggest(new Things.Containers(true));
    }
    if (IMAGES.contains(verb)) {
      return names.suggest(new Things.Images());
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
    for (Things things :
        List.of(
            new Things.Containers(false),
            new Things.Images(),
            new Things.Networks(),
            new Things.Volumes())) {
      all.addAll(names.suggest(things));
    }
    return all;
  }

  private List<Suggestion> containersAndFiles(Arguments line) {
    var all = new ArrayList<Suggestion>();
    names
        .of(new Things.Containers(false))
        .forEach(name -> all.add(new Suggestion(name + ":", "", false)));
    all.addAll(files.of(line.current()));
    return all;
  }
}
