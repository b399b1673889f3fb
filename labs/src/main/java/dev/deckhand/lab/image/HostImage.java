package dev.deckhand.lab.image;

/**
 * An image on the machine's engine that can be loaded into a lab.
 *
 * @param name what a lesson calls it, and what it is called inside a lab
 * @param tag what the machine's engine calls it
 * @param id the engine's: {@code sha256:...}
 */
public record HostImage(ImageName name, String tag, String id) {

  /** Whether it is one of our images, used as a substitute for another. */
  public boolean isSubstitute() {
    return !tag.equals(name.toString());
  }
}
