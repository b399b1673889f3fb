package dev.deckhand.shell.loop;

import dev.deckhand.lab.SessionRoom;
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
public final class SessionRooms {

  /** A socket's path has at most 107 bytes; what lives below a room's root needs about 25. */
  private static final int LONGEST_ROOT = 80;

  private static final int LOOKS = 5;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(4);

  private static final String LOCK = ".lock";
  private static final Pattern ID = Pattern.compile("[a-z0-9]{8}");

  private final Path run;
  private final RandomGenerator random;
  private final Set<String> own = ConcurrentHashMap.newKeySet();

  /**
   * @param run where rooms are
   * @param shortRun where they are instead if {@code run} is too long for a socket's path
   */
  public SessionRooms(Path run, Path shortRun, RandomGenerator random) {
    this.run = run.toString().length() + 9 > LONGEST_ROOT ? shortRun : run;
    this.random = random;
  }

  /** Makes a room for a new session, with its folders, and locks it. */
  public Held open(Path workspace) throws IOException {
    ownFolder(run);
    String id = id();
    own.add(id);
    // the lock comes before the folder: a folder whose lock is free is a dead session's
    FileChannel channel =
        FileChannel.open(lock(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.lock();
    if (!Files.exists(lock(id))) {
      // another process took it for a dead one's in the moment before it was locked
      own.remove(id);
      channel.close();
      return open(workspace);
    }
    Path root = run.resolve(id);
    ownFolder(root);
    var room = new SessionRoom(id, root, hold(workspace, id));
    for (Path folder :
        List.of(
            room.bin(),
            room.kubeconfig().resolveSibling(""),
            room.dockerConfig(),
            room.helm(),
            room.engine(),
            room.log())) {
      ownFolder(folder);
    }
    return new Held(room, this, channel, lock, null);
  }

  /**
   * Takes over the room of a dead session: the newest that fits, if there is one that nobody else
   * takes first.
   */
  public Optional<Held> inherit(Predicate<Bookmark> fits) throws IOException {
    record Found(String id, Bookmark mark) {}
    var found = new ArrayList<Found>();
    for (String id : census().dead()) {
      BookmarkFile.in(run.resolve(id))
          .read()
          .filter(fits)
          .ifPresent(mark -> found.add(new Found(id, mark)));
    }
    found.sort(Comparator.comparing((Found one) -> one.mark().began()).reversed());
    for (Found one : found) {
      String id = one.id();
      Optional<Held> held = claim(id);
      // read again: whoever had it meanwhile may have gone on
      Optional<Bookmark> mark = BookmarkFile.in(run.resolve(id)).read().filter(fits);
      if (held.isPresent() && mark.isPresent() && hasItself(id, mark.get().workspace())) {
        return Optional.of(held.get().with(mark.get()));
      }
      if (held.isPresent()) {
        held.get().letGo();
      }
    }
    return Optional.empty();
  }

  /** Locks the room of a dead session; empty if it lives, or somebody else was faster. */
  public Optional<Held> claim(String id) throws IOException {
    if (!own.add(id)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      if (Files.isDirectory(run.resolve(id)) && !Files.exists(lock(id))) {
        // somebody removed the lock by hand, or half of the room
        Files.createFile(lock(id));
      }
      channel = FileChannel.open(lock(id), StandardOpenOption.WRITE);
      FileLock lock = patiently(channel);
      // whoever removes a room removes the lock's file while it is locked
      if (lock != null && Files.exists(lock(id))) {
        Path root = run.resolve(id);
        return Optional.of(new Held(new SessionRoom(id, root, root), this, channel, lock, null));
      }
    } catch (NoSuchFileException
        | FileAlreadyExistsException
        | OverlappingFileLockException taken) {
      // it is gone, or somebody else's in this process
    }
    if (channel != null) {
      channel.close();
    }
    own.remove(id);
    return Optional.empty();
  }

  /** Somebody who only asks whether it is held holds it for a moment. */
  private static @Nullable FileLock patiently(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    for (int i = 0; lock == null && i < LOOKS; i++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      lock = channel.tryLock();
    }
    return lock;
  }

  /** Whether a dead session's files are as they were left: there, and nobody else's now. */
  private boolean hasItself(String id, Path workspace) throws IOException {
    Path mark = mark(workspace);
    String holder = Files.exists(mark) ? Files.readString(mark).strip() : "";
    boolean itsOwn = workspace.getFileName().toString().endsWith("." + id);
    return Files.isDirectory(workspace) && (itsOwn || holder.equals(id));
  }

  /** The ids of the sessions that live, and of those that died and left their folder. */
  public Census census() throws IOException {
    var live = new HashSet<String>();
    var dead = new HashSet<String>();
    for (String id : known()) {
      (isHeld(id) ? live : dead).add(id);
    }
    return new Census(live, dead);
  }

  /** All that have a room or a lock. */
  private Set<String> known() throws IOException {
    if (!Files.isDirectory(run)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(run)) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> name.endsWith(LOCK) ? name.substring(0, name.length() - 5) : name)
          .filter(name -> ID.matcher(name).matches())
          .collect(Collectors.toSet());
    }
  }

