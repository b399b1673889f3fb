package dev.deckhand.lab.preflight.setup;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.preflight.BuildableImages;
import dev.deckhand.lab.preflight.MissingEngine;
import dev.deckhand.lab.preflight.RegistryStatus;
import dev.deckhand.lab.preflight.RequiredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would be done so that labs start here.
 *
 * @param missingEngine why there is no engine; null where one answers
 * @param pulls the images that a registry has
 * @param builds the images that are built from packages
 * @param unobtainable the images that can be had neither way
 * @param unobtainableReason why, in a sentence, with what to do about it; for {@code beyond} alone
 */
public record SetupPlan(
    @Nullable MissingEngine missingEngine,
    List<RequiredImage> pulls,
    List<RequiredImage> builds,
    List<RequiredImage> unobtainable,
    String unobtainableReason) {

  public SetupPlan {
    pulls = List.copyOf(pulls);
    builds = List.copyOf(builds);
    unobtainable = List.copyOf(unobtainable);
  }

  /** Whether all is there already. */
  public boolean isEmpty() {
    return missingEngine == null && pulls.isEmpty() && builds.isEmpty() && unobtainable.isEmpty();
  }

  /** The images that can be pulled when they are needed count as had by whoever starts a lab. */
  public boolean isUrgent() {
    return missingEngine != null || !builds.isEmpty() || !unobtainable.isEmpty();
  }

  /** Sorts images by how they are to be had. */
  static SetupPlan of(
      @Nullable MissingEngine missingEngine,
      List<RequiredImage> missing,
      RegistryStatus registry,
      BuildableImages here) {
    var pulls = new ArrayList<RequiredImage>();
    var builds = new ArrayList<RequiredImage>();
    var beyond = new ArrayList<RequiredImage>();
    for (RequiredImage image : missing) {
      if (registry == RegistryStatus.REACHABLE) {
        pulls.add(image);
      } else if (here.contains(image)) {
        builds.add(image);
      } else {
        beyond.add(image);
      }
    }
    return new SetupPlan(
        missingEngine, pulls, builds, beyond, beyond.isEmpty() ? "" : here.reason());
  }

  /** The question that covers all that would be done; empty where nothing can be. */
  public String question() {
    var deeds = new ArrayList<String>();
    MissingEngine none = missingEngine;
    if (none != null) {
      if (!none.isFixableBySetup()) {
        return "";
      }
      deeds.add(
          none.isStopped()
              ? "start the Docker engine"
              : "install the Docker engine (" + none.installablePackage() + ")");
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
    if (missingEngine != null) {
      return Optional.of(missingEngine.fault());
    }
    var missing = new ArrayList<>(unobtainable);
    missing.addAll(builds);
    missing.addAll(pulls);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String names = missing.stream().map(RequiredImage::name).collect(Collectors.joining(", "));
    String what =
        missing.size() == 1
            ? "The image " + names + " is not on this machine."
            : "These images are not on this machine: " + names + ".";
    String next = unobtainable.isEmpty() ? "Run: deckhand setup" : unobtainableReason;
    return Optional.of(new LabFault(LabFault.Kind.NO_IMAGE, what, next));
  }

  private static String images(List<RequiredImage> images) {
    return images.size() == 1 ? "the image " + images.getFirst().name() : images.size() + " images";
  }
}
