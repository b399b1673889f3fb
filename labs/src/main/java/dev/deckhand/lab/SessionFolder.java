package dev.deckhand.lab;

import java.nio.file.Path;

/**
 * The folders of one session. Making them is up to whoever opens the session.
 *
 * @param id eight letters and digits; the value of the label {@link #LABEL}
 * @param root the session's own folder, readable by its owner alone; short, since sockets live in
 *     it and a socket's path has at most 107 bytes
 * @param workspace where the learner's commands run and their files are
 */
public record SessionFolder(String id, Path root, Path workspace) {

  /** On everything that a session starts: the session's id. */
  public static final String LABEL = "dev.deckhand.session";

  /** Beside it: the state folder that the session belongs to, so that others' are left alone. */
  public static final String OWNER_LABEL = "dev.deckhand.owner";

  /** Commands that are found before the machine's own. */
  public Path bin() {
    return root.resolve("bin");
  }

  /** What kubectl keeps. */
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

  /** Where the private engine's socket is. */
  public Path engine() {
    return root.resolve("engine");
  }

  /** Where the rooms of those are who live in this session's cluster. */
  public Path tenants() {
    return root.resolve("guests");
  }

  public Path log() {
    return root.resolve("log");
  }
}
