package dev.deckhand.shell.loop;

import dev.deckhand.file.FolderTree;
import dev.deckhand.file.IoFailure;
import dev.deckhand.lab.LabFault;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/**
 * The learner's files of a lesson. Before a script or a reset touches them, they are backed up, so
 * that nothing a learner wrote is lost.
 *
 * @param folder the workspace's folder
 * @param backupFolder where copies go, each in a folder named after its time
 */
public record WorkspaceFiles(Path folder, Path backupFolder, Clock clock) {

  /** Moves all files to the backup folder. */
  public void moveToBackup() {
    try {
      if (isEmpty()) {
        return;
      }
      Path place = backupFolder.resolve(timestamp());
      Files.createDirectories(place);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          move(file, place.resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw fault("cleared", e);
    }
  }

  /** Copies all files to the backup folder. */
  public void copyToBackup() {
    try {
      if (!isEmpty()) {
        copy(folder, backupFolder.resolve(timestamp()));
      }
    } catch (IOException e) {
      throw fault("copied", e);
    }
  }

  private boolean isEmpty() throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private String timestamp() {
    return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
        .withZone(ZoneOffset.UTC)
        .format(clock.instant());
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException otherDisk) {
      copy(from, to);
      FolderTree.delete(from);
    }
  }

  /** Links are copied as links, since their targets may be anywhere. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
              Files.copy(
                  file, to.resolve(from.relativize(file).toString()), LinkOption.NOFOLLOW_LINKS);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private LabFault fault(String done, IOException e) {
    return new LabFault(
        LabFault.Kind.NO_SPACE,
        "The workspace's files in "
            + folder
            + " could not be "
            + done
            + ": "
            + IoFailure.describe(e),
        "Look at the folder's free space and permissions, then try again.",
        e);
  }
}
