package dev.deckhand.site.publish;

import java.util.List;

/** Something that keeps a publication from being written; nothing of it was changed then. */
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

  /** The pages are not sound. */
  static PublicationException invalidPages(String what, String next, List<String> details) {
    return new PublicationException(false, what, next, details);
  }

  /** Whether it is about where to publish, and not about what. */
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

  /** Each single thing that is wrong, a line each. */
  public List<String> details() {
    return details;
  }
}
