package dev.deckhand.lab.java.bound;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;

/** Creates the clients of a lab's cluster. None of them connects before its first call. */
public final class ClusterClientFactory {

  private ClusterClientFactory() {}

  /**
   * Returns a client of the lab's cluster, in the kubeconfig's namespace.
   *
   * @param kubeconfig the path of the session's kubeconfig
   */
  public static KubernetesClient kubernetes(String kubeconfig) {
    return LazyClient.create(
        KubernetesClient.class,
        "the Kubernetes client of " + kubeconfig,
        () ->
            new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Path.of(kubeconfig).toFile()))
                .build());
  }

  /** Returns Helm for the kubeconfig's namespace. */
  public static Helm helm() {
    return new Helm("");
  }
}
