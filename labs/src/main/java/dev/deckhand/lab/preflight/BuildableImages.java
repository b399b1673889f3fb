package dev.deckhand.lab.preflight;

import dev.deckhand.lab.image.BuildCost;
import dev.deckhand.lab.image.DefaultImages;
import java.util.Collection;
import java.util.List;

/**
 * The images that can be built on this machine.
 *
 * @param images empty if none can be built
 * @param reason why other images can't be had, and what to do about it
 */
public record BuildableImages(DefaultImages images, String reason) {

  private static final DefaultImages NONE = new DefaultImages(List.of());

  public static BuildableImages of(HostMachine hostMachine) {
    String build = hostMachine.imageFolder().resolve("build").toString();
    if (!Distribution.of(hostMachine).canBuildImages()) {
      return new BuildableImages(
          NONE,
          "No registry can be reached, and images can only be built on Debian and Ubuntu. Run "
              + build
              + " on such a machine, export its images with \"deckhand images export FILE\", and"
              + " import them here with \"deckhand images import FILE\".");
    }
    if (!hostMachine.superuser()) {
      // with the person's own cache, where later builds find the parts
      String cache = hostMachine.imageCache().toString();
      return new BuildableImages(
          NONE,
          "No registry can be reached, and building images requires root. Run: sudo "
              + build
              + " --cache "
              + cache);
    }
    return new BuildableImages(
        ImageFacts.buildable(hostMachine),
        "No registry can be reached, and this image can't be built here. Run \"deckhand setup\" and"
            + " \"deckhand images export FILE\" on a machine with a connection, and \"deckhand images"
            + " import FILE\" here.");
  }

  public boolean contains(RequiredImage image) {
    return images.rows().stream().anyMatch(row -> row.tag().equals(image.substitute()));
  }

  /** What it costs to build some of them, if nothing was built before. */
  public BuildCost cost(Collection<RequiredImage> wanted) {
    return images.cost(wanted.stream().map(RequiredImage::substitute).toList());
  }
}
