package dev.deckhand.lab.helm;

/** A command that can't be carried out as it was typed. */
final class HelmCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HelmCommandException(String message) {
    super(message);
  }

  static String unsupportedMessage(String what) {
    return what
        + " isn't supported here: this helm stands in for the real one, which isn't installed."
        + " Next: leave it out, or install helm.";
  }
}
