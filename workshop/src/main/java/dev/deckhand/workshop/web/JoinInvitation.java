package dev.deckhand.workshop.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How learners come to the workshop.
 *
 * @param address of the start page, with a slash at its end
 * @param code what they type there
 */
public record JoinInvitation(URI address, String code) {

  /**
   * The address for a QR code. The code is its fragment, which browsers don't send: it's in no log.
   */
  public String addressWithCode() {
    return address + "#" + URLEncoder.encode(code, StandardCharsets.UTF_8);
  }
}
