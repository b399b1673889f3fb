package dev.deckhand.lab.image;

/**
 * An image on the machine's engine that can be loaded into a lab.
 *
 * @param name its name in lessons and inside a lab
 * @param tag its tag on the machine's engine
 * @param id its id on that engine: {@code sha256:...}
 */
public record HostImage(ImageName name, String tag, String id) {

  /** Whether it is one of our images that substitutes another. */
  public boolean isSubstitute() {
    return !tag.equals(name.toString());
  }
}
