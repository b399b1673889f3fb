package dev.deckhand.lab.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryProbeTest {

  @TempDir Path root;

  @Test
  void anyAnswerMeansThatItCanBeReached() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(401, -1));
    server.start();
    try {
      var registry = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/");
      assertThat(new RegistryProbe(registry, null).obstacle()).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatIsNotTrustedCanBeReached() throws Exception {
    try (var server = answering("this isn't TLS\r\n")) {
      var registry = URI.create("https://localhost:" + server.getLocalPort() + "/v1/");
      assertThat(new RegistryProbe(registry, null).obstacle()).isEmpty();
    }
  }

  @Test
  void aProxyThatRefusesIsTheObstacle() throws Exception {
    try (var proxy = answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
      var probe =
          new RegistryProbe(
              URI.create("https://registry.invalid/v1/"),
              URI.create("http://localhost:" + proxy.getLocalPort()));
      assertThat(probe.obstacle()).contains("403");
    }
  }

  @Test
  void anUnknownNameAndAClosedPortAreNamed() throws Exception {
    assertThat(new RegistryProbe(URI.create("https://no-such.invalid/v1/"), null).obstacle())
        .isEqualTo("its name can't be looked up");
    int closed;
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = server.getLocalPort();
    }
    assertThat(new RegistryProbe(URI.create("https://localhost:" + closed), null).obstacle())
        .isEqualTo("the connection was refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://my proxy:80", "::::", "http://", "http://a_b"})
  void aMalformedProxyIsNoProxy(String proxy) throws Exception {
    var info = new JsonMapper().readTree("{\"IndexServerAddress\":\"https://localhost/v1/\"}");
    HostMachine machine = MachineFixtures.of(root, Map.of("HTTPS_PROXY", proxy), false);
    assertThat(RegistryProbe.of(info, machine).orElseThrow().proxy()).isNull();
  }

  /** A server that answers the first bytes of each connection with the same text. */
  private static ServerSocket answering(String text) throws Exception {
    var server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (var socket = server.accept()) {
              if (socket.getInputStream().read(new byte[4096]) > 0) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
              }
            } catch (java.io.IOException closed) {
              return;
            }
          }
        });
    return server;
  }
}
