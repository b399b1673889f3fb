package dev.deckhand.lab.cluster;

import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.container.LabContainer;
import java.util.Map;

/**
 * The programs that a session uses with its cluster: the machine's own where they fit, otherwise
 * the cluster's.
 */
record ClusterTools(SessionFolder folder, LabContainer container, HostPrograms programs) {

  /** Installs a script in the session's {@code bin} for each program that is needed. */
  void install(K3sVersion version) {
    var script = ClusterToolScript.of(folder, container, programs);
    boolean kubectlFits =
        programs.kubectlMinorVersion().map(version::supportsKubectl).orElse(false);
    install(script, "kubectl", kubectlFits);
    boolean helmFits = programs.helmVersion().map(HelmVersion::fits).orElse(false);
    if (helmFits || HelmProgram.isIn(container)) {
      install(script, "helm", helmFits);
    } else if (programs.find("helm").isEmpty()) {
      script.installHelmAdvice();
    } else {
      script.remove("helm");
    }
  }

  /** The variables that lead these programs to a session's cluster. */
  static Map<String, String> environment(SessionFolder folder) {
    return Map.of(
        "KUBECONFIG", folder.kubeconfig().toString(),
        "KUBECACHEDIR", folder.kube().resolve("cache").toString(),
        // the person's own kubectl preferences aren't read
        "KUBECTL_KUBERC", "false",
        "HELM_CACHE_HOME", folder.helm().resolve("cache").toString(),
        "HELM_CONFIG_HOME", folder.helm().resolve("config").toString(),
        "HELM_DATA_HOME", folder.helm().resolve("data").toString());
  }

  private static void install(ClusterToolScript script, String program, boolean fits) {
    if (fits) {
      script.remove(program);
    } else {
      script.install(program);
    }
  }
}
