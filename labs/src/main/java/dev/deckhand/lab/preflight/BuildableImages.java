package dev.deckhand.lab.preflight;

import java.util.Set;

/**
 * The images that can be built on this machine.
 *
 * @param tags their tags on the machine's engine; empty if none can be built
 * @param reason why other images can't be had, and what to do about it
 */
public record BuildableImages(Set<String> tags, String reason) {

  public BuildableImages {
    tags = Set.copyOf(tags);
  }

  public static BuildableImages of(HostMachine hostMachine) {
    Set<String> tags = ImageFacts.buildable(hostMachine);
    String build = hostMachine.imageFolder().resolve("build").toString();
    if (!Distribution.of(hostMachine).canBuildImages()) {
      return new BuildableImages(
          Set.of(),
          "No registry can be reached, and images can only be built on Debian and Ubuntu. Run "
              + build
              + " on such a machine, export its images with \"deckhand images export FILE\", and"
              + " import them here with \"deckhand images import FILE\".");
    }
    if (!hostMachine.superuser()) {
      // with the person's own cache, where later builds find the parts
      String cache = hostMachine.home().resolve(".cache/deckhand/images").toString();
      return new BuildableImages(
          Set.of(),
          "No registry can be reached, and building images requires root. Run: sudo "
              + build
              + " --cache "
              + cache);
    }
    return new BuildableImages(
        tags,
        "No registry can be reached, and this image can't be built here. Run \"deckhand setup\" and"
            + " \"deckhand images export FILE\" on a machine with a connection, and \"deckhand images"
            + " import FILE\" here.");
  }

  public boolean contains(RequiredImage image) {
    return tags.contains(image.substitute());
  }
}
