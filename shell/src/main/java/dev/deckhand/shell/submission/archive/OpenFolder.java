package dev.deckhand.shell.submission.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A folder whose files are opened relative to it and never through links. Where the system can do
 * it (Linux), a folder that is replaced by a link meanwhile doesn't lead elsewhere either.
 *
 * @param path of the folder, for systems without such streams
 */
record OpenFolder(DirectoryStream<Path> stream, Path path) implements Closeable {

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  @SuppressWarnings("StreamResourceLeak") // closed with the folder
  static OpenFolder of(Path path) throws IOException {
    return new OpenFolder(Files.newDirectoryStream(path), path);
  }

  /**
   * The names of what is in it, sorted.
   *
   * @param max one more than this are enough
   */
  List<Path> names(int max) throws IOException {
    var names = new ArrayList<Path>();
    try {
      for (Path entry : stream) {
        names.add(entry.getFileName());
        if (names.size() > max) {
          break;
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }

  PosixFileAttributes attributes(Path name) throws IOException {
    return stream instanceof SecureDirectoryStream<Path> secure
        ? secure
            .getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes()
        : Files.readAttributes(
            path.resolve(name), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  SeekableByteChannel file(Path name) throws IOException {
    return stream instanceof SecureDirectoryStream<Path> secure
        ? secure.newByteChannel(name, READ)
        : Files.newByteChannel(path.resolve(name), READ);
  }

  OpenFolder folder(Path name) throws IOException {
    return stream instanceof SecureDirectoryStream<Path> secure
        ? new OpenFolder(
            secure.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS), path.resolve(name))
        : of(path.resolve(name));
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
