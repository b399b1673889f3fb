package dev.deckhand.lab;

import java.nio.file.Path;

/**
 * The paths of one session's folders. Whoever opens the session creates them.
 *
 * @param id eight letters and digits; the value of the label {@link #LABEL}
 * @param root the session's folder, readable by its owner only; a short path, since it contains
 *     sockets, whose paths have at most 107 bytes
 * @param workspace where the learner's commands run and the learner's files are
 */
public record SessionFolder(String id, Path root, Path workspace) {

  /** The label with the session's id, on everything that a session starts. */
  public static final String LABEL = "dev.deckhand.session";

  /**
   * The label with the session's state folder, so that sessions of other state folders are left
   * alone.
   */
  public static final String OWNER_LABEL = "dev.deckhand.owner";

  /** Commands that take precedence over those of the machine. */
  public Path bin() {
    return root.resolve("bin");
  }

  /** kubectl's files. */
  public Path kube() {
    return root.resolve("kube");
  }

  public Path kubeconfig() {
    return kube().resolve("config");
  }

  public Path dockerConfig() {
    return root.resolve("docker");
  }

  public Path helm() {
    return root.resolve("helm");
  }

  /** The private engine's sockets and keys. */
  public Path engine() {
    return root.resolve("engine");
  }

  /** The folders of the sessions that share this session's cluster. */
  public Path tenants() {
    return root.resolve("guests");
  }

  public Path log() {
    return root.resolve("log");
  }
}
