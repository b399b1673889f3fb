package dev.deckhand.lab.cluster;

import dev.deckhand.lab.container.LabEngineStrategy;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import java.util.List;
import java.util.Objects;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/** The container of Testcontainers' k3s module, on the host engine of the caller's choice. */
final class ClusterContainer extends K3sContainer {

  private static final String LOOPBACK = "127.0.0.1";

  private final EngineApi host;

  ClusterContainer(DockerImageName image, EngineApi host) {
    super(image);
    this.host = host;
    this.dockerClient = LabEngineStrategy.client(host.address());
    // The module shares the machine's control groups with the cluster. There, the kubelet takes
    // the groups of other clusters' Pods for its own orphans and removes them.
    setBinds(List.of());
    withCreateContainerCmdModifier(
        create -> Objects.requireNonNull(create.getHostConfig()).withCgroupnsMode("private"));
  }

  /** The port is published on loopback alone, wherever Testcontainers believes to run. */
  @Override
  public String getHost() {
    return LOOPBACK;
  }

  @Override
  public void stop() {
    ContainerRemoval.remove(host, getContainerId());
  }
}
