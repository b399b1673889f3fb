package dev.deckhand.shell.loop;

import dev.deckhand.lab.SessionRoom;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The folders of sessions. A live session holds a lock on its own; the system gives the lock back
 * when the process dies, however it dies, and so tells the living from the dead.
 */
public final class SessionRooms {

  /** A socket's path has at most 107 bytes; what lives below a room's root needs about 25. */
  private static final int LONGEST_ROOT = 80;

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
    // the lock comes before the folder: a folder whose lock is free is a dead session's
    FileChannel channel =
        FileChannel.open(lock(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.lock();
    own.add(id);
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
    return new Held(room, this, channel, lock);
  }

  /** The ids of the sessions that live, and of those that died and left their folder. */
  public Census census() throws IOException {
    var live = new HashSet<String>();
    var dead = new HashSet<String>();
    if (Files.isDirectory(run)) {
      try (Stream<Path> rooms = Files.list(run)) {
        for (Path root : rooms.filter(Files::isDirectory).toList()) {
          String id = root.getFileName().toString();
          (isHeld(id) ? live : dead).add(id);
        }
      }
    }
    return new Census(live, dead);
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
    Path mark = workspace.resolveSibling("." + workspace.getFileName() + ".session");
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

  private Path lock(String id) {
    return run.resolve(id + ".lock");
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
    WorkspaceFiles.delete(held.room().root());
    held.lock().release();
    held.channel().close();
    Files.deleteIfExists(lock(held.room().id()));
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

  /** A room with the lock on it. */
  public record Held(SessionRoom room, SessionRooms rooms, FileChannel channel, FileLock lock)
      implements AutoCloseable {

    /** Removes the room's folder and gives the lock back. */
    @Override
    public void close() throws IOException {
      rooms.giveBack(this);
    }
  }
}
