package dev.deckhand.lab.probe;

/** Finds the address behind a name, as it is known inside a lab. */
public interface Route {

  /** Returns where to go. */
  Way to(String host, int port);

  /** What came of looking for a name. */
  sealed interface Way {

    /** There is an address. */
    record Open(String address, int port) implements Way {}

    /** Nobody knows the name; why is a clause without a full stop. */
    record Closed(String why) implements Way {}
  }

  /** Whether a host is an address already. */
  static boolean isAddress(String host) {
    return host.matches("\\d{1,3}(?:\\.\\d{1,3}){3}");
  }

  /** Whether a host is the lab itself. */
  static boolean isHere(String host) {
    return host.equals("localhost") || host.startsWith("127.");
  }
}
