package dev.deckhand.lab.helm;

/** What is wrong with a command line, or what Helm said no to. */
final class HelmTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HelmTrouble(String message) {
    super(message);
  }

  /** Says that this is not something that is done here. */
  static HelmTrouble notHere(String what) {
    return new HelmTrouble(
        what
            + " is not something that this helm does: it stands in for the real one, which is not on"
            + " this machine. Next: leave it out, or install helm.");
  }
}
