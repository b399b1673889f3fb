package dev.deckhand.shell.loop;

import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.WorkspaceLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the next command will run, for completion. Thread-safe. */
public interface CompletionContext {

  /** The folder that the next command starts in. */
  Path folder();

  /** The variables that commands begin with; none while there is no workspace yet. */
  Map<String, String> environment();

  /** Looks around where commands run; empty if that is this machine. */
  default Optional<WorkspaceLookup> lookup() {
    return Optional.empty();
  }

  /** The names of things in the lab; empty without a lab. May wait for the network. */
  List<String> names(NameQuery nameQueries);
}
