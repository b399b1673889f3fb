package dev.deckhand.shell.cli.machine;

import dev.deckhand.file.FolderTree;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.LeftoverResources;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.SessionFolders;
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

/** Finds and removes what Deckhand created. */
final class Cleanup implements AutoCloseable {

  private static final String LOCKED_REASON = "a shell has taken it over, or it can't be locked";

  private final CommandContext context;
  private final Options options;
  private final Map<LeftoverResources.Resource, CleanupItem> engineResources =
      new LinkedHashMap<>();
  private final Map<Path, CleanupItem> files = new LinkedHashMap<>();
  private final Map<StateFolder, SessionFolders> folders = new LinkedHashMap<>();
  private final Map<String, StaleSession> staleSessions = new LinkedHashMap<>();
  private final List<CleanupItem> remaining = new ArrayList<>();
  private final List<CleanupItem> removed = new ArrayList<>();
  private @Nullable LeftoverResources leftovers;
  private Optional<LabFault> engineFault = Optional.empty();

  /**
   * What to remove besides the remains of sessions.
   *
   * @param work also the learner's progress, notes and files
   * @param images also the images that Deckhand built, and their archives
   * @param learner only this learner; empty for all learners
   */
  record Options(boolean work, boolean images, String learner) {}

  /** The folder of a session that was killed. */
  private record StaleSession(SessionFolders folders, CleanupItem item) {}

  Cleanup(CommandContext context, Options options) {
    this.context = context;
    this.options = options;
  }

  /** Finds everything; removes nothing. */
  void plan(CleanupFiles finder) throws IOException {
    Set<String> owners = new HashSet<>();
    Map<String, String> live = new HashMap<>();
    for (CommandContext one : learners()) {
      StateFolder state = one.state();
      folders.put(state, one.sessionFolders());
      owners.add(state.ownerLabel());
      Set<String> running = one.sessionFolders().sessionStates().live();
      running.forEach(id -> live.put(id, state.learner()));
      files.putAll(finder.logFiles(state));
      one.sessionFolders()
          .sessionStates()
          .dead()
          .forEach(id -> staleSessions.put(id, staleSession(one.sessionFolders(), id)));
      if (options.work()) {
        planLearnerFiles(finder, state, running);
      }
    }
    files.putAll(finder.temporaryFiles());
    if (options.images()) {
      context.imageArchives().ifPresent(this::addArchives);
    }
    planEngineResources(owners, live);
  }

  private static StaleSession staleSession(SessionFolders sessionFolders, String id) {
    String folder = sessionFolders.root().resolve(id).toString();
    return new StaleSession(
        sessionFolders, new CleanupItem("folder", folder, "a session that was killed"));
  }

  private List<CommandContext> learners() throws IOException {
    var all = new ArrayList<>(List.of(context));
    if (options.learner().isEmpty()) {
      for (String name : context.state().learners()) {
        all.add(context.forLearner(name));
      }
    }
    return all;
  }

  private void planLearnerFiles(CleanupFiles finder, StateFolder state, Set<String> running) {
    Map<Path, CleanupItem> work = finder.learnerFiles(state);
    String reason =
        !running.isEmpty()
            ? "a shell is using it; end that with \"quit\" first"
            : state.hasMarker() ? "" : "the folder existed before Deckhand; remove it by hand";
    if (reason.isEmpty()) {
      files.putAll(work);
      files.putAll(finder.ownerMarker(state));
    } else {
      work.values().forEach(item -> remaining.add(item.keptBecause(reason)));
    }
  }

  private void addArchives(Path folder) {
    files.put(folder, new CleanupItem("folder", folder.toString(), "archives of images"));
  }

