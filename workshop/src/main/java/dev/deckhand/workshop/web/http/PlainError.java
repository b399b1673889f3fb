package dev.deckhand.workshop.web.http;

/** A request that can't be answered as asked, with the status and a sentence for a person. */
public final class PlainError extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String remedy;

  /**
   * An error.
   *
   * @param status of HTTP, 400 to 599
   * @param problem a sentence that says what is wrong
   * @param remedy a sentence that says what to do
   */
  public PlainError(int status, String problem, String remedy) {
    super(problem, null, false, false);
    this.status = status;
    this.remedy = remedy;
  }

  public int status() {
    return status;
  }

  public String problem() {
    return String.valueOf(getMessage());
  }

  public String remedy() {
    return remedy;
  }
}
