package dev.deckhand.lab.helm;

import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a helm command runs.
 *
 * @param kubeconfig the session's own
 * @param folder the learner's current folder
 */
public record HelmContext(Path kubeconfig, Path folder) {

  /** The namespace that the kubeconfig selects. */
  String currentNamespace() {
    var config = KubeConfigUtils.parseConfigFromString(kubeconfigText());
    return config.getContexts().stream()
        .filter(context -> context.getName().equals(config.getCurrentContext()))
        .map(context -> context.getContext().getNamespace())
        .filter(namespace -> namespace != null && !namespace.isEmpty())
        .findFirst()
        .orElse("default");
  }

  String kubeconfigText() {
    try {
      return Files.readString(kubeconfig);
    } catch (IOException unreadable) {
      throw new HelmCommandException(
          "there is no cluster: the kubeconfig "
              + kubeconfig
              + " can't be read. Next: start a lesson that has a cluster.");
    }
  }

  /** Resolves a file or folder as the learner typed it. */
  Path path(String typed) {
    return folder.resolve(typed).normalize();
  }

  /** Resolves a chart as the learner typed it: a path if it exists, else a reference. */
  String chart(String typed) {
    Path path = path(typed);
    return Files.exists(path) ? path.toString() : typed;
  }
}
