package dev.deckhand.lab.preflight;

import dev.deckhand.lab.LabFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would be done so that labs start here.
 *
 * @param noEngine why there is no engine; null where one answers
 * @param pulls the images that a registry has
 * @param builds the images that are built from packages
 * @param beyond the images that can be had neither way
 * @param beyondWhy why, in a sentence, with what to do about it; for {@code beyond} alone
 */
public record SetupPlan(
    @Nullable NoEngine noEngine,
    List<WantedImage> pulls,
    List<WantedImage> builds,
    List<WantedImage> beyond,
    String beyondWhy) {

  public SetupPlan {
    pulls = List.copyOf(pulls);
    builds = List.copyOf(builds);
    beyond = List.copyOf(beyond);
  }

  /** Whether all is there already. */
  public boolean isEmpty() {
    return noEngine == null && pulls.isEmpty() && builds.isEmpty() && beyond.isEmpty();
  }

  /** The images that can be pulled when they are needed count as had by whoever starts a lab. */
  public boolean isUrgent() {
    return noEngine != null || !builds.isEmpty() || !beyond.isEmpty();
  }

  /** Sorts images by how they are to be had. */
  static SetupPlan of(
      @Nullable NoEngine noEngine, List<WantedImage> missing, RegistryFact registry, Builds here) {
    var pulls = new ArrayList<WantedImage>();
    var builds = new ArrayList<WantedImage>();
    var beyond = new ArrayList<WantedImage>();
    for (WantedImage image : missing) {
      if (registry == RegistryFact.ANSWERS) {
        pulls.add(image);
      } else if (here.makes(image)) {
        builds.add(image);
      } else {
        beyond.add(image);
      }
    }
    return new SetupPlan(noEngine, pulls, builds, beyond, beyond.isEmpty() ? "" : here.why());
  }

  /** The question that covers all that would be done; empty where nothing can be. */
  public String offer() {
    var deeds = new ArrayList<String>();
    NoEngine none = noEngine;
    if (none != null) {
      if (!none.setupHelps()) {
        return "";
      }
      deeds.add(
          none.stopped()
              ? "start the Docker engine"
              : "install the Docker engine (" + none.installable() + ")");
      deeds.add("get the images for the labs");
    }
    if (!pulls.isEmpty()) {
      deeds.add("pull " + images(pulls));
    }
    if (!builds.isEmpty()) {
      deeds.add(
          "build " + images(builds) + " (up to 8 minutes the first time, 6 GB of disk meanwhile)");
    }
    if (deeds.isEmpty()) {
      return "";
    }
    String said = String.join(" and ", deeds);
    return Character.toUpperCase(said.charAt(0)) + said.substring(1) + "?";
  }

  /** What is missing, and what to do by hand; empty where nothing is. */
  public Optional<LabFault> fault() {
    if (noEngine != null) {
      return Optional.of(noEngine.fault());
    }
    var missing = new ArrayList<>(beyond);
    missing.addAll(builds);
    missing.addAll(pulls);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String names = missing.stream().map(WantedImage::name).collect(Collectors.joining(", "));
    String what =
        missing.size() == 1
            ? "The image " + names + " is not on this machine."
            : "These images are not on this machine: " + names + ".";
    String next = beyond.isEmpty() ? "Run: deckhand setup" : beyondWhy;
    return Optional.of(new LabFault(LabFault.Kind.NO_IMAGE, what, next));
  }

  private static String images(List<WantedImage> images) {
    return images.size() == 1 ? "the image " + images.getFirst().name() : images.size() + " images";
  }
}
