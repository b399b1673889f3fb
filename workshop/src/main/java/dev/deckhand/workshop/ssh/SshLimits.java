package dev.deckhand.workshop.ssh;

import java.time.Duration;

/**
 * What the server lets a client use.
 *
 * @param connections how many at a time
 * @param connectionsPerAddress how many of them from one address; a classroom often has only one
 * @param unauthenticated how many of them may not have said the join code yet; one more ends
 *     another
 * @param silence how long a client may take until it asks for authentication
 * @param authentication how long it may take until it's authenticated; people type meanwhile
 * @param tries how often a connection may say a wrong code
 * @param connectionsPerName how many at a time with one name
 * @param keepAlive how often the server asks whether the client is there; it may fail to answer
 *     three times
 * @param keyExchangesPerMinute how many a client may ask for
 * @param backlog how many bytes wait for a slow client before its screen is drawn anew instead
 * @param patience how long a terminal waits for a slow client
 */
public record SshLimits(
    int connections,
    int connectionsPerAddress,
    int unauthenticated,
    Duration silence,
    Duration authentication,
    int tries,
    int connectionsPerName,
    Duration keepAlive,
    int keyExchangesPerMinute,
    int backlog,
    Duration patience) {

  /** The limits of a workshop with so many seats. */
  public static SshLimits forSeats(int seats) {
    return new SshLimits(
        2 * seats + 200,
        2 * seats + 100,
        seats + 150,
        Duration.ofSeconds(20),
        Duration.ofMinutes(2),
        3,
        5,
        Duration.ofSeconds(20),
        6,
        64 * 1024,
        Duration.ofMillis(500));
  }
}
