package dev.deckhand.lab.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Release;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The format in which a command prints its result. */
final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json or yaml")
  Format format = Format.TABLE;

  enum Format {
    TABLE,
    JSON,
    YAML;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Prints data, or what stands for {@code table}. */
  String print(JsonNode data, Supplier<String> table) {
    return switch (format) {
      case TABLE -> table.get();
      case JSON -> data.toString() + "\n";
      case YAML -> Serialization.asYaml(data);
    };
  }

  String print(Release release) {
    return print(ReleaseJson.of(release), () -> release.getOutput().strip() + "\n");
  }
}
