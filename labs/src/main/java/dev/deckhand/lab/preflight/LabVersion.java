package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.version.ToolVersion;
import dev.deckhand.lesson.version.VersionConstraint;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.Optional;

/**
 * The version of a tool that a lab started now would have.
 *
 * @param version empty if it can't be found out
 * @param origin where the number is from, as the end of a sentence: {@code by the tag of the image
 *     deckhand/k3s:v1.37.2-k3s1}
 * @param wanted the version that the default or chosen image names, which may be another than the
 *     one on this machine; empty where no image decides
 * @param advice how to get another version
 */
record LabVersion(
    VersionedTool tool,
    Optional<ToolVersion> version,
    String origin,
    Optional<ToolVersion> wanted,
    Advice advice) {

  /** Whether lessons with a constraint work with it; a version that isn't known is assumed to. */
  boolean fits(VersionConstraint constraint) {
    return version.map(known -> constraint.fit(known) == VersionConstraint.Fit.FITS).orElse(true);
  }

  /** What doesn't fit, in a sentence. */
  String problem(VersionConstraint constraint) {
    return "The lesson needs "
        + tool.title()
        + " "
        + constraint
        + ", and its lab has "
        + found()
        + ".";
  }

  /** How to get a version that fits, in a sentence. */
  String remedy(VersionConstraint constraint) {
    boolean wantedFits =
        wanted.map(one -> constraint.fit(one) == VersionConstraint.Fit.FITS).orElse(false);
    return wantedFits ? advice.toGetWanted() : advice.toChoose(tool.title() + " " + constraint);
  }

  /** The number and where it's from: {@code 1.37.2, by the tag of the image ...}. */
  public String found() {
    return version.map(ToolVersion::toString).orElse("an unknown version") + ", " + origin;
  }

  /** How to get another version. */
  sealed interface Advice {

    /** For a version that the wanted image has, and the one on this machine hasn't. */
    String toGetWanted();

    /**
     * For a version that the wanted image hasn't.
     *
     * @param what the tool and its constraint
     */
    String toChoose(String what);

    /**
     * An image decides.
     *
     * @param wanted the image that would be pulled
     * @param variable the environment variable that names another
     */
    record Image(String wanted, String variable) implements Advice {

      @Override
      public String toGetWanted() {
        return "Run: docker pull " + wanted;
      }

      @Override
      public String toChoose(String what) {
        return "Set " + variable + " to an image with " + what + ", and try again.";
      }
    }

    /** A program of the machine, or one that Deckhand has, decides. */
    record Program(String name) implements Advice {

      @Override
      public String toGetWanted() {
        return "Install another " + name + " on this machine.";
      }

      @Override
      public String toChoose(String what) {
        return "Install " + what + " on this machine: the " + name + " on the PATH is used.";
      }
    }
  }
}