  private void planEngineResources(Set<String> owners, Map<String, String> live) {
    try {
      LeftoverResources found = context.leftovers();
      leftovers = found;
      for (LeftoverResources.Resource resource : found.list(options.images())) {
        CleanupItem item = item(resource);
        boolean ours = resource.owner().isEmpty() || owners.contains(resource.owner());
        if (!ours) {
          remaining.add(item.keptBecause("it belongs to another state folder or learner"));
        } else if (live.containsKey(resource.session())) {
          remaining.add(item.keptBecause("its session is running; end that with \"quit\" first"));
        } else {
          engineResources.put(resource, item);
        }
      }
    } catch (LabFault fault) {
      engineFault = Optional.of(fault);
    }
  }

  private static CleanupItem item(LeftoverResources.Resource resource) {
    String why =
        resource.kind() == LeftoverResources.Kind.IMAGE
            ? "built by Deckhand"
            : resource.session().isEmpty() ? "a test of doctor" : "session " + resource.session();
    return new CleanupItem(resource.kind().name().toLowerCase(Locale.ROOT), resource.name(), why);
  }

  /** What would be removed, containers first. */
  List<CleanupItem> planned() {
    var all = new ArrayList<>(engineResources.values());
    staleSessions.values().forEach(staleSession -> all.add(staleSession.item()));
    all.addAll(files.values());
    return all;
  }

  /** Removes what was found; if one thing can't be removed, the others still are. */
  void execute() {
    Map<String, SessionFolders.LockedFolder> lockedFolder = new HashMap<>();
    staleSessions.forEach(
        (id, staleSession) -> claim(id, staleSession).ifPresent(one -> lockedFolder.put(id, one)));
    engineResources.forEach((resource, item) -> {
      // the session may have been taken over while the user was asked
      boolean taken =
          staleSessions.containsKey(resource.session())
              && !lockedFolder.containsKey(resource.session());
      if (taken) {
        remaining.add(item.keptBecause(LOCKED_REASON));
      } else {
        recordResult(
            item, leftovers == null ? Optional.of("no engine") : leftovers.remove(resource));
      }
    });
    staleSessions.forEach((id, staleSession) ->
        recordResult(staleSession.item(), removeFolder(lockedFolder.get(id))));
    files.forEach((path, item) -> recordResult(item, removeTree(path)));
    List.copyOf(folders.keySet()).reversed().forEach(this::removeIfEmpty);
  }

  private void recordResult(CleanupItem item, Optional<String> reason) {
    reason.ifPresentOrElse(why -> remaining.add(item.keptBecause(why)), () -> removed.add(item));
  }

  private static Optional<SessionFolders.LockedFolder> claim(String id, StaleSession staleSession) {
    try {
      return staleSession.folders().claim(id);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> removeFolder(SessionFolders.@Nullable LockedFolder lockedFolder) {
    if (lockedFolder == null) {
      return Optional.of(LOCKED_REASON);
    }
    try (lockedFolder) {
      return Optional.empty();
    } catch (IOException stays) {
      return Optional.of("it can't be removed: " + stays.getMessage());
    }
  }

  private static Optional<String> removeTree(Path path) {
    try {
      FolderTree.delete(path);
      return Optional.empty();
    } catch (IOException stays) {
      return Optional.of("it can't be removed: " + stays.getMessage());
    }
  }

  /** Orders the learners' folders before their parent. */
  private void removeIfEmpty(StateFolder state) {
    SessionFolders sessionFolders = Objects.requireNonNull(folders.get(state));
    List<Path> all =
        options.work() && !Files.exists(state.markerFile())
            ? List.of(
                sessionFolders.root(), state.log(), state.root().resolve("learners"), state.root())
            : List.of(sessionFolders.root(), state.log());
    for (Path folder : all) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException inUse) {
        // it isn't empty
      }
    }
  }

  List<CleanupItem> removed() {
    return removed;
  }

  List<CleanupItem> remaining() {
    return remaining;
  }

  /** Returns why the engine couldn't be searched; empty if it was. */
  Optional<LabFault> engineFault() {
    return engineFault;
  }

  @Override
  public void close() {
    if (leftovers != null) {
      leftovers.close();
    }
  }
}
