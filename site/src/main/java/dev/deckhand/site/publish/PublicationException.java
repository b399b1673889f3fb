package dev.deckhand.site.publish;

import java.util.List;

/** A reason not to publish. The publication is unchanged. */
public final class PublicationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean folderProblem;
  private final String next;
  private final transient List<String> details;

  private PublicationException(boolean place, String what, String next, List<String> details) {
    super(what);
    this.folderProblem = place;
    this.next = next;
    this.details = List.copyOf(details);
  }

  /** The folder cannot be written to. */
  static PublicationException unusableFolder(String what, String next) {
    return new PublicationException(true, what, next, List.of());
  }

  /** The pages have errors. */
  static PublicationException invalidPages(String what, String next, List<String> details) {
    return new PublicationException(false, what, next, details);
  }

  /** Whether the folder is the problem, not the content. */
  public boolean isFolderProblem() {
    return folderProblem;
  }

  /** What is wrong, in a sentence. */
  public String what() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  public String next() {
    return next;
  }

  /** Every error, one line each. */
  public List<String> details() {
    return details;
  }
}
