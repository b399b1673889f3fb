package dev.deckhand.lab.preflight;

import java.util.Set;

/**
 * Which images can be built here.
 *
 * @param tags as the machine's engine would call them; empty where none can
 * @param reason what keeps others from being built, with what to do about it
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
          "No registry can be reached, and images are built on Debian and Ubuntu alone. Run "
              + build
              + " on such a machine, and bring its ~/.cache/deckhand/images here as tars for: docker load");
    }
    if (!hostMachine.superuser()) {
      // with the person's own cache: what is built once is found by whoever asks next
      String cache = hostMachine.home().resolve(".cache/deckhand/images").toString();
      return new BuildableImages(
          Set.of(),
          "No registry can be reached, and building images needs root. Run: sudo "
              + build
              + " --cache "
              + cache);
    }
    return new BuildableImages(
        tags,
        "No registry can be reached, and there is no recipe for it. On a machine that reaches one:"
            + " docker save; here: docker load");
  }

  public boolean contains(RequiredImage image) {
    return tags.contains(image.substitute());
  }
}
