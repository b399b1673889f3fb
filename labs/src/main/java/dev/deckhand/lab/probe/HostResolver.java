package dev.deckhand.lab.probe;

/** Resolves host names as they are known inside a lab. */
interface HostResolver {

  /** Returns the address and port to connect to. */
  Resolution resolve(String host, int port);

  /** The result of resolving a name. */
  sealed interface Resolution {

    /** The name has an address. */
    record Resolved(String address, int port) implements Resolution {}

    /** The name has no address; the reason is a clause without a full stop. */
    record Unresolved(String reason) implements Resolution {}
  }

  /** Whether a host is an IPv4 address. */
  static boolean isAddress(String host) {
    return host.matches("\\d{1,3}(?:\\.\\d{1,3}){3}");
  }

  /** Whether a host is the lab itself. */
  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.");
  }
}
