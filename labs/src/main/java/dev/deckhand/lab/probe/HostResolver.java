package dev.deckhand.lab.probe;

/** Finds the address behind a name, as it is known inside a lab. */
public interface HostResolver {

  /** Returns where to go. */
  Resolution resolve(String host, int port);

  /** What came of looking for a name. */
  sealed interface Resolution {

    /** There is an address. */
    record Resolved(String address, int port) implements Resolution {}

    /** Nobody knows the name; why is a clause without a full stop. */
    record Unresolved(String reason) implements Resolution {}
  }

  /** Whether a host is an address already. */
  static boolean isAddress(String host) {
    return host.matches("\\d{1,3}(?:\\.\\d{1,3}){3}");
  }

  /** Whether a host is the lab itself. */
  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.");
  }
}
