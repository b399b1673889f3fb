package dev.deckhand.shell.submission.archive;

import dev.deckhand.file.IoFailure;
import dev.deckhand.shell.submission.archive.FileCollector.EntryType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/**
 * Reads a folder. Links are never followed, pipes and devices never opened, and a file that changes
 * meanwhile is noticed: its size, its time or the file itself is another one afterwards.
 */
final class FolderSource {

  private final SubmissionLimits limits;
  private final FileCollector collector;
  private final FileListener listener;

  /** Told of each file before it's opened. */
  @FunctionalInterface
  interface FileListener {
    void opening(String path) throws IOException;
  }

  FolderSource(SubmissionLimits limits, FileCollector collector, FileListener listener) {
    this.limits = limits;
    this.collector = collector;
    this.listener = listener;
  }

  /**
   * Reads everything in a folder.
   *
   * @throws UnreadableSubmission if a file can't be read, changes, or exceeds a limit
   */
  void read(Path root) throws UnreadableSubmission {
    try (var folder = OpenFolder.of(root)) {
      read(folder, "");
    } catch (UnreadableSubmission known) {
      throw known;
    } catch (IOException failure) {
      throw unreadable(root.toString(), failure);
    }
  }

  private void read(OpenFolder folder, String prefix) throws IOException {
    for (Path name : folder.names(limits.entries())) {
      String path = prefix + name;
      try {
        read(folder, name, path);
      } catch (UnreadableSubmission known) {
        throw known;
      } catch (NoSuchFileException gone) {
        throw changed(path);
      } catch (IOException failure) {
        throw unreadable(path, failure);
      }
    }
  }

  private void read(OpenFolder folder, Path name, String path) throws IOException {
    PosixFileAttributes before = folder.attributes(name);
    EntryType type = type(before);
    Optional<String> announced = collector.announce(path, type);
    if (type == EntryType.FOLDER && !FileCollector.isLeftOut(path)) {
      try (OpenFolder inner = folder.folder(name)) {
        read(inner, path + "/");
      }
    }
    if (announced.isEmpty()) {
      return;
    }
    listener.opening(path);
    byte[] content;
    try (SeekableByteChannel channel = folder.file(name);
        InputStream in = Channels.newInputStream(channel)) {
      content = collector.read(announced.get(), in);
    }
    if (content.length != before.size() || !isSame(before, folder.attributes(name))) {
      throw changed(path);
    }
    collector.add(
        announced.get(), content, before.permissions().contains(PosixFilePermission.OWNER_EXECUTE));
  }

  private static EntryType type(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return EntryType.LINK;
    }
    if (attributes.isDirectory()) {
      return EntryType.FOLDER;
    }
    return attributes.isRegularFile() ? EntryType.FILE : EntryType.SPECIAL;
  }

  private static boolean isSame(PosixFileAttributes one, PosixFileAttributes other) {
    return one.size() == other.size()
        && one.lastModifiedTime().equals(other.lastModifiedTime())
        && String.valueOf(one.fileKey()).equals(String.valueOf(other.fileKey()));
  }

  private static UnreadableSubmission changed(String path) {
    return UnreadableSubmission.failed(
        "The file " + PrintableName.quoted(path) + " changed while the submission was read.",
        "Try again when nothing writes to the folder.");
  }

  private static UnreadableSubmission unreadable(String path, IOException failure) {
    return UnreadableSubmission.failed(
        PrintableName.quoted(path) + " can't be read (" + IoFailure.reason(failure) + ").",
        "Check its permissions and the disk, then try again.");
  }
}
