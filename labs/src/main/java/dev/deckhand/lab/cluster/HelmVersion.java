package dev.deckhand.lab.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Helm.
 *
 * @param text as Helm says it, without the commit: {@code v4.3.2}
 */
public record HelmVersion(int major, String text) {

  private static final Pattern SHORT = Pattern.compile("(v(\\d+)\\.[0-9A-Za-z.-]+)");

  /** What lessons are written for; others have other flags and other output. */
  private static final int TAUGHT = 4;

  /** Reads the output of {@code helm version --short}; empty if it isn't a version. */
  static Optional<HelmVersion> parse(String output) {
    Matcher matcher = SHORT.matcher(output);
    return matcher.find()
        ? Optional.of(new HelmVersion(Integer.parseInt(matcher.group(2)), matcher.group(1)))
        : Optional.empty();
  }

  /** Whether sessions use it. */
  public boolean fits() {
    return major == TAUGHT;
  }
}
