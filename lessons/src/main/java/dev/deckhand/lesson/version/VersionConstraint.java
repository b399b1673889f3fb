package dev.deckhand.lesson.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which versions of a tool a lesson works with: {@code >=1.29, <2}. A bound with fewer than three
 * numbers is about all versions that begin with them: 1.29.5 is {@code =1.29} and {@code <=1.29},
 * and not {@code >1.29}.
 *
 * @param bounds all of which hold; at least one
 */
public record VersionConstraint(List<Bound> bounds) {

  private static final Pattern BOUND =
      Pattern.compile("(>=|>|<=|<|=)\\s*(\\d{1,6}(?:\\.\\d{1,6}){0,2})");

  public VersionConstraint {
    bounds = List.copyOf(bounds);
    if (bounds.isEmpty()) {
      throw new IllegalArgumentException("a constraint has at least one bound");
    }
  }

  /** Reads a constraint as authors write it; empty if it isn't one. */
  public static Optional<VersionConstraint> parse(String text) {
    var bounds = new ArrayList<Bound>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = BOUND.matcher(part.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      ToolVersion version = ToolVersion.find(matcher.group(2)).orElseThrow();
      bounds.add(new Bound(Comparison.of(matcher.group(1)), version));
    }
    return Optional.of(new VersionConstraint(bounds));
  }

  /** Whether there can be a version that meets all bounds. */
  public boolean isSatisfiable() {
    return low().compareTo(high()) < 0;
  }

  /** How a version relates to the constraint. */
  public Fit fit(ToolVersion version) {
    VersionNumber low = low();
    if (version.next().compareTo(low) <= 0) {
      return Fit.TOO_OLD;
    }
    // where not all numbers are known, the version may be one that fits
    return version.first().compareTo(high()) >= 0 ? Fit.TOO_NEW : Fit.FITS;
  }

  private VersionNumber low() {
    return bounds.stream().map(Bound::low).max(VersionNumber::compareTo).orElseThrow();
  }

  private VersionNumber high() {
    return bounds.stream().map(Bound::high).min(VersionNumber::compareTo).orElseThrow();
  }

  /** As authors write it. */
  @Override
  public String toString() {
    return bounds.stream().map(Bound::toString).collect(Collectors.joining(", "));
  }

  /** How a version relates to a constraint. */
  public enum Fit {
    FITS,
    TOO_OLD,
    TOO_NEW
  }

  /** What a version is compared by. */
  public enum Comparison {
    AT_LEAST(">="),
    ABOVE(">"),
    AT_MOST("<="),
    BELOW("<"),
    EQUAL("=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    static Comparison of(String sign) {
      return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst().orElseThrow();
    }
  }

  /** One comparison: {@code >=1.29}. */
  public record Bound(Comparison comparison, ToolVersion version) {

    /** The lowest version that meets it. */
    VersionNumber low() {
      return switch (comparison) {
        case AT_LEAST, EQUAL -> version.first();
        case ABOVE -> version.next();
        case AT_MOST, BELOW -> VersionNumber.LOWEST;
      };
    }

    /** The lowest version above all that meet it. */
    VersionNumber high() {
      return switch (comparison) {
        case AT_LEAST, ABOVE -> VersionNumber.HIGHEST;
        case AT_MOST, EQUAL -> version.next();
        case BELOW -> version.first();
      };
    }

    @Override
    public String toString() {
      return comparison.sign + version;
    }
  }
}
