package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ScriptedKubeServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Removing namespaces while the cluster is too busy to answer. */
@Timeout(60)
class NamespaceReaperTest {

  private static final String ACCOUNT =
      "DELETE /api/v1/namespaces/deckhand-accounts/serviceaccounts/web-ann";
  private static final String DELETE = "DELETE /api/v1/namespaces/web-ann";
  private static final String GET = "GET /api/v1/namespaces/web-ann";
  private static final String ACTIVE = "{'metadata':{'name':'web-ann'}}";
  private static final String TERMINATING =
      "{'metadata':{'name':'web-ann','deletionTimestamp':'2026-01-01T00:00:00Z'}}";
  private static final String BUSY = "{'message':'too many requests'}";

  private ScriptedKubeServer server;
  private KubeApi api;
  private NamespaceReaper reaper;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedKubeServer();
    api = server.api();
    reaper = new NamespaceReaper(api, List.of());
  }

  @AfterEach
  void stop() {
    reaper.close();
    api.close();
    server.close();
  }

  /** Waits until a request has been made so many times. */
  private void await(String request, int times) throws InterruptedException {
    while (server.requests().stream().filter(request::equals).count() < times) {
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  @Test
  void aClusterThatRefusesIsAskedAgain() throws InterruptedException {
    server
        .answer(GET, 200, ACTIVE)
        .answer(DELETE, 429, BUSY)
        .answer(DELETE, 500, BUSY)
        .answer(DELETE, 200, "{}");
    reaper.remove(new SeatNamespace(api, "web-ann"));
    await(DELETE, 3);
    assertThat(server.requests().indexOf(ACCOUNT)).isLessThan(server.requests().indexOf(DELETE));
  }

  @Test
  void whatIsBeingRemovedIsNotToldTwice() throws InterruptedException {
    server.answer(GET, 200, TERMINATING);
    reaper.remove(new SeatNamespace(api, "web-ann"));
    reaper.remove(new SeatNamespace(api, "web-ann"));
    await(GET, 4);
    assertThat(server.requests()).doesNotContain(DELETE);
  }

  @Test
  void thoseWhoStayKeepTheirs() throws InterruptedException {
    server
        .answer(
            "GET /api/v1/namespaces",
            200,
            "{'items':[{'metadata':{'name':'web-ann'}},{'metadata':{'name':'web-bob'}}]}")
        .answer(GET, 200, ACTIVE)
        .answer(DELETE, 200, "{}");
    reaper.removeExcept(Set.of("web-bob"));
    await(DELETE, 1);
    assertThat(server.requests()).noneMatch(request -> request.endsWith("/web-bob"));
  }
}
