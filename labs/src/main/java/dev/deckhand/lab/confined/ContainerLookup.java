package dev.deckhand.lab.confined;

import dev.deckhand.lab.WorkspaceLookup;
import dev.deckhand.lab.api.ApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks around in a learner's container. The programs that answer run as the learner's user, so
 * nothing depends on what they say but completion.
 */
final class ContainerLookup implements WorkspaceLookup {

  private static final int SECONDS = 3;
  private static final int MAX_OUTPUT = 256 * 1024;

  /** Names end with NUL, since they may contain anything else. */
  private static final String LIST =
      "cd -- \"$1\" 2>/dev/null || exit 0; shopt -s dotglob nullglob; count=0; for file in *; do"
          + " kind=-; if [ -d \"$file\" ]; then kind=d; elif [ -x \"$file\" ]; then kind=x; fi;"
          + " printf '%s%s\\0' \"$kind\" \"$file\"; count=$((count + 1)); [ $count -lt "
          + MAX_FILES
          + " ] || break; done";

  private final Supplier<ConfinedContainer> container;

  ContainerLookup(Supplier<ConfinedContainer> container) {
    this.container = container;
  }

  @Override
  public List<FileEntry> files(String path) {
    var found = new ArrayList<FileEntry>();
    for (String entry : ask(LIST, path).split("\0", -1)) {
      if (entry.length() > 1) {
        char kind = entry.charAt(0);
        found.add(new FileEntry(entry.substring(1), kind == 'd', kind != '-'));
      }
    }
    return found;
  }

  @Override
  public Optional<String> program(String name) {
    String path = ask("type -P -- \"$1\"", name).strip();
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  @Override
  public List<String> programs(String prefix) {
    return ask("compgen -A command -- \"$1\"", prefix).lines().distinct().toList();
  }

  @Override
  public String output(List<String> command, String folder) throws IOException {
    var whole =
        new ArrayList<>(
            List.of(
                "/bin/bash",
                "-c",
                "cd -- \"$1\" 2>/dev/null; shift; exec timeout " + SECONDS + " \"$@\" </dev/null",
                "bash",
                folder));
    whole.addAll(command);
    return run(whole);
  }

  private String ask(String script, String argument) {
    try {
      return run(
          List.of(
              "/usr/bin/timeout",
              Integer.toString(SECONDS),
              "/bin/bash",
              "--noprofile",
              "--norc",
              "-c",
              script,
              "bash",
              argument));
    } catch (IOException unanswered) {
      return "";
    }
  }

  private String run(List<String> command) throws IOException {
    try {
      String output = container.get().run(command).output();
      return output.substring(0, Math.min(output.length(), MAX_OUTPUT));
    } catch (ApiException gone) {
      throw new IOException("the workspace's container doesn't answer", gone);
    }
  }
}
