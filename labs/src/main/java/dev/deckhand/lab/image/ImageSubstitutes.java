package dev.deckhand.lab.image;

import java.util.Map;
import java.util.Optional;

/**
 * Which of our own images is used instead of another where no registry answers.
 *
 * <p>An official image {@code nginx:1.30} has {@code deckhand/nginx:1.30}; exceptions from that
 * rule are in the catalogue, {@code labs/images/catalog.tsv}.
 */
public record ImageSubstitutes(Map<String, String> catalogue) {

  /** The rule alone, without exceptions. */
  public static final ImageSubstitutes BY_RULE = new ImageSubstitutes(Map.of());

  public ImageSubstitutes {
    catalogue = Map.copyOf(catalogue);
  }

  /** Returns the host's name of the substitute for an image, if there is one. */
  public Optional<String> find(ImageName name) {
    String listed = catalogue.get(name.toString());
    if (listed != null) {
      return Optional.of(listed);
    }
    boolean official = name.full().startsWith("docker.io/library/") && !name.isDigest();
    return official ? Optional.of("deckhand/" + name) : Optional.empty();
  }
}
