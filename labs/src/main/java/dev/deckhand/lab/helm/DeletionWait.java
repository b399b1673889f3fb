package dev.deckhand.lab.helm;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a release's objects are deleted, which Helm's library can't do.
 *
 * @param manifest the objects; empty if there is nothing to wait for
 */
record DeletionWait(String manifest) {

  static final DeletionWait NONE = new DeletionWait("");

  /** Remembers a release's objects, before the release is uninstalled. */
  static DeletionWait prepare(HelmRootCommand helm, String release) {
    return StoredRelease.history(helm, release).stream()
        .reduce((_, newest) -> newest)
        .map(newest -> new DeletionWait(newest.manifest()))
        .orElse(NONE);
  }

  /** Blocks until all objects are gone. */
  void await(HelmRootCommand helm, Duration timeout) {
    if (manifest.isBlank()) {
      return;
    }
    Config config = Config.fromKubeconfig(helm.context().kubeconfigText());
    try (var client = new KubernetesClientBuilder().withConfig(config).build()) {
      client
          .load(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
          .inNamespace(helm.namespace())
          .waitUntilCondition(Objects::isNull, timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (KubernetesClientTimeoutException late) {
      throw new HelmCommandException(
          "the objects weren't deleted within " + timeout.toSeconds() + " seconds");
    }
  }
}
