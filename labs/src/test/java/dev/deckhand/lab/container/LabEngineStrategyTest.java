package dev.deckhand.lab.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.container.LabEngineStrategy.EngineGoneError;
import dev.deckhand.lab.docker.EngineAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

class LabEngineStrategyTest {

  @Test
  void anEngineThatIsGoneIsNeverReplacedByAnother(@TempDir Path folder) {
    var address = new EngineAddress(URI.create("unix://" + folder.resolve("docker.sock")), null);
    var gone =
        new LabEngineStrategy(() -> address) {
          @Override
          protected boolean isApplicable() {
            return true;
          }
        };
    var other = new OtherEngineStrategy();

    assertThatThrownBy(
            () -> DockerClientProviderStrategy.getFirstValidStrategy(List.of(other, gone)))
        .isInstanceOf(EngineGoneError.class)
        .hasMessageContaining("docker.sock doesn't answer");
    assertThat(other.asked).isFalse();
  }

  /** What Testcontainers would try next, and then write into the home folder. */
  private static final class OtherEngineStrategy extends DockerClientProviderStrategy {

    private final AtomicBoolean asked = new AtomicBoolean();

    @Override
    protected boolean test() {
      asked.set(true);
      return false;
    }

    @Override
    public String getDescription() {
      return "another engine";
    }

    @Override
    public TransportConfig getTransportConfig() {
      return TransportConfig.builder().build();
    }

    @Override
    protected int getPriority() {
      return 1;
    }
  }
}
