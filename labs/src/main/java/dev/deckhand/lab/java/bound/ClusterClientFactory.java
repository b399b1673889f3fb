package dev.deckhand.lab.java.bound;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;

/** Makes the clients of a lab's cluster. None of them asks anything before it is asked itself. */
public final class ClusterClientFactory {

  private ClusterClientFactory() {}

  /**
   * Returns a client of the lab's cluster, in the namespace that the kubeconfig names.
   *
   * @param kubeconfig the path of the session's own
   */
  public static KubernetesClient kubernetes(String kubeconfig) {
    return LazyClient.create(
        KubernetesClient.class,
        "the Kubernetes client, by " + kubeconfig,
        () ->
            new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Path.of(kubeconfig).toFile()))
                .build());
  }

  /** Returns Helm, for the namespace that the kubeconfig names. */
  public static Helm helm() {
    return new Helm("");
  }
}
