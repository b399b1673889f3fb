package dev.deckhand.lab.observe.cluster;

import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HelmRelease;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.probe.ClusterHostResolver;
import dev.deckhand.lab.probe.ContainerTunnel;
import dev.deckhand.lab.probe.HttpProbe;
import dev.deckhand.lab.probe.PodExecProbe;
import java.time.Duration;
import java.util.List;

/** The observers of a cluster whose node is a container. */
public final class ClusterObservers {
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(3);

  /** How long a watch that lost its server waits at most before it tries again. */
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);

  private ClusterObservers() {}

  public static Observers of(ClusterReader reader, ContainerTunnel tunnel) {
    var objects = new KubernetesObserver(reader, MAX_BACKOFF);
    var hosts = new ClusterHostResolver(reader.api(), reader.namespace());
    return Observers.of(() -> reader.api().ping(PING_TIMEOUT))
        .add(KubernetesObject.class, objects)
        .add(HelmRelease.class, new HelmObserver(objects))
        .add(
            HttpAnswer.class,
            new HttpProbe(
                hosts,
                tunnel,
                host -> hosts.serviceOf(host).map(objects::causes).orElse(List.of())))
        .add(
            Execution.class,
            execution -> execution.scene() == Execution.Location.POD,
            new PodExecProbe(reader.api(), reader.namespace(), objects::causes))
        .build();
  }
}
