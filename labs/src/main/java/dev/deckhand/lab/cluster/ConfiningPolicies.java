package dev.deckhand.lab.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Policies of a cluster for people whom the machine must not trust: nothing leads from a Pod to its
 * node. The API server reads them from files, so that nobody can change them, whatever their rights
 * (<a href="https://kep.k8s.io/5793">KEP 5793</a>, on by default since Kubernetes 1.37).
 */
final class ConfiningPolicies {

  private static final String FOLDER = "/etc/deckhand/admission/";
  private static final String CONFIGURATION = FOLDER + "admission.yaml";

  private ConfiningPolicies() {}

  /** The arguments of {@code k3s server} that enable them. */
  static List<String> serverArguments() {
    return List.of("--kube-apiserver-arg=admission-control-config-file=" + CONFIGURATION);
  }

  /**
   * The files that have to be in the container before it starts, by their paths.
   *
   * @param shared whether several people use the cluster
   */
  static Map<String, String> files(boolean shared) {
    var files = new HashMap<String, String>();
    files.put(CONFIGURATION, resource("admission.yaml"));
    files.put(FOLDER + "policies/policies.yaml", resource("policies.yaml"));
    if (shared) {
      files.put(FOLDER + "policies/class-policies.yaml", resource("class-policies.yaml"));
    }
    return files;
  }

  /** The text of a file beside this class. */
  static String resource(String name) {
    try (InputStream in = ConfiningPolicies.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
