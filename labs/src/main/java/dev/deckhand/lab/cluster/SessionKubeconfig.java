package dev.deckhand.lab.cluster;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The kubeconfig of one session, with the lesson's namespace as the current one.
 *
 * @param text the whole file
 */
record SessionKubeconfig(String text) {

  private static final String OWNER_ONLY_PERMISSIONS = "rw-------";

  /**
   * Returns k3s's kubeconfig with the address changed to loopback.
   *
   * @param port where the API server is published on 127.0.0.1
   */
  static SessionKubeconfig from(String own, int port, String namespace) {
    Config config = KubeConfigUtils.parseConfigFromString(own);
    config.getClusters().getFirst().getCluster().setServer("https://127.0.0.1:" + port);
    config.getContexts().getFirst().getContext().setNamespace(namespace);
    config.setCurrentContext(config.getContexts().getFirst().getName());
    return new SessionKubeconfig(Serialization.asYaml(config));
  }

  /** The same with another current namespace. */
  SessionKubeconfig withNamespace(String namespace) {
    Config config = KubeConfigUtils.parseConfigFromString(text);
    config.getContexts().getFirst().getContext().setNamespace(namespace);
    return new SessionKubeconfig(Serialization.asYaml(config));
  }

  /** The same for an account that has a token, with another current namespace. */
  SessionKubeconfig forToken(String token, String namespace) {
    Config config = KubeConfigUtils.parseConfigFromString(text);
    config.getContexts().getFirst().getContext().setNamespace(namespace);
    var account = new AuthInfo();
    account.setToken(token);
    config.getUsers().getFirst().setUser(account);
    return new SessionKubeconfig(Serialization.asYaml(config));
  }

  /** Whether k3s has written its kubeconfig completely. */
  static boolean isComplete(String own) {
    return own.contains("client-key-data") && own.contains("current-context");
  }

  /** Writes it, readable by its owner only. */
  void write(Path file) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString(OWNER_ONLY_PERMISSIONS)));
      }
      // the file is overwritten in place, since the cluster's container has it mounted
      Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
