package dev.deckhand.lab.helm;

/** What is wrong with a command line, or what Helm said no to. */
final class HelmCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HelmCommandException(String message) {
    super(message);
  }

  /** Says that this is not something that is done here. */
  static HelmCommandException unsupported(String what) {
    return new HelmCommandException(
        what
            + " is not something that this helm does: it stands in for the real one, which is not on"
            + " this machine. Next: leave it out, or install helm.");
  }
}
