package dev.deckhand.shell.grade.attack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes the files of a submission as a folder or an archive, with those of {@code attacks/tools}
 * that it uses.
 */
public final class CaseFiles {

  private static final Path TOOLS = Path.of("src", "test", "resources", "attacks", "tools");

  private final SubmissionCase submission;
  private final String earningCommand;
  private final UnaryOperator<String> fillIn;

  /**
   * @param earningCommand solves a part of the first step; it's in the file {@code win.sh}, if the
   *     submission uses that
   * @param fillIn replaces parts of texts
   */
  public CaseFiles(SubmissionCase submission, String earningCommand, UnaryOperator<String> fillIn) {
    this.submission = submission;
    this.earningCommand = earningCommand;
    this.fillIn = fillIn;
  }

  /** Writes it into a folder and returns where it is. */
  public Path write(Path folder) throws IOException {
    Path file = folder.resolve(submission.name() + ending());
    switch (submission.form()) {
      case "folder" -> writeFolder(Files.createDirectory(file));
      case "tar" -> writeTar(file);
      case "zip" -> writeZip(file);
      case "raw" -> Files.writeString(file, text(submission.entries().getFirst()));
      default ->
          throw new IllegalArgumentException(submission + ": no such form: " + submission.form());
    }
    return file;
  }

  private String ending() {
    return switch (submission.form()) {
      case "folder" -> "";
      case "tar" -> ".tar";
      default -> ".zip";
    };
  }

  private List<SubmissionCase.Entry> entries() throws IOException {
    var all = new ArrayList<>(submission.entries());
    if (mentions("win.sh")) {
      all.add(new SubmissionCase.Entry("win.sh", "file", earningCommand + "\n", 1));
    }
    try (Stream<Path> tools = Files.list(TOOLS)) {
      for (Path tool : tools.sorted().toList()) {
        String name = tool.getFileName().toString();
        if (mentions(name)) {
          all.add(new SubmissionCase.Entry(name, "file", Files.readString(tool), 1));
        }
      }
    }
    return all;
  }

  /** What it doesn't use isn't in it: a file more could change what it is. */
  private boolean mentions(String file) {
    return submission.entries().stream().anyMatch(entry -> entry.text().contains(file));
  }

  private String text(SubmissionCase.Entry entry) {
    return fillIn.apply(entry.text()).repeat(entry.times());
  }

  private byte[] bytes(SubmissionCase.Entry entry) {
    return text(entry).getBytes(StandardCharsets.UTF_8);
  }

  private void writeFolder(Path folder) throws IOException {
    for (SubmissionCase.Entry entry : entries()) {
      Path file = folder.resolve(entry.path());
      Files.createDirectories(file.getParent());
      switch (entry.type()) {
        case "file" -> Files.write(file, bytes(entry));
        case "symlink" -> Files.createSymbolicLink(file, Path.of(text(entry)));
        case "hardlink" -> Files.createLink(file, Path.of(text(entry)));
        default ->
            throw new IllegalArgumentException(submission + ": no such type: " + entry.type());
      }
    }
  }

  private void writeTar(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        var tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (SubmissionCase.Entry entry : entries()) {
        byte type =
            switch (entry.type()) {
              case "symlink" -> TarConstants.LF_SYMLINK;
              case "hardlink" -> TarConstants.LF_LINK;
              case "fifo" -> TarConstants.LF_FIFO;
              default -> TarConstants.LF_NORMAL;
            };
        var header = new TarArchiveEntry(entry.path(), type, true);
        byte[] content = type == TarConstants.LF_NORMAL ? bytes(entry) : new byte[0];
        if (type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK) {
          header.setLinkName(text(entry));
        }
        header.setSize(content.length);
        tar.putArchiveEntry(header);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
  }

  private void writeZip(Path file) throws IOException {
    try (var zip = new ZipArchiveOutputStream(file)) {
      for (SubmissionCase.Entry entry : entries()) {
        var header = new ZipArchiveEntry(entry.path());
        header.setUnixMode(entry.type().equals("symlink") ? 0120777 : 0100644);
        zip.putArchiveEntry(header);
        zip.write(bytes(entry));
        zip.closeArchiveEntry();
      }
    }
  }
}
