package dev.deckhand.lab;

/**
 * A file of images that can't be used: it is damaged, cut short, for another machine, or another
 * kind of file.
 */
public final class ImageArchiveFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param problem what is wrong with which file, in one or two sentences
   * @param remedy what to do about it
   */
  public ImageArchiveFault(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** What is wrong, in one or two sentences. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
