package dev.deckhand.lab.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The values of {@code --set-string}, each in a file of its own for as long as they are needed:
 * Helm's library reads what a file holds as a text, whatever it looks like, and knows no other way.
 */
record SetStringFiles(Map<String, Path> files) implements AutoCloseable {

  static SetStringFiles of(HelmArguments line) {
    var values = new SetStringFiles(new LinkedHashMap<>());
    try {
      for (Map.Entry<String, String> value : line.assignments("set-string").entrySet()) {
        if (value.getValue().startsWith("{")) {
          throw HelmCommandException.unsupported("A list after --set-string");
        }
        Path file = Files.createTempFile("deckhand-value", ".txt");
        values.files.put(value.getKey(), file);
        Files.writeString(file, value.getValue().replace("\\,", ","));
      }
      return values;
    } catch (IOException full) {
      values.close();
      throw new HelmCommandException(
          "The values of --set-string cannot be kept: " + full.getMessage());
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
        // a temporary file; the system clears those
      }
    }
  }
}
