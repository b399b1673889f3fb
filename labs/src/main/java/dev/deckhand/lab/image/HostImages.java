package dev.deckhand.lab.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.docker.EngineApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The images of the machine's engine. An image is found by name or by substitute, or pulled if a
 * registry answers. Images on the machine are never renamed. Not thread-safe.
 */
public final class HostImages {

  private final EngineApi api;
  private final ImageSubstitutes imageSubstitutes;
  private final Duration registryTimeout;
  private final Set<String> unresponsiveRegistries = new HashSet<>();
  private @Nullable ImagePlatform enginePlatform;

  /**
   * @param registryTimeout how long to wait for a registry's first answer
   */
  public HostImages(EngineApi api, ImageSubstitutes imageSubstitutes, Duration registryTimeout) {
    this.api = api;
    this.imageSubstitutes = imageSubstitutes;
    this.registryTimeout = registryTimeout;
  }

  /** The machine's engine. */
  EngineApi api() {
    return api;
  }

  /**
   * Finds each image, or pulls it.
   *
   * @throws LabFault of the kind {@code NO_IMAGE} for the first that isn't available
   */
  public List<HostImage> resolveAll(List<String> names, BootProgress progress)
      throws InterruptedException {
    var found = new ArrayList<HostImage>();
    for (String name : names) {
      found.add(resolve(ImageName.of(name), progress));
    }
    return List.copyOf(found);
  }

  /** Finds one image, or pulls it. */
  public HostImage resolve(ImageName name, BootProgress progress) throws InterruptedException {
    Optional<HostImage> local = findLocal(name);
    if (local.isPresent()) {
      return local.get();
    }
    if (unresponsiveRegistries.contains(name.registry())) {
      throw noImageFault(name, name.registry() + " doesn't answer");
    }
    ImagePull.Outcome outcome = ImagePull.of(api, name, registryTimeout).run(progress);
    return switch (outcome) {
      case ImagePull.Pulled _ ->
          findLocal(name)
              .orElseThrow(() -> noImageFault(name, "it was pulled, but is missing now"));
      case ImagePull.TimedOut _ -> {
        unresponsiveRegistries.add(name.registry());
        throw noImageFault(
            name, name.registry() + " did not answer within " + registryTimeout.toSeconds() + " s");
      }
      case ImagePull.Failed(String why) -> throw noImageFault(name, why);
    };
  }

  /**
   * Finds an image on this machine only, by its name or its substitute.
   *
   * @throws LabFault of the kind {@code NO_IMAGE} if it's for another machine
   */
  public Optional<HostImage> findLocal(ImageName name) {
    Optional<HostImage> own = findByTag(name, name.toString());
    return own.isPresent()
        ? own
        : imageSubstitutes.find(name).flatMap(substitute -> findByTag(name, substitute));
  }

  /** Finds an image on this machine only, by this name alone. */
  public Optional<HostImage> findByExactTag(String tag) {
    return findByTag(ImageName.of(tag), tag);
  }

  private Optional<HostImage> findByTag(ImageName name, String tag) {
    return api.find("/images/" + tag + "/json").map(image -> usable(name, tag, image));
  }

  /** An image for another machine has the right name, but nothing in it would start. */
  private HostImage usable(ImageName name, String tag, JsonNode image) {
    ImagePlatform platform = ImagePlatform.of(image);
    ImagePlatform known = enginePlatform;
    ImagePlatform ours = known == null ? ImagePlatform.ofEngine(api) : known;
    enginePlatform = ours;
    if (!ours.runs(platform)) {
      throw new LabFault(
          LabFault.Kind.NO_IMAGE,
          "The image %s on this machine is for %s, but the engine runs %s."
              .formatted(tag, platform, ours),
          "Remove it (docker image rm " + tag + "), and run: deckhand setup");
    }
    return new HostImage(name, tag, image.path("Id").asText());
  }

  /** Returns the approximate total size in bytes; shared layers are counted once. */
  public long totalBytes(List<HostImage> images) {
    var layers = new HashSet<String>();
    long sum = 0;
    for (HostImage image : images) {
      for (JsonNode layer : api.get("/images/" + image.id() + "/history")) {
        // the history has no digests, but the time and the command identify a layer too
        String layerCommand = layer.path("Created").asText() + layer.path("CreatedBy").asText();
        long size = layer.path("Size").asLong();
        sum += layers.add(layerCommand + size) ? size : 0;
      }
    }
    return sum;
  }

  private static LabFault noImageFault(ImageName name, String why) {
    return new LabFault(
        LabFault.Kind.NO_IMAGE,
        "The image " + name + " is not on this machine, and it could not be pulled: " + why + ".",
        "Run: deckhand setup");
  }
}
