package dev.deckhand.lab.image;

/**
 * An image's name in its parts.
 *
 * @param repository as it was written: {@code nginx}, {@code ghcr.io/owner/app}
 * @param tag {@code latest} where none was written
 */
public record ImageName(String repository, String tag) {

  public ImageName {
    if (repository.isEmpty() || tag.isEmpty()) {
      throw new IllegalArgumentException(
          "an image has a name and a tag: " + repository + ":" + tag);
    }
  }

  /** Reads a name as a lesson writes it. */
  public static ImageName of(String written) {
    int colon = written.lastIndexOf(':');
    return colon > written.lastIndexOf('/')
        ? new ImageName(written.substring(0, colon), written.substring(colon + 1))
        : new ImageName(written, "latest");
  }

  /** The name with all that Docker leaves out: {@code docker.io/library/nginx:1.27}. */
  public String full() {
    int slash = repository.indexOf('/');
    if (slash < 0) {
      return "docker.io/library/" + this;
    }
    String first = repository.substring(0, slash);
    boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
    return registry ? toString() : "docker.io/" + this;
  }

  /** The registry that it is pulled from. */
  public String registry() {
    String full = full();
    return full.substring(0, full.indexOf('/'));
  }

  @Override
  public String toString() {
    return repository + ":" + tag;
  }
}
