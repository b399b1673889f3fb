package dev.deckhand.lab.cluster;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Manual;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.Sighting;
import dev.deckhand.lab.Things;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.kube.ClusterManual;
import dev.deckhand.lab.kube.Kinds;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.KubeGone;
import dev.deckhand.lab.kube.KubeRefusal;
import dev.deckhand.lab.names.ClusterNames;
import dev.deckhand.lab.observe.ClusterEyes;
import dev.deckhand.lab.observe.ClusterSight;
import dev.deckhand.lab.observe.Sightings;
import dev.deckhand.lab.probe.Tunnel;
import dev.deckhand.lesson.Ability;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A Kubernetes cluster of a learner's own: k3s, one node, in one container. */
public final class K3sLab implements Lab {

  private final LabContainer container;
  private final KubeApi api;
  private final ClusterTerms terms;
  private final SessionRoom room;
  private final SessionKubeconfig kubeconfig;
  private final ClusterEyes eyes;
  private final ClusterNames names;
  private final ClusterState ready;
  private final Manual manual;
  private final Recorder recorder;

  K3sLab(
      LabContainer container,
      KubeApi api,
      ClusterTerms terms,
      SessionRoom room,
      SessionKubeconfig kubeconfig,
      ClusterState ready,
      Recorder recorder) {
    this.container = container;
    this.api = api;
    this.terms = terms;
    this.room = room;
    this.kubeconfig = kubeconfig;
    this.eyes =
        ClusterEyes.of(
            new ClusterSight(api, new Kinds(api), terms.namespace()),
            new Tunnel(container.host().api(), container.id()));
    this.ready = ready;
    this.manual = new ClusterManual(api);
    this.recorder = recorder;
    this.names = new ClusterNames(api, new ChosenNamespace(room.kubeconfig(), terms.namespace()));
  }

  @Override
  public Set<Ability> abilities() {
    return terms.abilities();
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "KUBECONFIG", room.kubeconfig().toString(),
        "KUBECACHEDIR", room.kube().resolve("cache").toString(),
        // a person's own preferences are theirs: not read either
        "KUBECTL_KUBERC", "false",
        "HELM_CACHE_HOME", room.helm().resolve("cache").toString(),
        "HELM_CONFIG_HOME", room.helm().resolve("config").toString(),
        "HELM_DATA_HOME", room.helm().resolve("data").toString());
  }

  @Override
  public List<String> names(Things things) {
    return names.of(things);
  }

  @Override
  public boolean sees(Subject subject) {
    return eyes.sees(subject);
  }

  @Override
  public Optional<Recorder> recorder() {
    return Optional.of(recorder);
  }

  @Override
  public Observation observe(Subject subject) {
    return eyes.look(subject);
  }

  @Override
  public Watch watch(Collection<Subject> subjects, Consumer<Sighting> listener) {
    return eyes.watch(Set.copyOf(subjects), Sightings.to(listener));
  }

  @Override
  public List<String> causes(Subject subject) {
    return eyes.causes(subject);
  }

  @Override
  public Optional<Manual> manual() {
    return Optional.of(manual);
  }

  @Override
  public void onLost(Consumer<LabFault> listener) {
    container.onDeath(listener);
  }

  @Override
  public void clear() throws InterruptedException {
    try {
      ready.restore();
      ClusterBoot.makeNamespace(api, terms.namespace());
      kubeconfig.write(room.kubeconfig());
    } catch (KubeGone | KubeRefusal failure) {
      throw new LabFault(
          LabFault.Kind.LOST,
          "The cluster could not be cleared: " + failure.getMessage() + ".",
          "Your work is saved. Type \"reset\" to get a fresh lab.",
          failure);
    }
  }

  @Override
  public void close() {
    container.close();
    api.close();
  }
}
