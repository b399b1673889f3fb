package dev.deckhand.lab.engine;

import dev.deckhand.lab.container.LabEngineStrategy;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The privileged container of a private engine, on the host engine of the caller's choice. */
final class EngineContainer extends GenericContainer<EngineContainer> {

  private final EngineApi host;

  EngineContainer(DockerImageName image, EngineApi host) {
    super(image);
    this.host = host;
    this.dockerClient = LabEngineStrategy.client(host.address());
    setPrivilegedMode(true);
  }

  @Override
  public void stop() {
    ContainerRemoval.remove(host, getContainerId());
  }
}
