package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.ImageSubstitutes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which images are on the machine's engine, and what they truly are. */
public record ImageFacts(List<LocalImage> images) {

  public ImageFacts {
    images = List.copyOf(images);
  }

  public static ImageFacts of(EngineApi api, List<RequiredImage> wanted) {
    return new ImageFacts(wanted.stream().map(image -> find(api, image)).toList());
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

  /** Reads which tags {@code labs/images/build} makes. */
  static Set<String> buildable(HostMachine hostMachine) {
    return HostMachine.read(hostMachine.imageFolder().resolve("catalog.tsv"))
        .map(catalogue -> Set.copyOf(ImageSubstitutes.parse(catalogue).catalogue().values()))
        .orElse(Set.of());
  }

  /**
   * @param registry whether what is missing can be pulled
   * @param here what can be built
   */
  List<MachineFinding> findings(RegistryStatus registry, BuildableImages here) {
    return images.stream().map(localImage -> finding(localImage, registry, here)).toList();
  }

  private static MachineFinding finding(
      LocalImage localImage, RegistryStatus registry, BuildableImages here) {
    RequiredImage image = localImage.image();
    String id = "image:" + image.name();
    String title = "Image " + image.name();
    if (localImage.isPresent()) {
      String standIn = localImage.tag().equals(image.name()) ? "here" : localImage.tag();
      String contents = localImage.contents().isEmpty() ? "" : ": " + localImage.contents();
      return MachineFinding.ok(id, title, standIn + contents, image.neededBy());
    }
    if (registry == RegistryStatus.REACHABLE) {
      return MachineFinding.warning(
              id, title, "not here yet", "It is pulled when it is needed.", image.neededBy())
          .fixableBySetup();
    }
    return here.contains(image)
        ? MachineFinding.missing(id, title, "not here", "Run: deckhand setup", image.neededBy())
            .fixableBySetup()
        : MachineFinding.missing(id, title, "not here", here.reason(), image.neededBy());
  }

  /**
   * One image that was looked for.
   *
   * @param tag what the engine calls it; empty where it is not there
   * @param contents what is in it, where it says so
   */
  record LocalImage(RequiredImage image, String tag, String contents) {

    boolean isPresent() {
      return !tag.isEmpty();
    }
  }
}
