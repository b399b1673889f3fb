package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Leftovers;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.SessionRooms;
import dev.deckhand.shell.loop.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what Deckhand made, and removes it. */
final class Cleaning implements AutoCloseable {

  private static final String TAKEN = "a shell has taken it over, or nobody may lock it";

  private final Ports ports;
  private final Options options;
  private final Map<Leftovers.Thing, CleanItem> things = new LinkedHashMap<>();
  private final Map<Path, CleanItem> files = new LinkedHashMap<>();
  private final Map<StateFolder, SessionRooms> folders = new LinkedHashMap<>();
  private final Map<String, Room> dead = new LinkedHashMap<>();
  private final List<CleanItem> left = new ArrayList<>();
  private final List<CleanItem> removed = new ArrayList<>();
  private @Nullable Leftovers leftovers;
  private Optional<LabFault> noEngine = Optional.empty();

  /**
   * What is to go besides what sessions left.
   *
   * @param work the learner's own too: progress, notes, files
   * @param images the images that Deckhand built, and the archives that they came from
   * @param learner one learner alone; empty for whoever gave no name and all that did
   */
  record Options(boolean work, boolean images, String learner) {}

  /** The room of a session that was killed. */
  private record Room(SessionRooms rooms, CleanItem item) {}

  Cleaning(Ports ports, Options options) {
    this.ports = ports;
    this.options = options;
  }

  /** Looks for all of it; nothing is removed. */
  void plan(CleanFiles finder) throws IOException {
    Set<String> owners = new HashSet<>();
    Map<String, String> live = new HashMap<>();
    for (Ports one : learners()) {
      StateFolder state = one.state();
      folders.put(state, one.rooms());
      owners.add(state.owner());
      Set<String> running = one.rooms().census().live();
      running.forEach(id -> live.put(id, state.learner()));
      files.putAll(finder.traces(state));
      one.rooms().census().dead().forEach(id -> dead.put(id, room(one.rooms(), id)));
      if (options.work()) {
        planWork(finder, state, running);
      }
    }
    if (live.isEmpty()) {
      files.putAll(finder.temporaries());
    }
    if (options.images()) {
      ports.imageArchives().ifPresent(this::addArchives);
    }
    planThings(owners, live);
  }

  private static Room room(SessionRooms rooms, String id) {
    String folder = rooms.folder().resolve(id).toString();
    return new Room(rooms, new CleanItem("folder", folder, "a session that was killed"));
  }

  private List<Ports> learners() throws IOException {
    var all = new ArrayList<>(List.of(ports));
    if (options.learner().isEmpty()) {
      for (String name : ports.state().learners()) {
        all.add(ports.forLearner(name));
      }
    }
    return all;
  }

  private void planWork(CleanFiles finder, StateFolder state, Set<String> running) {
    Map<Path, CleanItem> work = finder.work(state);
    String reason =
        !running.isEmpty()
            ? "a shell runs with it; leave that with \"quit\" first"
            : state.isOurs() ? "" : "the folder was there before Deckhand; remove it by hand";
    if (reason.isEmpty()) {
      files.putAll(work);
      files.putAll(finder.mark(state));
    } else {
      work.values().forEach(item -> left.add(item.staying(reason)));
    }
  }

  private void addArchives(Path folder) {
    files.put(folder, new CleanItem("folder", folder.toString(), "archives of images"));
  }

  private void planThings(Set<String> owners, Map<String, String> live) {
    try {
      Leftovers found = ports.leftovers();
      leftovers = found;
      for (Leftovers.Thing thing : found.all(options.images())) {
        CleanItem item = item(thing);
        boolean ours = thing.owner().isEmpty() || owners.contains(thing.owner());
        if (!ours) {
          left.add(item.staying("it belongs to another state folder or learner"));
        } else if (live.containsKey(thing.session())) {
          left.add(item.staying("its session runs; leave that with \"quit\" first"));
        } else {
          things.put(thing, item);
        }
      }
    } catch (LabFault fault) {
      noEngine = Optional.of(fault);
    }
  }

  private static CleanItem item(Leftovers.Thing thing) {
    String why =
        thing.kind() == Leftovers.Kind.IMAGE
            ? "built by Deckhand"
            : thing.session().isEmpty() ? "a trial of doctor" : "session " + thing.session();
    return new CleanItem(thing.kind().name().toLowerCase(Locale.ROOT), thing.name(), why);
  }

  /** What would be removed, containers first. */
  List<CleanItem> planned() {
    var all = new ArrayList<>(things.values());
    dead.values().forEach(room -> all.add(room.item()));
    all.addAll(files.values());
    return all;
  }

  /** Removes what was found; each thing by itself: one that stays does not keep the others. */
  void carryOut() {
    Map<String, SessionRooms.Held> held = new HashMap<>();
    dead.forEach((id, room) -> claim(id, room).ifPresent(one -> held.put(id, one)));
    things.forEach((thing, item) -> {
      // somebody may have taken the session over while the question was on the screen
      boolean taken = dead.containsKey(thing.session()) && !held.containsKey(thing.session());
      if (taken) {
        left.add(item.staying(TAKEN));
      } else {
        settle(item, leftovers == null ? Optional.of("no engine") : leftovers.remove(thing));
      }
    });
    dead.forEach((id, room) -> settle(room.item(), removeRoom(held.get(id))));
    files.forEach((path, item) -> settle(item, removeTree(path)));
    List.copyOf(folders.keySet()).reversed().forEach(this::removeIfEmpty);
  }

  private void settle(CleanItem item, Optional<String> reason) {
    reason.ifPresentOrElse(why -> left.add(item.staying(why)), () -> removed.add(item));
  }

  private static Optional<SessionRooms.Held> claim(String id, Room room) {
    try {
      return room.rooms().claim(id);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> removeRoom(SessionRooms.@Nullable Held held) {
    if (held == null) {
      return Optional.of(TAKEN);
    }
    try (held) {
      return Optional.empty();
    } catch (IOException stays) {
      return Optional.of("it cannot be removed: " + stays.getMessage());
    }
  }

  private static Optional<String> removeTree(Path path) {
    try {
      WorkspaceFiles.delete(path);
      return Optional.empty();
    } catch (IOException stays) {
      return Optional.of("it cannot be removed: " + stays.getMessage());
    }
  }

  /** The learners' folders come before the one that they are in. */
  private void removeIfEmpty(StateFolder state) {
    SessionRooms rooms = Objects.requireNonNull(folders.get(state));
    List<Path> all =
        options.work() && !Files.exists(state.mark())
            ? List.of(rooms.folder(), state.log(), state.root().resolve("learners"), state.root())
            : List.of(rooms.folder(), state.log());
    for (Path folder : all) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException inUse) {
        // something else is in it
      }
    }
  }

  List<CleanItem> removed() {
    return removed;
  }

  List<CleanItem> left() {
    return left;
  }

  /** Why nothing on the engine could be looked for; empty where it could. */
  Optional<LabFault> noEngine() {
    return noEngine;
  }

  @Override
  public void close() {
    if (leftovers != null) {
      leftovers.close();
    }
  }
}
