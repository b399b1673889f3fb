package dev.deckhand.shell.cli.workshop;

import java.time.Duration;
import java.util.List;

/**
 * How a workshop is served.
 *
 * @param name of the workshop; the same name goes on with it
 * @param course the id of the course
 * @param seats how many learners work at a time; the others are in a queue
 * @param address that is listened at
 * @param port for browsers; 0 for any that is free
 * @param sshPort for SSH clients; 0 for any that is free, -1 for none
 * @param hosts further names under which browsers reach the server
 * @param publicAddress what learners type, where that's a proxy's address; empty for none
 * @param behindProxy whether a proxy adds {@code X-Forwarded-For}
 * @param database the address of the database; empty for a file in the workshop's folder
 * @param trustLearners whether learners may have Docker engines of their own
 * @param isolation of those who learn Kubernetes
 * @param stuckAfter how long a check may fail before the instructor sees who is stuck on it
 * @param json whether the addresses are printed as JSON
 */
public record WorkshopServeOptions(
    String name,
    String course,
    int seats,
    String address,
    int port,
    int sshPort,
    List<String> hosts,
    String publicAddress,
    boolean behindProxy,
    String database,
    boolean trustLearners,
    Isolation isolation,
    Duration stuckAfter,
    boolean json) {

  /** What learners have of their own. */
  public enum Isolation {
    /** A cluster each. */
    CLUSTER,
    /** A namespace each, of a cluster that they share. */
    NAMESPACE
  }

  public WorkshopServeOptions {
    hosts = List.copyOf(hosts);
  }
}
