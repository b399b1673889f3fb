package dev.deckhand.lab.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The values of {@code --set-string}, each in a temporary file: a file's text is all that Helm's
 * library takes as a string without guessing its type.
 */
record SetStringFiles(Map<String, Path> files) implements AutoCloseable {

  static SetStringFiles of(Map<String, String> assignments) {
    var values = new SetStringFiles(new LinkedHashMap<>());
    try {
      for (Map.Entry<String, String> value : assignments.entrySet()) {
        if (value.getValue().startsWith("{")) {
          throw new HelmCommandException(
              HelmCommandException.unsupportedMessage("A list after --set-string"));
        }
        Path file = Files.createTempFile(TemporaryFileName.prefix("value"), ".txt");
        values.files.put(value.getKey(), file);
        Files.writeString(file, value.getValue().replace("\\,", ","));
      }
      return values;
    } catch (IOException full) {
      values.close();
      throw new HelmCommandException(
          "the values of --set-string can't be stored: " + full.getMessage());
    } catch (HelmCommandException list) {
      values.close();
      throw list;
    }
  }

  void forEach(BiConsumer<String, Path> setFile) {
    files.forEach(setFile);
  }

  @Override
  public void close() {
    for (Path file : files.values()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        // the system clears temporary files
      }
    }
  }
}
