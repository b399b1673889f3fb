package dev.deckhand.shell.loop;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.WorkspaceFactory;
import dev.deckhand.lab.WorkspaceLookup;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.step.CommandRunner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session's lab and workspace, opened and closed together. For one thread at a time, except for
 * {@link #interrupt}, {@link #close} and the queries of {@link CompletionContext}.
 */
public final class OpenLab implements AutoCloseable, CompletionContext {

  private final LabFactory labs;
  private final WorkspaceFactory workspaces;
  private final SessionFolder sessionFolder;
  private final WorkspaceFiles workspaceFiles;
  private final FaultLog log;
  private volatile @Nullable Lab lab;
  private volatile @Nullable Workspace workspace;
  private @Nullable BookmarkKeeper bookmarkKeeper;
  private boolean opened;
  private boolean remote;

  public OpenLab(
      LabFactory labs,
      WorkspaceFactory workspaces,
      SessionFolder sessionFolder,
      WorkspaceFiles files,
      FaultLog log) {
    this.labs = labs;
    this.workspaces = workspaces;
    this.sessionFolder = sessionFolder;
    this.workspaceFiles = files;
    this.log = log;
  }

  /** Keeps bookmarks, and takes over what a killed session left. */
  public OpenLab withBookmarks(BookmarkKeeper marks) {
    bookmarkKeeper = marks;
    return this;
  }

  /** Never looks at this machine's files: the workspaces are elsewhere. */
  public OpenLab withRemoteWorkspaces() {
    remote = true;
    return this;
  }

  /**
   * Starts the lab that a lesson needs, or takes over that of a killed session, and opens a
   * workspace; closes what was open before.
   */
  public Lab open(LabNeeds needs, BootProgress progress) throws InterruptedException {
    closeParts();
    Optional<Lab> found = mayAdopt() ? labs.adopt(needs, sessionFolder) : Optional.empty();
    if (bookmarkKeeper != null && found.isEmpty()) {
      bookmarkKeeper.labRequested();
    }
    Lab started = found.isPresent() ? found.get() : labs.open(needs, sessionFolder, progress);
    lab = started;
    if (bookmarkKeeper != null && found.isPresent()) {
      bookmarkKeeper.labAdopted();
    } else if (bookmarkKeeper != null) {
      bookmarkKeeper.labStarted();
    }
    workspace = workspace(started);
    return started;
  }

  /**
   * Opens a workspace and Java where the lab isn't there, unless they are open. The person's own
   * engine and clusters are out of their reach, as they are in a lab.
   */
  void openWithoutLab() throws InterruptedException {
    if (lab != null) {
      return;
    }
    Lab none = labs.open(LabNeeds.NONE, sessionFolder, BootProgress.SILENT);
    lab = none;
    var environment = new HashMap<>(none.environment());
    environment.put("DOCKER_HOST", "unix://" + sessionFolder.root().resolve("no-engine.sock"));
    environment.put("DOCKER_CONTEXT", "");
    environment.put("KUBECONFIG", sessionFolder.root().resolve("no-cluster.yaml").toString());
    workspace = workspaces.open(sessionFolder, environment);
  }

  /** A lab is taken over once: after that it belongs to this session. */
  private boolean mayAdopt() {
    boolean first = !opened;
    opened = true;
    return first && bookmarkKeeper != null && bookmarkKeeper.inherited();
  }

  /** The bookmarks of this session; empty if none are kept. */
  Optional<BookmarkKeeper> bookmarks() {
    return Optional.ofNullable(bookmarkKeeper);
  }

  /** The open workspace. */
  public Workspace workspace() {
    Workspace open = workspace;
    if (open == null) {
      throw new LabFault(
          LabFault.Kind.LOST, "The workspace is closed.", "Type \"reset\" to open a new one.");
    }
    return open;
  }

  /** Runs commands in the open workspace and the lab's Java. */
  public CommandRunner commandRunner() {
    return new CommandRunner(workspace(), java());
  }

  /** The lab's Java; empty while no lab is open. Thread-safe. */
  public Optional<JavaShell> java() {
    Lab open = lab;
    return open == null ? Optional.empty() : open.java();
  }

  /** Resets the lab and the workspace; the learner's files are moved to the backup folder. */
  public void clear() throws InterruptedException {
    Lab open = lab;
    if (open == null) {
      return;
    }
    commandRunner().close();
    workspaceFiles.moveToBackup();
    open.clear();
    workspace = workspace(open);
  }

  private Workspace workspace(Lab open) {
    return workspaces.open(sessionFolder, open.environment());
  }

  /** Copies the learner's files to the backup folder, before a script may overwrite them. */
  public void backUpFiles() {
    workspaceFiles.copyToBackup();
  }

  @Override
  public Path folder() {
    Workspace open = workspace;
    return open == null ? sessionFolder.workspace() : open.folder();
  }

  @Override
  public Optional<WorkspaceLookup> lookup() {
    Workspace open = workspace;
    Optional<WorkspaceLookup> found = open == null ? Optional.empty() : open.lookup();
    return found.isEmpty() && remote ? Optional.of(WorkspaceLookup.NONE) : found;
  }

  @Override
  public Map<String, String> environment() {
    Workspace open = workspace;
    return open == null ? Map.of() : open.environment();
  }

  @Override
  public List<String> names(NameQuery nameQueries) {
    Lab open = lab;
    return open == null ? List.of() : open.names(nameQueries);
  }

  /** Ctrl-C for what runs in the workspace. */
  public void interrupt() {
    Workspace open = workspace;
    if (open != null) {
      new CommandRunner(open, java()).interrupt();
    }
  }

  /** Logs a fault of Deckhand itself. */
  public void log(Throwable bug) {
    log.write(bug);
  }

  public Path logFile() {
    return log.file();
  }

  private void closeParts() {
    Workspace oldWorkspace = workspace;
    Lab oldLab = lab;
    Optional<JavaShell> oldJava = java();
    workspace = null;
    lab = null;
    if (oldWorkspace != null) {
      new CommandRunner(oldWorkspace, oldJava).close();
    }
    if (oldLab != null) {
      oldLab.close();
    }
  }

  @Override
  public void close() {
    closeParts();
  }
}
