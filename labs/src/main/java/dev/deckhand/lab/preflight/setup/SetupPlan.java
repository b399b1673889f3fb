package dev.deckhand.lab.preflight.setup;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.image.BuildCost;
import dev.deckhand.lab.preflight.BuildableImages;
import dev.deckhand.lab.preflight.CostFormatter;
import dev.deckhand.lab.preflight.MissingEngine;
import dev.deckhand.lab.preflight.RegistryStatus;
import dev.deckhand.lab.preflight.RequiredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be done so that labs can start.
 *
 * @param missingEngine why there is no engine; null if one answers
 * @param pulls the images that can be pulled
 * @param builds the images that can be built from packages
 * @param unobtainable the images that can be neither pulled nor built
 * @param unobtainableReason why, and what to do about it; empty if there are none
 * @param buildCost what the builds cost at most; without an engine, what all images would cost
 */
public record SetupPlan(
    @Nullable MissingEngine missingEngine,
    List<RequiredImage> pulls,
    List<RequiredImage> builds,
    List<RequiredImage> unobtainable,
    String unobtainableReason,
    BuildCost buildCost) {

  public SetupPlan {
    pulls = List.copyOf(pulls);
    builds = List.copyOf(builds);
    unobtainable = List.copyOf(unobtainable);
  }

  /** Whether nothing is missing. */
  public boolean isEmpty() {
    return missingEngine == null && pulls.isEmpty() && builds.isEmpty() && unobtainable.isEmpty();
  }

  /**
   * Whether labs can't start before this is done; images that can be pulled are pulled at the
   * start.
   */
  public boolean isUrgent() {
    return missingEngine != null || !builds.isEmpty() || !unobtainable.isEmpty();
  }

  /** There is no engine; which of the images are missing can only be found out once there is. */
  static SetupPlan withoutEngine(
      MissingEngine missingEngine, List<RequiredImage> images, BuildableImages buildable) {
    return new SetupPlan(
        missingEngine, List.of(), List.of(), List.of(), "", buildable.cost(images));
  }

  /** Sorts missing images by how to get them. */
  static SetupPlan of(
      List<RequiredImage> missing, RegistryStatus registry, BuildableImages buildable) {
    var pulls = new ArrayList<RequiredImage>();
    var builds = new ArrayList<RequiredImage>();
    var unobtainable = new ArrayList<RequiredImage>();
    for (RequiredImage image : missing) {
      if (registry == RegistryStatus.REACHABLE) {
        pulls.add(image);
      } else if (buildable.contains(image)) {
        builds.add(image);
      } else {
        unobtainable.add(image);
      }
    }
    return new SetupPlan(
        null,
        pulls,
        builds,
        unobtainable,
        unobtainable.isEmpty() ? "" : buildable.reason(),
        buildable.cost(builds));
  }

  /** The question whether to do it all; empty if nothing can be done. */
  public String question() {
    var actions = new ArrayList<String>();
    MissingEngine none = missingEngine;
    if (none != null) {
      if (!none.isFixableBySetup()) {
        return "";
      }
      actions.add(
          none.isStopped()
              ? "start the Docker engine"
              : "install the Docker engine (" + none.installablePackage() + ")");
      actions.add(
          "get the images for the labs"
              + (buildCost.equals(BuildCost.NONE)
                  ? ""
                  : " (where no registry answers, building them " + cost() + ")"));
    }
    if (!pulls.isEmpty()) {
      // a published cluster is one image, where there are two of ours
      actions.add("pull " + images(pulls.stream().map(RequiredImage::name).distinct().toList()));
    }
    if (!builds.isEmpty()) {
      actions.add(
          "build "
              + images(builds.stream().map(RequiredImage::title).toList())
              + " (which "
              + cost()
              + ")");
    }
    if (actions.isEmpty()) {
      return "";
    }
    String sentence = String.join(" and ", actions);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + "?";
  }

  /** What is missing, and what the person can do; empty if nothing is. */
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
    String names = missing.stream().map(RequiredImage::title).collect(Collectors.joining(", "));
    String problem =
        missing.size() == 1
            ? "The image " + names + " is not on this machine."
            : "These images are not on this machine: " + names + ".";
    String remedy = unobtainable.isEmpty() ? "Run: deckhand setup" : unobtainableReason;
    return Optional.of(new LabFault(LabFault.Kind.NO_IMAGE, problem, remedy));
  }

  private String cost() {
    return CostFormatter.format(buildCost);
  }

  private static String images(List<String> images) {
    return images.size() == 1 ? "the image " + images.getFirst() : images.size() + " images";
  }
}
