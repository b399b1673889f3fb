package dev.deckhand.lab.cluster;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Manual;
import dev.deckhand.lab.NameQuery;
import dev.deckhand.lab.Recorder;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.completion.ClusterObjectNames;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.kube.ClusterManual;
import dev.deckhand.lab.kube.Discovery;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.observe.cluster.ClusterObservers;
import dev.deckhand.lab.observe.cluster.ClusterReader;
import dev.deckhand.lab.probe.ContainerTunnel;
import dev.deckhand.lesson.Ability;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A learner's own Kubernetes cluster: k3s with one node, in one container. */
public final class K3sLab implements LabPart {

  private final LabContainer container;
  private final KubeApi api;
  private final ClusterOptions options;
  private final SessionFolder folder;
  private final SessionKubeconfig kubeconfig;
  private final Observers observers;
  private final ClusterObjectNames names;
  private final ClusterBaseline baseline;
  private final Manual manual;
  private final @Nullable Recorder recorder;
  private final Set<String> tenantNamespaces = ConcurrentHashMap.newKeySet();
  private final Set<String> openNamespaces = ConcurrentHashMap.newKeySet();
  private final NamespaceReaper reaper;
  private final Runnable onClose;

  /**
   * @param onClose what closing does beside disconnecting: ends the cluster, or leaves it to others
   */
  K3sLab(
      LabContainer container,
      KubeApi api,
      ClusterOptions options,
      SessionFolder folder,
      SessionKubeconfig kubeconfig,
      ClusterBaseline baseline,
      @Nullable Recorder recorder,
      Runnable onClose) {
    this.onClose = onClose;
    this.container = container;
    this.api = api;
    this.options = options;
    this.folder = folder;
    this.kubeconfig = kubeconfig;
    var discovery = new Discovery(api);
    this.observers =
        ClusterObservers.of(
            new ClusterReader(api, discovery, options.namespace()),
            new ContainerTunnel(container.host().api(), container.id()));
    this.baseline = baseline;
    this.reaper = new NamespaceReaper(api, baseline.kinds());
    this.manual = new ClusterManual(api, discovery);
    this.recorder = recorder;
    this.names =
        new ClusterObjectNames(
            api, discovery, new CurrentNamespace(folder.kubeconfig(), options.namespace()));
  }

  @Override
  public Observers observers() {
    return observers;
  }

  @Override
  public Set<Ability> abilities() {
    return options.abilities();
  }

  @Override
  public Map<String, String> environment() {
    return ClusterTools.environment(folder);
  }

  @Override
  public List<String> names(NameQuery query) {
    return names.of(query);
  }

