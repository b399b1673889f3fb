package dev.deckhand.shell.report;

/** What a writer answers. */
public sealed interface ReportResult {

  /** A report in its final form, for a file in UTF-8. */
  record Document(String text) implements ReportResult {}

  /**
   * A report that AsciidoctorJ has to print.
   *
   * @param asciidoc the document
   */
  record Printable(String asciidoc) implements ReportResult {}

  /**
   * There must be no file: the format can't say what there is to say, and a file would be read as
   * points. Whoever asked for it ends with an error.
   *
   * @param reason why, in a sentence or two
   */
  record Withheld(String reason) implements ReportResult {}
}
