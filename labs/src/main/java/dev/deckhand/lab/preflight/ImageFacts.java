package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.ImageSubstitutes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which images are on the machine's engine, and what they contain. */
public record ImageFacts(List<LocalImage> images) {

  public ImageFacts {
    images = List.copyOf(images);
  }

  public static ImageFacts of(EngineApi api, List<RequiredImage> required) {
    return new ImageFacts(required.stream().map(image -> find(api, image)).toList());
  }

  private static LocalImage find(EngineApi api, RequiredImage image) {
    Optional<JsonNode> own = api.find("/images/" + image.name() + "/json");
    if (own.isPresent()) {
      return new LocalImage(image, image.name(), contents(own.get()));
    }
    if (!image.substitute().isEmpty()) {
      Optional<JsonNode> substitute = api.find("/images/" + image.substitute() + "/json");
      if (substitute.isPresent()) {
        return new LocalImage(image, image.substitute(), contents(substitute.get()));
      }
    }
    return new LocalImage(image, "", "");
  }

  private static String contents(JsonNode image) {
    return image.path("Config").path("Labels").path("dev.deckhand.contents").asText();
  }

  public List<RequiredImage> missing() {
    return images.stream()
        .filter(localImage -> !localImage.isPresent())
        .map(LocalImage::image)
        .toList();
  }

  /** Reads the tags that {@code labs/images/build} can build. */
  static Set<String> buildable(HostMachine hostMachine) {
    return HostMachine.read(hostMachine.imageFolder().resolve("catalog.tsv"))
        .map(catalog -> Set.copyOf(ImageSubstitutes.parse(catalog).catalogue().values()))
        .orElse(Set.of());
  }

  /**
   * Reports on each image.
   *
   * @param registry whether missing images can be pulled
   * @param buildable the images that can be built
   */
  List<MachineFinding> findings(RegistryStatus registry, BuildableImages buildable) {
    return images.stream().map(localImage -> finding(localImage, registry, buildable)).toList();
  }

  private static MachineFinding finding(
      LocalImage localImage, RegistryStatus registry, BuildableImages buildable) {
    RequiredImage image = localImage.image();
    String id = "image:" + image.name();
    String title = "Image " + image.name();
    if (localImage.isPresent()) {
      String found = localImage.tag().equals(image.name()) ? "here" : localImage.tag();
      String contents = localImage.contents().isEmpty() ? "" : ": " + localImage.contents();
      return MachineFinding.ok(id, title, found + contents, image.neededBy());
    }
    if (registry == RegistryStatus.REACHABLE) {
      return MachineFinding.warning(
              id,
              title,
              "not here yet",
              "It will be pulled when a lesson needs it.",
              image.neededBy())
          .fixableBySetup();
    }
    return buildable.contains(image)
        ? MachineFinding.missing(id, title, "not here", "Run: deckhand setup", image.neededBy())
            .fixableBySetup()
        : MachineFinding.missing(id, title, "not here", buildable.reason(), image.neededBy());
  }

  /**
   * The result of looking for an image.
   *
   * @param tag its tag on the engine; empty if it's missing
   * @param contents a description of its contents; empty if it has none
   */
  record LocalImage(RequiredImage image, String tag, String contents) {

    boolean isPresent() {
      return !tag.isEmpty();
    }
  }
}
