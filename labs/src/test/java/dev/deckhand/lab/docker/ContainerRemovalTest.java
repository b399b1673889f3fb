package dev.deckhand.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerRemovalTest {

  @Test
  void anEngineThatRefusesForAWhileIsAskedAgain() {
    var engine = new ScriptedHttpClient(500, 409, 204);

    ContainerRemoval.remove(engine.api(), "abc");

    assertThat(engine.asked).hasSize(3).allMatch("/containers/abc?force=1&v=1"::equals);
  }

  @Test
  void whatIsGoneIsRemoved() {
    var engine = new ScriptedHttpClient(500, 404);

    ContainerRemoval.remove(engine.api(), "abc");

    assertThat(engine.asked).hasSize(2);
  }

  @Test
  void aRefusalThatCannotPassIsToldAtOnce() {
    var engine = new ScriptedHttpClient(403, 204);

    assertThatThrownBy(() -> ContainerRemoval.remove(engine.api(), "abc"))
        .isInstanceOf(ApiError.class);
    assertThat(engine.asked).hasSize(1);
  }

  @Test
  void whoIsInterruptedDoesNotAskAgain() {
    var engine = new ScriptedHttpClient(500, 204);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> ContainerRemoval.remove(engine.api(), "abc"))
        .isInstanceOfAny(ApiError.class, ApiUnavailable.class);

    assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    assertThat(engine.asked).hasSizeLessThanOrEqualTo(1);
  }

  /** An engine that answers what it was told to answer, one after another. */
  private static final class ScriptedHttpClient implements DockerHttpClient {

    private final List<String> asked = new ArrayList<>();
    private final int[] answers;

    private ScriptedHttpClient(int... answers) {
      this.answers = answers;
    }

    private EngineApi api() {
      return new EngineApi(EngineAddress.socket(Path.of("nowhere")), this);
    }

    @Override
    public Response execute(Request request) {
      asked.add(request.path());
      return new Answer(answers[asked.size() - 1]);
    }

    @Override
    public void close() {}
  }

  private record Answer(int status) implements DockerHttpClient.Response {

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return Map.of();
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream("{\"message\":\"no\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
  }
}
