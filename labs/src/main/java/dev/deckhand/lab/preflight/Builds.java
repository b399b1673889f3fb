package dev.deckhand.lab.preflight;

import java.util.Set;

/**
 * Which images can be built here.
 *
 * @param tags as the machine's engine would call them; empty where none can
 * @param why what keeps others from being built, with what to do about it
 */
record Builds(Set<String> tags, String why) {

  Builds {
    tags = Set.copyOf(tags);
  }

  static Builds on(Machine machine) {
    Set<String> tags = ImageFacts.buildable(machine);
    String build = machine.recipes().resolve("build").toString();
    if (!Distribution.of(machine).buildsImages()) {
      return new Builds(
          Set.of(),
          "No registry can be reached, and images are built on Debian and Ubuntu alone. Run "
              + build
              + " on such a machine, and bring its ~/.cache/deckhand/images here as tars for: docker load");
    }
    if (!machine.superuser()) {
      // with the person's own cache: what is built once is found by whoever asks next
      String cache = machine.home().resolve(".cache/deckhand/images").toString();
      return new Builds(
          Set.of(),
          "No registry can be reached, and building images needs root. Run: sudo "
              + build
              + " --cache "
              + cache);
    }
    return new Builds(
        tags,
        "No registry can be reached, and there is no recipe for it. On a machine that reaches one:"
            + " docker save; here: docker load");
  }

  boolean makes(WantedImage image) {
    return tags.contains(image.substitute());
  }
}
