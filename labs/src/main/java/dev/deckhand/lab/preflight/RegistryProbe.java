package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the registry that the engine pulls from can be reached, without asking it for
 * anything.
 *
 * @param registry as the engine names it
 * @param proxy what stands between, or null
 */
public record RegistryProbe(URI registry, @Nullable URI proxy) {

  private static final int TIMEOUT_MILLIS = 2500;

  /** Reads what the engine says; empty where it names no registry. */
  public static Optional<RegistryProbe> of(JsonNode info, HostMachine hostMachine) {
    String address = info.path("IndexServerAddress").asText();
    for (JsonNode mirror : info.path("RegistryConfig").path("Mirrors")) {
      address = mirror.asText();
    }
    try {
      return address.isEmpty()
          ? Optional.empty()
          : Optional.of(new RegistryProbe(new URI(address), proxy(info, hostMachine)))
              .filter(trial -> trial.registry().getHost() != null);
    } catch (java.net.URISyntaxException odd) {
      return Optional.empty();
    }
  }

  private static @Nullable URI proxy(JsonNode info, HostMachine hostMachine) {
    for (String said :
        new String[] {
          info.path("HttpsProxy").asText(),
          hostMachine.variable("HTTPS_PROXY"),
          hostMachine.variable("https_proxy")
        }) {
      if (!said.isEmpty()) {
        URI uri = URI.create(said.contains("://") ? said : "http://" + said);
        return uri.getHost() == null ? null : uri;
      }
    }
    return null;
  }

  String host() {
    return registry.getHost();
  }

  /** Returns why it cannot be reached; empty where it can. Takes three seconds at most. */
  String obstacle() {
    boolean tls = !"http".equals(registry.getScheme());
    int port = registry.getPort() > 0 ? registry.getPort() : tls ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(targetAddress(port), TIMEOUT_MILLIS);
      if (proxy != null) {
        openProxyTunnel(socket, port);
      }
      if (tls) {
        handshake(socket, port);
      }
      return "";
    } catch (SSLException strange) {
      // somebody answered; whether to trust them is for the engine to say, which has its own list
      return "";
    } catch (UnknownHostException unknown) {
      return "its name cannot be looked up";
    } catch (IOException failure) {
      return String.valueOf(failure.getMessage());
    }
  }

  private InetSocketAddress targetAddress(int port) throws UnknownHostException {
    return proxy == null
        ? new InetSocketAddress(InetAddress.getByName(host()), port)
        : new InetSocketAddress(
            InetAddress.getByName(proxy.getHost()), proxy.getPort() > 0 ? proxy.getPort() : 80);
  }

  private void handshake(Socket socket, int port) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (var secure = (SSLSocket) factory.createSocket(socket, host(), port, false)) {
      secure.startHandshake();
    }
  }

  private void openProxyTunnel(Socket socket, int port) throws IOException {
    String to = host() + ":" + port;
    String request = "CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var head = new StringBuilder();
    while (head.length() < 8192 && head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    String status = head.toString().lines().findFirst().orElse("no answer");
    if (!status.contains(" 200")) {
      throw new IOException("the proxy said: " + status);
    }
  }
}
