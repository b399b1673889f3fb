package dev.deckhand.shell.report;

/**
 * The addresses in xAPI statements (IRIs; xAPI 1.0.3, sections 2.4.2.4 and 2.4.4.1).
 *
 * @param activities what the ids of lessons begin with, up to and with the last separator
 * @param accounts the system in which the names of learners are accounts
 */
public record XapiAddresses(String activities, String accounts) {

  /** Addresses of no system: names of learners mean something to whoever exports them. */
  public static final XapiAddresses LOCAL =
      new XapiAddresses("urn:deckhand:lesson:", "urn:deckhand:learners");

  private static final String IRI = "[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}<>\"{}|\\\\^`]+";

  public XapiAddresses {
    if (!activities.matches(IRI) || !accounts.matches(IRI)) {
      throw new IllegalArgumentException(
          "an address for xAPI begins with a scheme, such as https://: "
              + activities
              + ", "
              + accounts);
    }
  }
}
