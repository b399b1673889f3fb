package dev.deckhand.lab.image;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which image of our own stands in for somebody else's where no registry answers.
 *
 * <p>An official image {@code nginx:1.27} has {@code deckhand/nginx:1.27}; what does not follow
 * that rule is in the catalogue.
 */
public record ImageSubstitutes(Map<String, String> catalogue) {

  /** The rule alone, without exceptions. */
  public static final ImageSubstitutes BY_RULE = new ImageSubstitutes(Map.of());

  public ImageSubstitutes {
    catalogue = Map.copyOf(catalogue);
  }

  /**
   * Reads {@code labs/images/catalog.tsv}: lesson's name, tag on the host, recipe; tabs between.
   */
  public static ImageSubstitutes parse(String catalogue) {
    var known = new HashMap<String, String>();
    catalogue
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells.length >= 2)
        .forEach(cells -> known.put(cells[0].strip(), cells[1].strip()));
    return new ImageSubstitutes(known);
  }

  /** Returns the name on the host of what may stand in for an image, if anything may. */
  public Optional<String> find(ImageName name) {
    String listed = catalogue.get(name.toString());
    if (listed != null) {
      return Optional.of(listed);
    }
    boolean official = name.full().startsWith("docker.io/library/") && !name.isDigest();
    return official ? Optional.of("deckhand/" + name) : Optional.empty();
  }
}
