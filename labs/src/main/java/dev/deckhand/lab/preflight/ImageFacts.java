package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.image.DefaultImages;
import dev.deckhand.lab.image.ImagePlatform;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Which images are on the machine's engine, and what they contain. */
public record ImageFacts(List<LocalImage> images) {

  public ImageFacts {
    images = List.copyOf(images);
  }

  public static ImageFacts of(EngineApi api, List<RequiredImage> required) {
    ImagePlatform engine = ImagePlatform.ofEngine(api);
    return new ImageFacts(required.stream().map(image -> find(api, image, engine)).toList());
  }

  private static LocalImage find(EngineApi api, RequiredImage image, ImagePlatform engine) {
    Optional<LocalImage> own = find(api, image, image.name(), engine);
    if (own.isPresent()) {
      return own.get();
    }
    return (image.substitute().isEmpty()
            ? Optional.<LocalImage>empty()
            : find(api, image, image.substitute(), engine))
        .orElseGet(() -> LocalImage.absent(image));
  }

  private static Optional<LocalImage> find(
      EngineApi api, RequiredImage image, String tag, ImagePlatform engine) {
    return api.find("/images/" + tag + "/json")
        .map(found -> {
          ImagePlatform platform = ImagePlatform.of(found);
          String obstacle =
              engine.runs(platform)
                  ? ""
                  : "it's for " + platform + ", but the engine runs " + engine;
          return new LocalImage(image, tag, contents(found), obstacle);
        });
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

  /** Says that an image is for another machine; empty if all are for this engine. */
  public Optional<LabFault> foreign() {
    return images.stream()
        .filter(localImage -> !localImage.obstacle().isEmpty())
        .findFirst()
        .map(localImage ->
            new LabFault(
                LabFault.Kind.NO_IMAGE,
                "The image " + localImage.tag() + " can't be used: " + localImage.obstacle() + ".",
                localImage.removal()));
  }

  /** Reads which images {@code labs/images/build} can build. */
  static DefaultImages buildable(HostMachine hostMachine) {
    String catalog = HostMachine.read(hostMachine.imageFolder().resolve("catalog.tsv")).orElse("");
    return new DefaultImages(
        DefaultImages.parse(catalog).rows().stream().filter(DefaultImages.Row::isBuilt).toList());
  }

  /**
   * Reports on each image.
   *
   * @param registry whether missing images can be pulled
   * @param buildable the images that can be built
   */
  List<MachineFinding> findings(RegistryStatus registry, BuildableImages buildable) {
    // where one published image is, or will be, used instead of two of ours, it's reported once
    var reported = new HashSet<String>();
    return images.stream()
        .filter(localImage -> {
          boolean published =
              localImage.isPresent()
                  ? localImage.tag().equals(localImage.image().name())
                  : registry == RegistryStatus.REACHABLE;
          return reported.add(published ? localImage.image().name() : localImage.image().title());
        })
        .map(localImage -> finding(localImage, registry, buildable))
        .toList();
  }

  private static MachineFinding finding(
      LocalImage localImage, RegistryStatus registry, BuildableImages buildable) {
    RequiredImage image = localImage.image();
    String id = "image:" + image.title();
    String title = "Image " + image.title();
    if (!localImage.obstacle().isEmpty()) {
      return MachineFinding.missing(
          id,
          title,
          localImage.tag() + ": " + localImage.obstacle(),
          localImage.removal(),
          image.neededBy());
    }
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
    if (image.isForFewLessons() && buildable.contains(image)) {
      // labs of its kind start nevertheless, and it's built in the background while people learn
      return MachineFinding.warning(
              id,
              title,
              "not here; lessons with an Ingress need it; building it "
                  + CostFormatter.format(buildable.cost(List.of(image))),
              "Run: deckhand setup",
              image.neededBy())
          .fixableBySetup();
    }
    return buildable.contains(image)
        ? MachineFinding.missing(
                id,
                title,
                "not here; building it " + CostFormatter.format(buildable.cost(List.of(image))),
                "Run: deckhand setup",
                image.neededBy())
            .fixableBySetup()
        : MachineFinding.missing(id, title, "not here", buildable.reason(), image.neededBy());
  }

  /**
   * The result of looking for an image.
   *
   * @param tag its tag on the engine; empty if it's missing
   * @param contents a description of its contents; empty if it has none
   * @param obstacle why the engine can't run it; empty if it can
   */
  record LocalImage(RequiredImage image, String tag, String contents, String obstacle) {

    static LocalImage absent(RequiredImage image) {
      return new LocalImage(image, "", "", "");
    }

    /** What to do about an image that the engine can't run. */
    String removal() {
      return "Remove it (docker image rm " + tag + "), and run: deckhand setup";
    }

    boolean isPresent() {
      return !tag.isEmpty();
    }
  }
}