  /** Whether there is a room or a lock of that session, dead or alive. */
  public boolean isKnown(String id) {
    return Files.exists(run.resolve(id)) || Files.exists(lock(id));
  }

  /** Where the rooms are. */
  public Path folder() {
    return run;
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
      WorkspaceFiles.delete(run.resolve(id));
      Files.deleteIfExists(lock(id));
    }
  }

  /**
   * Two shells may be in the same lesson: the second gets a folder of its own, so that neither
   * writes over the other's files.
   */
  private Path hold(Path workspace, String id) throws IOException {
    Files.createDirectories(workspace);
    Path mark = mark(workspace);
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

  private static Path mark(Path workspace) {
    return workspace.resolveSibling("." + workspace.getFileName() + ".session");
  }

  private Path lock(String id) {
    return run.resolve(id + LOCK);
  }

  private boolean isHeld(String id) throws IOException {
    // our own locks are known: opening and closing the file would give the system's lock away
    if (own.contains(id)) {
      return true;
    }
    if (!Files.exists(lock(id))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock(id), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException otherThread) {
      return true;
    }
  }

  private void giveBack(Held held) throws IOException {
    if (!held.channel().isOpen()) {
      return;
    }
    WorkspaceFiles.delete(held.room().root());
    // before the lock is free: nobody else may take it for a dead session's
    Files.deleteIfExists(lock(held.room().id()));
    letGo(held);
  }

  private void letGo(Held held) throws IOException {
    held.channel().close();
    own.remove(held.room().id());
  }

  private String id() {
    var id = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      id.append("abcdefghijkmnpqrstuvwxyz23456789".charAt(random.nextInt(32)));
    }
    return id.toString();
  }

  /** A folder for its owner alone: an engine's socket in it is root on the machine. */
  private static void ownFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** Which sessions live and which are dead. */
  public record Census(Set<String> live, Set<String> dead) {
    public Census {
      live = Set.copyOf(live);
      dead = Set.copyOf(dead);
    }
  }

  /**
   * A room with the lock on it.
   *
   * @param left where the dead session stood that had it before; null for a new room
   */
  public record Held(
      SessionRoom room,
      SessionRooms rooms,
      FileChannel channel,
      FileLock lock,
      @Nullable Bookmark left)
      implements AutoCloseable {

    private Held with(Bookmark mark) {
      var own = new SessionRoom(room.id(), room.root(), mark.workspace());
      return new Held(own, rooms, channel, lock, mark);
    }

    /** Where the dead session stood; only of a room that was inherited. */
    public Bookmark mark() {
      return Objects.requireNonNull(left);
    }

    /** Gives the lock back and leaves all else as it is. */
    public void letGo() throws IOException {
      rooms.letGo(this);
    }

    /** Removes the room's folder and gives the lock back. */
    @Override
    public void close() throws IOException {
      rooms.giveBack(this);
    }
  }
}
