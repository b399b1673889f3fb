package dev.deckhand.lab.container;

import com.github.dockerjava.api.model.Bind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a container is started.
 *
 * @param displayName what a learner calls it: {@code cluster}, {@code engine}
 * @param port the port in the container that is published on loopback, or null for none
 * @param readiness when it counts as started
 */
public record ContainerSpec(
    String displayName, List<Bind> binds, @Nullable Integer port, Readiness readiness) {
  public ContainerSpec {
    binds = List.copyOf(binds);
  }
}
