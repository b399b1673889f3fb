package dev.deckhand.workshop.web.guard;

import java.time.Duration;

/**
 * Limits of what clients may take.
 *
 * @param connections of all clients at a time
 * @param connectionsByAddress from one address; a class behind one router shares an address
 * @param viewsBySeat how many pages of one seat may listen for events at a time
 * @param headTime how long a request's head may take, from its first byte
 * @param bodyTime how long a request's body may take
 * @param idleTime after which a connection without traffic is closed
 * @param sendTime how long a terminal waits for a browser that doesn't say that it has shown
 *     anything; and for a write
 */
public record WebLimits(
    int connections,
    int connectionsByAddress,
    int viewsBySeat,
    Duration headTime,
    Duration bodyTime,
    Duration idleTime,
    Duration sendTime) {

  /** How many bytes the head of a request may have. */
  public static final int HEAD_BYTES = 8 * 1024;

  /** How many bytes the body of a request may have. */
  public static final int BODY_BYTES = 8 * 1024;

  /** How many bytes a message of a browser to a terminal may have. */
  public static final int MESSAGE_BYTES = 16 * 1024;

  public WebLimits {
    if (connections < 1 || connectionsByAddress < 1 || viewsBySeat < 1) {
      throw new IllegalArgumentException("a limit of connections is at least 1");
    }
  }

  /** For a class of hundreds. */
  public static WebLimits usual() {
    return new WebLimits(
        4096,
        2048,
        8,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(45),
        Duration.ofSeconds(15));
  }
}
