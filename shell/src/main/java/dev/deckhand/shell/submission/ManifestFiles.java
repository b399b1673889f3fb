package dev.deckhand.shell.submission;

import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Finds the files of a submission that are Kubernetes manifests. */
final class ManifestFiles {

  private static final Pattern NAME = Pattern.compile("(?i).*\\.(ya?ml|json)");
  private static final Pattern KUSTOMIZATION =
      Pattern.compile("(.*/)?(kustomization\\.ya?ml|Kustomization)");
  private static final Pattern YAML_VERSION = Pattern.compile("(?m)^apiVersion\\s*:");
  private static final Pattern YAML_KIND = Pattern.compile("(?m)^kind\\s*:");
  private static final Pattern JSON_VERSION = Pattern.compile("\"apiVersion\"\\s*:");
  private static final Pattern JSON_KIND = Pattern.compile("\"kind\"\\s*:");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}./_@%+,:=-]+");

  private ManifestFiles() {}

  /** The paths of the manifests, in their order; those that belong to a Helm chart aren't any. */
  static List<String> of(SortedMap<String, SubmittedFile> files) {
    return files.entrySet().stream()
        .filter(file -> NAME.matcher(file.getKey()).matches())
        .filter(file -> !KUSTOMIZATION.matcher(file.getKey()).matches())
        .filter(file -> isManifest(file.getValue().text()))
        .map(Map.Entry::getKey)
        .filter(path -> !isInChart(path, files))
        .toList();
  }

  private static boolean isManifest(String text) {
    return (YAML_VERSION.matcher(text).find() && YAML_KIND.matcher(text).find())
        || (text.stripLeading().startsWith("{")
            && JSON_VERSION.matcher(text).find()
            && JSON_KIND.matcher(text).find());
  }

  private static boolean isInChart(String path, SortedMap<String, SubmittedFile> files) {
    for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
      if (files.containsKey(path.substring(0, slash + 1) + "Chart.yaml")) {
        return true;
      }
    }
    return files.containsKey("Chart.yaml");
  }

  /** The command that applies a file. */
  static String apply(String path) {
    String file = PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    return "kubectl apply -f " + file;
  }
}
