package dev.deckhand.lab.helm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.file.FolderTree;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The chart of a stored release, unpacked into a temporary folder. */
record UnpackedChart(Path folder, Path values) implements AutoCloseable {

  static UnpackedChart of(StoredRelease stored) {
    try {
      Path root = Files.createTempDirectory(TemporaryFileName.prefix("chart"));
      Path folder = Files.createDirectory(root.resolve("chart"));
      JsonNode chart = stored.chart();
      Files.writeString(folder.resolve("Chart.yaml"), yaml(chart.path("metadata")));
      Files.writeString(folder.resolve("values.yaml"), yaml(chart.path("values")));
      for (String part : List.of("templates", "files")) {
        for (JsonNode file : chart.path(part)) {
          write(folder, file);
        }
      }
      Path values = root.resolve("values.yaml");
      Files.writeString(values, yaml(stored.values()));
      return new UnpackedChart(folder, values);
    } catch (IOException full) {
      throw new HelmCommandException(
          "the chart of revision "
              + stored.revision()
              + " can't be unpacked: "
              + full.getMessage());
    }
  }

  private static void write(Path folder, JsonNode file) throws IOException {
    Path target = folder.resolve(file.path("name").asText()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException(
          "a file of the chart is outside of its folder: " + file.path("name").asText());
    }
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    byte[] data =
        Base64.getDecoder().decode(file.path("data").asText().getBytes(StandardCharsets.US_ASCII));
    Files.write(target, data);
  }

  static String yaml(JsonNode data) {
    return data.isMissingNode() || data.isNull() ? "{}\n" : Serialization.asYaml(data);
  }

  @Override
  public void close() {
    Path root = values.getParent();
    if (root == null) {
      return;
    }
    try {
      FolderTree.delete(root);
    } catch (IOException left) {
      // the system clears its folder for temporary files
    }
  }
}
