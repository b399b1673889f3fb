package dev.deckhand.shell.loop;

import dev.deckhand.file.FolderTree;
import dev.deckhand.lab.SessionFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of sessions. A live session holds a lock on its own; the system gives the lock back
 * when the process dies, however it dies, and so tells the living from the dead.
 */
public final class SessionFolders {

  /** A socket's path has at most 107 bytes; what lives below a room's root needs about 25. */
  private static final int MAX_ROOT_LENGTH = 80;

  private static final int LOCK_ATTEMPTS = 5;
  private static final Duration LOCK_RETRY_DELAY = Duration.ofMillis(4);

  private static final String LOCK_SUFFIX = ".lock";
  private static final Pattern ID = Pattern.compile("[a-z0-9]{8}");

  /** A path that scripts, URIs and class paths can hold without quotes. */
  private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/._+-]*");

  private final Path runFolder;
  private final RandomGenerator random;
  private final Set<String> ownIds = ConcurrentHashMap.newKeySet();

  /**
   * @param run where rooms are
   * @param shortRun where they are instead if {@code run} is too long for a socket's path, or has
   *     characters in it, such as spaces and colons, with which DOCKER_HOST and PATH don't work
   */
  public SessionFolders(Path run, Path shortRun, RandomGenerator random) {
    boolean fits = run.toString().length() + 9 <= MAX_ROOT_LENGTH;
    this.runFolder = fits && PLAIN_PATH.matcher(run.toString()).matches() ? run : shortRun;
    this.random = random;
  }

  /** Creates and locks the folder of a session whose workspace is inside, and goes with it. */
  public LockedFolder openTemporary() throws IOException {
    return open(id -> runFolder.resolve(id).resolve("work"));
  }

  /** Creates a new session's folder, with its subfolders, and locks it. */
  public LockedFolder open(Path workspace) throws IOException {
    return open(_ -> workspace);
  }

  private LockedFolder open(Function<String, Path> workspace) throws IOException {
    createPrivateFolder(runFolder);
    String id = newId();
    ownIds.add(id);
    // the lock comes before the folder: a folder whose lock is free is a dead session's
    FileChannel channel =
        FileChannel.open(lockFile(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.lock();
    if (!Files.exists(lockFile(id))) {
      // another process took it for a dead one's in the moment before it was locked
      ownIds.remove(id);
      channel.close();
      return open(workspace);
    }
    Path root = runFolder.resolve(id);
    createPrivateFolder(root);
    var sessionFolder = new SessionFolder(id, root, claimWorkspace(workspace.apply(id), id));
    for (Path folder :
        List.of(
            sessionFolder.bin(),
            sessionFolder.kubeconfig().resolveSibling(""),
            sessionFolder.dockerConfig(),
            sessionFolder.helm(),
            sessionFolder.engine(),
            sessionFolder.log())) {
      createPrivateFolder(folder);
    }
    return new LockedFolder(sessionFolder, this, channel, lock, null);
  }

  /**
   * Takes over the room of a dead session: the newest that fits, if there is one that nobody else
   * takes first.
   */
  public Optional<LockedFolder> adopt(Predicate<Bookmark> fits) throws IOException {
    record Found(String id, Bookmark mark) {}
    var found = new ArrayList<Found>();
    for (String id : sessionStates().dead()) {
      BookmarkFile.in(runFolder.resolve(id))
          .read()
          .filter(fits)
          .ifPresent(mark -> found.add(new Found(id, mark)));
    }
    found.sort(Comparator.comparing((Found one) -> one.mark().startedAt()).reversed());
    for (Found one : found) {
      String id = one.id();
      Optional<LockedFolder> lockedFolder = claim(id);
      // read again: whoever had it meanwhile may have gone on
      Optional<Bookmark> mark = BookmarkFile.in(runFolder.resolve(id)).read().filter(fits);
      if (lockedFolder.isPresent()
          && mark.isPresent()
          && hasOwnWorkspace(id, mark.get().workspace())) {
        return Optional.of(lockedFolder.get().withBookmark(mark.get()));
      }
      if (lockedFolder.isPresent()) {
        lockedFolder.get().unlock();
      }
    }
    return Optional.empty();
  }

  /** Locks the room of a dead session; empty if it lives, or somebody else was faster. */
  public Optional<LockedFolder> claim(String id) throws IOException {
    if (!ownIds.add(id)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      if (Files.isDirectory(runFolder.resolve(id)) && !Files.exists(lockFile(id))) {
        // somebody removed the lock by hand, or half of the room
        Files.createFile(lockFile(id));
      }
      channel = FileChannel.open(lockFile(id), StandardOpenOption.WRITE);
      FileLock lock = tryLockRepeatedly(channel);
      // whoever removes a room removes the lock's file while it is locked
      if (lock != null && Files.exists(lockFile(id))) {
        Path root = runFolder.resolve(id);
        return Optional.of(
            new LockedFolder(new SessionFolder(id, root, root), this, channel, lock, null));
      }
    } catch (NoSuchFileException
        | FileAlreadyExistsException
        | OverlappingFileLockException taken) {
      // it is gone, or somebody else's in this process
    }
    if (channel != null) {
      channel.close();
    }
    ownIds.remove(id);
    return Optional.empty();
  }

  /** Somebody who only asks whether it is held holds it for a moment. */
  private static @Nullable FileLock tryLockRepeatedly(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    for (int i = 0; lock == null && i < LOCK_ATTEMPTS; i++) {
      LockSupport.parkNanos(LOCK_RETRY_DELAY.toNanos());
      lock = channel.tryLock();
    }
    return lock;
  }

  /** Whether a dead session's files are as they were left: there, and nobody else's now. */
  private boolean hasOwnWorkspace(String id, Path workspace) throws IOException {
    Path mark = markerFile(workspace);
    String holder = Files.exists(mark) ? Files.readString(mark).strip() : "";
    boolean itsOwn = workspace.getFileName().toString().endsWith("." + id);
    return Files.isDirectory(workspace) && (itsOwn || holder.equals(id));
  }

  /** The ids of the sessions that live, and of those that died and left their folder. */
  public SessionStates sessionStates() throws IOException {
    var live = new HashSet<String>();
    var dead = new HashSet<String>();
    for (String id : knownIds()) {
      (isHeld(id) ? live : dead).add(id);
    }
    return new SessionStates(live, dead);
  }

  /** All that have a room or a lock. */
  private Set<String> knownIds() throws IOException {
    if (!Files.isDirectory(runFolder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(runFolder)) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> name.endsWith(LOCK_SUFFIX) ? name.substring(0, name.length() - 5) : name)
          .filter(name -> ID.matcher(name).matches())
          .collect(Collectors.toSet());
    }
  }

  /** Whether there is a room or a lock of that session, dead or alive. */
  public boolean isKnown(String id) {
    return Files.exists(runFolder.resolve(id)) || Files.exists(lockFile(id));
  }

  /** Where the rooms are. */
  public Path root() {
    return runFolder;
  }

  /** Whether a session lives; one whose lock cannot be read is taken to. */
  public boolean isLive(String id) {
    try {
      return isHeld(id);
    } catch (IOException unreadable) {
      return true;
    }
  }

  /** Removes a dead session's folder. */
  public void remove(String id) throws IOException {
    if (!isHeld(id)) {
      FolderTree.delete(runFolder.resolve(id));
      Files.deleteIfExists(lockFile(id));
    }
  }

  /**
   * Two shells may be in the same lesson: the second gets a folder of its own, so that neither
   * writes over the other's files.
   */
  private Path claimWorkspace(Path workspace, String id) throws IOException {
    Files.createDirectories(workspace);
    Path mark = markerFile(workspace);
    if (Files.exists(mark)) {
      String holder = Files.readString(mark).strip();
      if (!holder.isEmpty() && isHeld(holder)) {
        Path own = workspace.resolveSibling(workspace.getFileName() + "." + id);
        Files.createDirectories(own);
        return own;
      }
    }
    Files.writeString(mark, id, StandardCharsets.UTF_8);
    return workspace;
  }

  private static Path markerFile(Path workspace) {
    return workspace.resolveSibling("." + workspace.getFileName() + ".session");
  }

  private Path lockFile(String id) {
    return runFolder.resolve(id + LOCK_SUFFIX);
  }

  private boolean isHeld(String id) throws IOException {
    // our own locks are known: opening and closing the file would give the system's lock away
    if (ownIds.contains(id)) {
      return true;
    }
    if (!Files.exists(lockFile(id))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lockFile(id), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException otherThread) {
      return true;
    }
  }

  private void deleteAndUnlock(LockedFolder lockedFolder) throws IOException {
    if (!lockedFolder.channel().isOpen()) {
      return;
    }
    FolderTree.delete(lockedFolder.folder().root());
    // before the lock is free: nobody else may take it for a dead session's
    Files.deleteIfExists(lockFile(lockedFolder.folder().id()));
    unlock(lockedFolder);
  }

  private void unlock(LockedFolder lockedFolder) throws IOException {
    lockedFolder.channel().close();
    ownIds.remove(lockedFolder.folder().id());
  }

  private String newId() {
    var id = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      id.append("abcdefghijkmnpqrstuvwxyz23456789".charAt(random.nextInt(32)));
    }
    return id.toString();
  }

  /** A folder for its owner alone: an engine's socket in it is root on the machine. */
  private static void createPrivateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** Which sessions live and which are dead. */
  public record SessionStates(Set<String> live, Set<String> dead) {
    public SessionStates {
      live = Set.copyOf(live);
      dead = Set.copyOf(dead);
    }
  }

  /**
   * A room with the lock on it.
   *
   * @param bookmark where the dead session stood that had it before; null for a new room
   */
  public record LockedFolder(
      SessionFolder folder,
      SessionFolders owner,
      FileChannel channel,
      FileLock lock,
      @Nullable Bookmark bookmark)
      implements AutoCloseable {

    private LockedFolder withBookmark(Bookmark mark) {
      var own = new SessionFolder(folder.id(), folder.root(), mark.workspace());
      return new LockedFolder(own, owner, channel, lock, mark);
    }

    /** Where the dead session stood; only of a room that was inherited. */
    public Bookmark requireBookmark() {
      return Objects.requireNonNull(bookmark);
    }

    /** Gives the lock back and leaves all else as it is. */
    public void unlock() throws IOException {
      owner.unlock(this);
    }

    /** Removes the room's folder and gives the lock back. */
    @Override
    public void close() throws IOException {
      owner.deleteAndUnlock(this);
    }
  }
}
