package dev.deckhand.lab.image;

/**
 * The parts of an image's name. (The parsers of Testcontainers and docker-java treat the tag of
 * {@code name:tag@digest} as a part of the repository, or the digest as a tag.)
 *
 * @param repository as written: {@code nginx}, {@code ghcr.io/owner/app}
 * @param version a tag, {@code latest} if none was written; or a digest, {@code sha256:...}
 */
public record ImageName(String repository, String version) {

  public ImageName {
    if (repository.isEmpty() || version.isEmpty()) {
      throw new IllegalArgumentException(
          "an image needs a name and a version: " + repository + ":" + version);
    }
  }

  /**
   * Reads a name as a lesson writes it. If there is a digest, the tag is ignored, as Docker does.
   */
  public static ImageName of(String written) {
    int at = written.indexOf('@');
    String tagged = at < 0 ? written : written.substring(0, at);
    int colon = tagged.lastIndexOf(':');
    boolean hasTag = colon > tagged.lastIndexOf('/');
    String repository = hasTag ? tagged.substring(0, colon) : tagged;
    String tag = hasTag ? tagged.substring(colon + 1) : "latest";
    return new ImageName(repository, at < 0 ? tag : written.substring(at + 1));
  }

  /** Whether the version is a digest. */
  public boolean isDigest() {
    return version.indexOf(':') >= 0;
  }

  /**
   * The full name, with the default registry and repository: {@code docker.io/library/nginx:1.30}.
   */
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
    return repository + (isDigest() ? "@" : ":") + version;
  }
}
