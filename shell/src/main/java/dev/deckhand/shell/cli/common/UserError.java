package dev.deckhand.shell.cli.common;

/** A mistake on the command line that ends the command: a wrong name, option or file. */
public final class UserError extends Exception {

  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;

  /**
   * @param problem what is wrong, in one sentence
   * @param remedy what to do about it
   */
  public UserError(String problem, String remedy) {
    super(problem);
    this.problem = problem;
    this.remedy = remedy;
  }

  public String problem() {
    return problem;
  }

  public String remedy() {
    return remedy;
  }
}
