package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.Substitutes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which images are on the machine's engine, and what they truly are. */
record ImageFacts(List<Sight> sights) {

  ImageFacts {
    sights = List.copyOf(sights);
  }

  static ImageFacts on(EngineApi api, List<WantedImage> wanted) {
    return new ImageFacts(wanted.stream().map(image -> sight(api, image)).toList());
  }

  private static Sight sight(EngineApi api, WantedImage image) {
    Optional<JsonNode> own = api.find("/images/" + image.name() + "/json");
    if (own.isPresent()) {
      return new Sight(image, image.name(), contents(own.get()));
    }
    if (!image.substitute().isEmpty()) {
      Optional<JsonNode> substitute = api.find("/images/" + image.substitute() + "/json");
      if (substitute.isPresent()) {
        return new Sight(image, image.substitute(), contents(substitute.get()));
      }
    }
    return new Sight(image, "", "");
  }

  private static String contents(JsonNode image) {
    return image.path("Config").path("Labels").path("dev.deckhand.contents").asText();
  }

  List<WantedImage> missing() {
    return sights.stream().filter(sight -> !sight.isHere()).map(Sight::image).toList();
  }

  /** Reads which tags {@code labs/images/build} makes. */
  static Set<String> buildable(Machine machine) {
    return Machine.read(machine.recipes().resolve("catalog.tsv"))
        .map(catalogue -> Set.copyOf(Substitutes.parse(catalogue).catalogue().values()))
        .orElse(Set.of());
  }

  /**
   * @param registry whether what is missing can be pulled
   * @param here what can be built
   */
  List<Finding> findings(RegistryFact registry, Builds here) {
    return sights.stream().map(sight -> finding(sight, registry, here)).toList();
  }

  private static Finding finding(Sight sight, RegistryFact registry, Builds here) {
    WantedImage image = sight.image();
    String id = "image:" + image.name();
    String title = "Image " + image.name();
    if (sight.isHere()) {
      String standIn = sight.tag().equals(image.name()) ? "here" : sight.tag();
      String contents = sight.contents().isEmpty() ? "" : ": " + sight.contents();
      return Finding.ok(id, title, standIn + contents, image.neededBy());
    }
    if (registry == RegistryFact.ANSWERS) {
      return Finding.warning(
              id, title, "not here yet", "It is pulled when it is needed.", image.neededBy())
          .mendedBySetup();
    }
    return here.makes(image)
        ? Finding.missing(id, title, "not here", "Run: deckhand setup", image.neededBy())
            .mendedBySetup()
        : Finding.missing(id, title, "not here", here.why(), image.neededBy());
  }

  /**
   * One image that was looked for.
   *
   * @param tag what the engine calls it; empty where it is not there
   * @param contents what is in it, where it says so
   */
  record Sight(WantedImage image, String tag, String contents) {

    boolean isHere() {
      return !tag.isEmpty();
    }
  }
}
