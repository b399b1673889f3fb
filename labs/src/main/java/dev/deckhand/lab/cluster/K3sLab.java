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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable Recorder recorder;
  private final Set<String> lodged;
  private final Runnable leave;

  K3sLab(
      LabContainer container,
      KubeApi api,
      ClusterTerms terms,
      SessionRoom room,
      SessionKubeconfig kubeconfig,
      ClusterState ready,
      @Nullable Recorder recorder) {
    this(container, api, terms, room, kubeconfig, ready, recorder, container::close);
  }

  private K3sLab(
      LabContainer container,
      KubeApi api,
      ClusterTerms terms,
      SessionRoom room,
      SessionKubeconfig kubeconfig,
      ClusterState ready,
      @Nullable Recorder recorder,
      Runnable leave) {
    this.lodged = ConcurrentHashMap.newKeySet();
    this.leave = leave;
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
    return Optional.ofNullable(recorder);
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

  /**
   * Lets a lesson live in a namespace of this cluster, which is its alone. What it sees and clears
   * is that namespace; closing it empties the namespace and leaves the cluster to others.
   *
   * @param guest its room, below this session's {@link SessionRoom#guests}
   */
  public K3sLab lodge(SessionRoom guest, String namespace, Programs programs)
      throws InterruptedException {
    if (!lodged.add(namespace)) {
      throw new IllegalArgumentException("two guests in the namespace " + namespace);
    }
    ClusterTerms its = terms.in(namespace);
    SessionKubeconfig own = kubeconfig.in(namespace);
    own.write(guest.kubeconfig());
    new KubectlShim(guest, container, programs).provide(terms.version());
    new HelmShim(guest, programs, programs.launcher()).provide();
    KubeApi itsApi = KubeApi.of(own.text());
    try {
      ClusterBoot.makeNamespace(itsApi, namespace);
      var state = ready.through(itsApi).within(namespace);
      return new K3sLab(container, itsApi, its, guest, own, state, null, () -> vacate(state));
    } catch (RuntimeException | InterruptedException failure) {
      itsApi.close();
      throw failure;
    }
  }

  /** What was changed outside of its guests' namespaces. */
  public List<String> strays() {
    return ready.strays(lodged);
  }

  /** Others need the node's room for their Pods. */
  private static void vacate(ClusterState state) {
    try {
      state.restore();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (KubeGone | KubeRefusal | LabFault gone) {
      // the cluster goes with all that is in it
    }
  }

  @Override
  public void close() {
    leave.run();
    api.close();
  }
}
