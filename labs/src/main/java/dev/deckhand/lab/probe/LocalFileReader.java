package dev.deckhand.lab.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of a workspace that is a folder of this machine. */
record LocalFileReader(Path workspace) implements FileReader {

  @Override
  public FileContent read(String path) {
    Path file = workspace.resolve(path).normalize();
    try {
      if (!Files.exists(file)) {
        return new FileContent.Missing();
      }
      if (!file.toRealPath().startsWith(workspace.toRealPath())) {
        return new FileContent.Outside();
      }
      if (Files.isDirectory(file)) {
        return new FileContent.Folder();
      }
      if (!Files.isRegularFile(file)) {
        return new FileContent.Special();
      }
      try (var bytes = Files.newInputStream(file)) {
        return new FileContent.Text(
            new String(bytes.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      return new FileContent.Unreadable();
    }
  }
}
