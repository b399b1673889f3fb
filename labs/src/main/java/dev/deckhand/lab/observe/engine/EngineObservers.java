package dev.deckhand.lab.observe.engine;

import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.probe.ContainerExecProbe;
import dev.deckhand.lab.probe.ContainerTunnel;
import dev.deckhand.lab.probe.EngineHostResolver;
import dev.deckhand.lab.probe.HttpProbe;
import java.time.Duration;
import java.util.Map;

/** The observers of an engine that runs in a container. */
public final class EngineObservers {
  private static final Duration PING_TIMEOUT = Duration.ofSeconds(3);

  private EngineObservers() {}

  public static Observers of(EngineApi api, ContainerTunnel tunnel) {
    var objects = new DockerObserver(api);
    return Observers.of(() -> api.ping(PING_TIMEOUT))
        .add(DockerObject.class, objects)
        .add(
            HttpAnswer.class,
            new HttpProbe(
                new EngineHostResolver(api), tunnel, host -> objects.causes(container(host))))
        .add(
            Execution.class,
            execution -> execution.scene() == Execution.Location.CONTAINER,
            new ContainerExecProbe(api, name -> objects.causes(container(name))))
        .build();
  }

  private static DockerObject container(String name) {
    return new DockerObject(DockerKind.CONTAINER, name, Map.of());
  }
}
