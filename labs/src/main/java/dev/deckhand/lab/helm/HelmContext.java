package dev.deckhand.lab.helm;

import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a helm command is run.
 *
 * @param kubeconfig the session's own
 * @param folder the learner's current folder
 */
public record HelmContext(Path kubeconfig, Path folder) {

  /** The namespace of a line: the flag's, else the one that the kubeconfig says. */
  String namespace(HelmArguments line) {
    return line.value("namespace").orElseGet(this::currentNamespace);
  }

  private String currentNamespace() {
    try {
      var config = KubeConfigUtils.parseConfigFromString(Files.readString(kubeconfig));
      return config.getContexts().stream()
          .filter(context -> context.getName().equals(config.getCurrentContext()))
          .map(context -> context.getContext().getNamespace())
          .filter(namespace -> namespace != null && !namespace.isEmpty())
          .findFirst()
          .orElse("default");
    } catch (IOException unreadable) {
      throw new HelmCommandException(
          "There is no cluster to speak to: "
              + kubeconfig
              + " cannot be read. Next: start a lesson that has one.");
    }
  }

  String kubeconfigText() {
    try {
      return Files.readString(kubeconfig);
    } catch (IOException unreadable) {
      throw new HelmCommandException("The kubeconfig " + kubeconfig + " cannot be read.");
    }
  }

  /** A file or folder as the learner names it. */
  Path path(String written) {
    return folder.resolve(written).normalize();
  }

  /** A chart as the learner names it: a path where there is one, else a reference. */
  String chart(String written) {
    Path path = path(written);
    return Files.exists(path) ? path.toString() : written;
  }
}
