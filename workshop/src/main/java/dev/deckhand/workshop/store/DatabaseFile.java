package dev.deckhand.workshop.store;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.file.IoFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A database's file, which only one process uses at a time and only its owner can read. SQLite
 * gives the files that it makes beside it the same permissions.
 */
final class DatabaseFile implements AutoCloseable {

  private static final Set<PosixFilePermission> OWNERS_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNERS_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /**
   * The files that this process has, which no other object can know: closing any channel to a
   * locked file ends the lock of the whole process, so a second one must not even be opened.
   */
  private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private DatabaseFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates the file, if there is none, with its folder, and takes it for this process.
   *
   * @throws StoreUnavailable if another process uses it, or it can't be created
   */
  static DatabaseFile take(Path file) throws StoreUnavailable {
    Path absolute = file.toAbsolutePath();
    if (absolute.toString().indexOf('?') >= 0) {
      throw new StoreUnavailable("The path of a SQLite database can't have a question mark in it.");
    }
    try {
      Path folder = Objects.requireNonNull(absolute.getParent(), "a file has a folder");
      createFolders(folder);
      Path path = folder.toRealPath().resolve(absolute.getFileName());
      if (!TAKEN.add(path)) {
        throw inUse(path, Long.toString(ProcessHandle.current().pid()));
      }
      try {
        return new DatabaseFile(path, prepare(path));
      } catch (IOException | RuntimeException failed) {
        TAKEN.remove(path);
        throw failed;
      }
    } catch (StoreUnavailable taken) {
      throw taken;
    } catch (IOException failed) {
      throw new StoreUnavailable(
          "The database can't be created: " + IoFailure.describe(failed) + ".", failed);
    }
  }

  private static FileChannel prepare(Path path) throws IOException {
    FileChannel channel = lock(path);
    try {
      createPrivately(path);
      AtomicFile.syncFolder(path);
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        makePrivate(Path.of(path + suffix));
      }
      return channel;
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  Path path() {
    return path;
  }

  private static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, OWNERS_FOLDER));
    }
  }

  private static void createPrivately(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(file, OWNERS_FILE));
    } catch (FileAlreadyExistsException there) {
      if (!Files.isRegularFile(file)) {
        throw new IOException(file + " isn't a file", there);
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void makePrivate(Path file) throws IOException {
    if (hasPermissions(file)
        && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.getPosixFilePermissions(file).equals(OWNERS_FILE)) {
      Files.setPosixFilePermissions(file, OWNERS_FILE);
    }
  }

  /** The lock is on a file of its own: SQLite's locks on the database would go with ours. */
  private static FileChannel lock(Path database) throws IOException {
    Path file = Path.of(database + ".lock");
    createPrivately(file);
    var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock taken = channel.tryLock();
      if (taken == null) {
        throw inUse(database, owner(channel));
      }
      channel.truncate(0);
      channel.write(
          StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
      return channel;
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  private static StoreUnavailable inUse(Path database, String process) {
    return new StoreUnavailable(
        "Another workshop"
            + (process.isEmpty() ? "" : " (process " + process + ")")
            + " uses the database "
            + database
            + ". Next: stop it, or name another database.");
  }

  /** Which process has it, as far as its file says so. */
  private static String owner(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    return text.matches("[0-9]+") ? text : "";
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // the lock ends with the process at the latest
    }
    TAKEN.remove(path);
  }
}
