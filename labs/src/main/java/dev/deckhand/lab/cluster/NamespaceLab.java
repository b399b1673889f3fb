package dev.deckhand.lab.cluster;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Manual;
import dev.deckhand.lab.NameQuery;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A namespace of a shared cluster, as the lab of one lesson or learner. It observes and clears only
 * that namespace.
 */
final class NamespaceLab implements LabPart {

  private final LabContainer container;
  private final KubeApi api;
  private final ClusterOptions options;
  private final SessionFolder folder;
  private final SessionKubeconfig kubeconfig;
  private final Observers observers;
  private final ClusterObjectNames names;
  private final ClusterBaseline baseline;
  private final Manual manual;
  private final Runnable onClose;

  /**
   * @param api with an administrator's rights
   * @param options of the cluster, with this namespace
   * @param kubeconfig of those who use the lab; written into their folder
   * @param baseline of this namespace
   * @param onClose what closing does
   */
  NamespaceLab(
      LabContainer container,
      KubeApi api,
      ClusterOptions options,
      SessionFolder folder,
      SessionKubeconfig kubeconfig,
      ClusterBaseline baseline,
      Runnable onClose) {
    this.container = container;
    this.api = api;
    this.options = options;
    this.folder = folder;
    this.kubeconfig = kubeconfig;
    this.baseline = baseline;
    this.onClose = onClose;
    var discovery = new Discovery(api);
    this.observers =
        ClusterObservers.of(
            new ClusterReader(api, discovery, options.namespace()),
            new ContainerTunnel(container.host().api(), container.id()));
    this.manual = new ClusterManual(api, discovery);
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
      throw LabFault.notCleared("namespace", failure);
    }
  }

  @Override
  public List<String> changes() {
    return baseline.changesInside();
  }

  @Override
  public void close() {
    onClose.run();
  }
}