  @Override
  public Optional<Recorder> recorder() {
    return Optional.ofNullable(recorder);
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
      baseline.restore();
      ClusterStarter.makeNamespace(api, options.namespace());
      kubeconfig.write(folder.kubeconfig());
    } catch (ApiException failure) {
      throw LabFault.notCleared("cluster", failure);
    }
  }

  /** Prepares a cluster that learners share whom the machine must not trust. */
  public void prepareSeats() {
    SeatNamespace.prepare(api);
  }

  /**
   * Opens a lab for a learner, in a new namespace or in the one that a killed process left. Closing
   * it removes the namespace, without waiting for that.
   *
   * @param seat the learner's own
   * @param milliCpu the learner's share of the machine, in thousandths of a processor
   */
  public LabPart openSeat(SessionFolder seat, String namespace, int milliCpu)
      throws InterruptedException {
    KubeApi seatApi = KubeApi.of(kubeconfig.text());
    var own = new SeatNamespace(seatApi, namespace);
    boolean opened = false;
    try {
      own.create(milliCpu);
      SessionKubeconfig seats = kubeconfig.forToken(own.token(), namespace);
      seats.write(seat.kubeconfig());
      LabPart lab = seatLab(seat, seatApi, seats, namespace);
      opened = true;
      return lab;
    } finally {
      if (!opened) {
        seatApi.close();
        discardSeat(namespace);
      }
    }
  }

  /** Takes over the lab of a learner; empty if its namespace is gone. */
  public Optional<LabPart> adoptSeat(SessionFolder seat, String namespace)
      throws InterruptedException {
    KubeApi seatApi = KubeApi.of(kubeconfig.text());
    boolean opened = false;
    try {
      var own = new SeatNamespace(seatApi, namespace);
      if (!own.exists()) {
        return Optional.empty();
      }
      SessionKubeconfig seats = kubeconfig.forToken(own.token(), namespace);
      if (!Files.exists(seat.kubeconfig())) {
        seats.write(seat.kubeconfig());
      }
      LabPart lab = seatLab(seat, seatApi, seats, namespace);
      opened = true;
      return Optional.of(lab);
    } finally {
      if (!opened) {
        seatApi.close();
      }
    }
  }

  /**
   * The lab of one learner.
   *
   * @param seatApi a connection of its own: API servers bound the requests and watches at a time on
   *     each, and a class has more
   */
  private LabPart seatLab(
      SessionFolder seat, KubeApi seatApi, SessionKubeconfig seats, String namespace)
      throws InterruptedException {
    return new NamespaceLab(
        container,
        seatApi,
        options.withNamespace(namespace),
        seat,
        seats,
        baseline.withApi(seatApi).forSeat(namespace),
        () -> {
          discardSeat(namespace);
          seatApi.close();
        });
  }

  /** Removes the namespace of a learner, if there is one, and doesn't wait for that. */
  public void discardSeat(String namespace) {
    reaper.remove(new SeatNamespace(api, namespace));
  }

  /**
   * Removes the namespaces of all learners but some, and doesn't wait for that.
   *
   * @param kept their names
   * @throws ApiException if the cluster doesn't say which there are
   */
  public void discardSeatsExcept(Set<String> kept) {
    reaper.removeExcept(kept);
  }

  /** What keeps namespaces of learners who have left from being removed, a sentence for each. */
  public List<String> heldNamespaces() {
    return reaper.problems();
  }

  /**
   * Opens a lab in a namespace of this cluster, for one of several lessons that share it. It
   * observes and clears only that namespace; closing it empties the namespace.
   *
   * @param tenant its folder, below this session's {@link SessionFolder#tenants}
   */
  public LabPart openInNamespace(SessionFolder tenant, String namespace, HostPrograms hostPrograms)
      throws InterruptedException {
    if (!openNamespaces.add(namespace)) {
      throw new IllegalArgumentException("a lab in the namespace " + namespace + " is open");
    }
    tenantNamespaces.add(namespace);
    ClusterOptions tenantOptions = options.withNamespace(namespace);
    SessionKubeconfig tenantKubeconfig = kubeconfig.withNamespace(namespace);
    tenantKubeconfig.write(tenant.kubeconfig());
    KubeApi tenantApi = KubeApi.of(tenantKubeconfig.text());
    try {
      // first, so that a cluster that is gone is reported as such
      ClusterStarter.makeNamespace(tenantApi, namespace);
      new ClusterTools(tenant, container, hostPrograms).install(options.version());
      var state = baseline.withApi(tenantApi).forNamespace(namespace);
      return new NamespaceLab(
          container,
          tenantApi,
          tenantOptions,
          tenant,
          tenantKubeconfig,
          state,
          () -> {
            restoreQuietly(state);
            openNamespaces.remove(namespace);
            tenantApi.close();
          });
    } catch (RuntimeException | InterruptedException failure) {
      openNamespaces.remove(namespace);
      tenantApi.close();
      throw failure;
    }
  }

  @Override
  public List<String> changes() {
    return baseline.changesOutside(Set.of());
  }

  /** Describes what was changed outside of the namespaces of its lessons. */
  public List<String> changesOutsideNamespaces() {
    return baseline.changesOutside(tenantNamespaces);
  }

  /** Empties the namespace, since other lessons need the node's resources. */
  private static void restoreQuietly(ClusterBaseline state) {
    try {
      state.restore();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ApiException | LabFault gone) {
      // the cluster is gone, and its objects with it
    }
  }

  @Override
  public void close() {
    reaper.close();
    onClose.run();
    api.close();
  }
}
