package dev.deckhand.lab.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.api.VersionNotServed;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster says while a kind is being installed. */
class DiscoveryTest {

  private static final String GROUP =
      """
      {'name':'sea.dev','versions':[{'groupVersion':'sea.dev/v1','version':'v1'}],
       'preferredVersion':{'groupVersion':'sea.dev/v1','version':'v1'}}
      """;
  private static final String EMPTY = "{'groupVersion':'sea.dev/v1','resources':[]}";
  private static final String BOATS =
      """
      {'groupVersion':'sea.dev/v1','resources':[
        {'name':'boats','singularName':'boat','namespaced':true,'kind':'Boat','verbs':['list']}]}
      """;

  private ScriptedKubeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedKubeServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aKindThatIsServedSinceTheFirstLookIsFound() {
    server
        .answer("GET /apis/sea.dev/v1", 404, "{}")
        .answer("GET /apis/sea.dev", 200, GROUP)
        .answer("GET /apis/sea.dev/v1", 200, EMPTY)
        .answer("GET /apis/sea.dev/v1", 200, BOATS);
    try (KubeApi api = server.api()) {
      assertThat(new Discovery(api).find("sea.dev/v1", "Boat"))
          .contains(new ResourceKind("sea.dev/v1", "Boat", "boats", true));
    }
    assertThat(server.requests())
        .containsExactly(
            "GET /apis/sea.dev/v1",
            "GET /apis/sea.dev",
            "GET /apis/sea.dev/v1",
            "GET /apis/sea.dev/v1");
  }

  @Test
  void anotherVersionIsNamed() {
    server
        .answer("GET /apis/sea.dev", 200, GROUP)
        .answer("GET /apis/sea.dev/v1", 200, EMPTY)
        .answer("GET /apis/sea.dev/v1", 200, BOATS);
    try (KubeApi api = server.api()) {
      var discovery = new Discovery(api);
      assertThatThrownBy(() -> discovery.find("sea.dev/v2", "Boat"))
          .isInstanceOf(VersionNotServed.class)
          .hasMessageContaining("serves Boat in sea.dev/v1, and not in sea.dev/v2");
    }
  }
}
