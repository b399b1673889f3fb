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
 * The folders of sessions. A running session holds a lock on its folder, which the operating system
 * releases when the process ends in any way; that tells running sessions from killed ones.
 */
public final class SessionFolders {

  /** A socket's path has at most 107 bytes; paths inside a session's folder need about 25. */
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
   * @param run where sessions' folders are
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
    // lock first: a folder whose lock is free counts as a killed session's
    FileChannel channel =
        FileChannel.open(lockFile(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.lock();
    if (!Files.exists(lockFile(id))) {
      // another process removed it as a killed session's, just before it was locked
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
   * Takes over the folder of a killed session: the newest that fits and that no other process takes
   * first.
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
      // read again: another process may have used it meanwhile
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

  /** Locks the folder of a killed session; empty if it runs, or another process was faster. */
  public Optional<LockedFolder> claim(String id) throws IOException {
    if (!ownIds.add(id)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      if (Files.isDirectory(runFolder.resolve(id)) && !Files.exists(lockFile(id))) {
        // the lock was removed by hand
        Files.createFile(lockFile(id));
      }
      channel = FileChannel.open(lockFile(id), StandardOpenOption.WRITE);
      FileLock lock = tryLockRepeatedly(channel);
      // a folder is removed together with its lock's file, while that is locked
      if (lock != null && Files.exists(lockFile(id))) {
        Path root = runFolder.resolve(id);
        return Optional.of(
            new LockedFolder(new SessionFolder(id, root, root), this, channel, lock, null));
      }
    } catch (NoSuchFileException
        | FileAlreadyExistsException
        | OverlappingFileLockException taken) {
      // it is gone, or locked elsewhere in this process
    }
    if (channel != null) {
      channel.close();
    }
    ownIds.remove(id);
    return Optional.empty();
  }

  /** Retries, since a process that only asks whether the lock is held holds it for a moment. */
  private static @Nullable FileLock tryLockRepeatedly(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    for (int i = 0; lock == null && i < LOCK_ATTEMPTS; i++) {
      LockSupport.parkNanos(LOCK_RETRY_DELAY.toNanos());
      lock = channel.tryLock();
    }
    return lock;
  }

  /** Whether a killed session's workspace still exists and no other session uses it. */
  private boolean hasOwnWorkspace(String id, Path workspace) throws IOException {
    Path mark = markerFile(workspace);
    String holder = Files.exists(mark) ? Files.readString(mark).strip() : "";
    boolean itsOwn = workspace.getFileName().toString().endsWith("." + id);
    return Files.isDirectory(workspace) && (itsOwn || holder.equals(id));
  }

  /** The ids of running sessions, and of killed ones that left a folder or a lock. */
  public SessionStates sessionStates() throws IOException {
    var live = new HashSet<String>();
    var dead = new HashSet<String>();
    for (String id : knownIds()) {
      (isHeld(id) ? live : dead).add(id);
    }
    return new SessionStates(live, dead);
  }

  /** The ids of all sessions that have a folder or a lock. */
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

  /** Whether a session, running or killed, has a folder or a lock. */
  public boolean isKnown(String id) {
    return Files.exists(runFolder.resolve(id)) || Files.exists(lockFile(id));
  }

  /** Where the sessions' folders are. */
  public Path root() {
    return runFolder;
  }

  /**
   * Two sessions may be in the same lesson. The second gets a workspace of its own, so that neither
   * overwrites the other's files.
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
    // opening and closing the file of a lock of our own would release the lock
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
    // while it is locked, so that no other process takes it for a killed session's
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

  /** Only the owner may enter: whoever reaches the engine's socket has root access. */
  private static void createPrivateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** The ids of running and of killed sessions. */
  public record SessionStates(Set<String> live, Set<String> dead) {
    public SessionStates {
      live = Set.copyOf(live);
      dead = Set.copyOf(dead);
    }
  }

  /**
   * A session's folder and the lock on it.
   *
   * @param bookmark of the killed session that had it before; null for a new folder
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

    /** The killed session's bookmark; only for a folder that was taken over. */
    public Bookmark requireBookmark() {
      return Objects.requireNonNull(bookmark);
    }

    /** Releases the lock and leaves the folder. */
    public void unlock() throws IOException {
      owner.unlock(this);
    }

    /** Removes the folder and releases the lock. */
    @Override
    public void close() throws IOException {
      owner.deleteAndUnlock(this);
    }
  }
}
