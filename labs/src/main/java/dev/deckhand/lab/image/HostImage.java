package dev.deckhand.lab.image;

/**
 * An image on the machine's engine that a lab can be given.
 *
 * @param name what a lesson calls it, and what it is called inside a lab
 * @param tag what the machine's engine calls it
 * @param id as the engine counts: {@code sha256:...}
 */
public record HostImage(ImageName name, String tag, String id) {

  /** Whether it is one of ours under its own name, standing in for somebody else's. */
  public boolean isSubstitute() {
    return !tag.equals(name.toString());
  }
}
