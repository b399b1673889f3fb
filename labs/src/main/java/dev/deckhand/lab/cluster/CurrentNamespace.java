package dev.deckhand.lab.cluster;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The namespace that the learner's commands use by default: the one in the session's kubeconfig,
 * which {@code kubectl config set-context} changes.
 *
 * @param fallback for a kubeconfig that names none, or can't be read
 */
record CurrentNamespace(Path kubeconfig, String fallback) implements Supplier<String> {

  @Override
  public String get() {
    try {
      @Nullable String chosen = Config.fromKubeconfig(Files.readString(kubeconfig)).getNamespace();
      return chosen == null || chosen.isEmpty() ? fallback : chosen;
    } catch (IOException | RuntimeException unreadable) {
      return fallback;
    }
  }
}
