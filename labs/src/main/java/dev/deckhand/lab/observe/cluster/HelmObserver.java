package dev.deckhand.lab.observe.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.observe.Observer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Observes Helm's releases, by the Secrets that Helm keeps them in. */
record HelmObserver(KubernetesObserver secrets) implements Observer<HelmRelease> {

  @Override
  public Observation observe(HelmRelease release) {
    return HelmReleaseReader.releases(secrets.observe(HelmReleaseReader.secretsOf(release)));
  }

  @Override
  public Watch watch(Set<HelmRelease> releases, BiConsumer<HelmRelease, Observation> listener) {
    var bySecrets = new HashMap<KubernetesObject, HelmRelease>();
    releases.forEach(release -> bySecrets.put(HelmReleaseReader.secretsOf(release), release));
    return secrets.watch(
        bySecrets.keySet(),
        (secret, seen) -> listener.accept(bySecrets.get(secret), HelmReleaseReader.releases(seen)));
  }

  @Override
  public List<String> causes(HelmRelease release) {
    return switch (observe(release)) {
      case Observation.Snapshot(var found) when found.isEmpty() -> missingCauses(release);
      case Observation.Snapshot(var found) ->
          found.stream().map(HelmObserver::cause).filter(cause -> !cause.isEmpty()).toList();
      case Observation.Unreachable _ -> List.of();
    };
  }

  /** A release that isn't there may be in another namespace, or was applied without Helm. */
  private List<String> missingCauses(HelmRelease release) {
    String name = release.name();
    try {
      List<String> elsewhere =
          new ObjectLocator(secrets.reader()).sentence(HelmReleaseReader.secretsOf(release));
      if (name == null || !elsewhere.isEmpty()) {
        return elsewhere;
      }
      var labels = Map.of("app.kubernetes.io/instance", name);
      for (var kind : List.of("apps/v1 Deployment", "apps/v1 StatefulSet", "v1 Service")) {
        String[] words = kind.split(" ", 2);
        var objects = new KubernetesObject(words[0], words[1], null, release.namespace(), labels);
        for (JsonNode object : secrets.reader().objects(objects)) {
          if (object.at("/metadata/annotations/meta.helm.sh~1release-name").isMissingNode()) {
            return List.of(
                words[1]
                    + " \""
                    + ClusterReader.metadata(object, "name")
                    + "\" of a chart is there, but no release: it was applied without Helm, as by"
                    + " \"helm template\" and \"kubectl apply\". \"helm install\" makes a"
                    + " release.");
          }
        }
      }
    } catch (ApiException unknown) {
      // nothing can be said then
    }
    return List.of();
  }

  private static String cause(DataNode release) {
    String who = "Release \"" + release.at("name").text() + "\"";
    String description = Sentence.of(release.at("description").text());
    return switch (release.at("status").text()) {
      case "failed" ->
          who + " failed at revision " + release.at("revision").text() + ": " + description;
      case "pending-install", "pending-upgrade", "pending-rollback" ->
          who + " is not done yet, or was broken off: " + description;
      case "uninstalling" -> who + " is being uninstalled.";
      case "uninstalled" -> who + " was uninstalled, and its history kept.";
      default -> "";
    };
  }
}
