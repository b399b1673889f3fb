package dev.deckhand.lab.confined;

import dev.deckhand.lab.WorkspaceContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs files for a workspace as a tar archive. */
final class WorkspaceArchive {

  private static final int FOLDER_MODE = 0755;
  private static final int FILE_MODE = 0644;
  private static final int PROGRAM_MODE = 0755;

  private WorkspaceArchive() {}

  /**
   * Packs files, and the folders that they are in.
   *
   * @param user the owner of all of them
   */
  static byte[] of(Collection<WorkspaceContent> files, int user) {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      for (String folder : foldersOf(files)) {
        put(tar, entry(folder + "/", FOLDER_MODE, user), new byte[0]);
      }
      for (WorkspaceContent file : files) {
        int mode = file.executable() ? PROGRAM_MODE : FILE_MODE;
        put(tar, entry(file.path(), mode, user), file.bytes());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static SortedSet<String> foldersOf(Collection<WorkspaceContent> files) {
    var folders = new TreeSet<String>();
    for (WorkspaceContent file : files) {
      for (int slash = file.path().indexOf('/');
          slash >= 0;
          slash = file.path().indexOf('/', slash + 1)) {
        folders.add(file.path().substring(0, slash));
      }
    }
    return folders;
  }

  private static TarArchiveEntry entry(String name, int mode, int user) {
    var entry = new TarArchiveEntry(name);
    entry.setMode(mode);
    entry.setIds(user, user);
    return entry;
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content)
      throws IOException {
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
