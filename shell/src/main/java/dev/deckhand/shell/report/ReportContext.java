package dev.deckhand.shell.report;

import org.jspecify.annotations.Nullable;

/**
 * Where reports go, for the formats that say so.
 *
 * @param classroom50 the submission that a Classroom 50 runner grades; null elsewhere
 * @param xapi the addresses in xAPI statements
 */
public record ReportContext(@Nullable Classroom50Submission classroom50, XapiAddresses xapi) {

  /** Nothing is known about where reports go. */
  public static final ReportContext NONE = new ReportContext(null, XapiAddresses.LOCAL);
}
