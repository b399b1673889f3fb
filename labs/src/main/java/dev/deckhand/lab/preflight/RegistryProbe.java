package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.file.IoFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tests whether the registry that the engine pulls from can be reached. Any answer counts, since
 * only the engine has the certificates and credentials.
 *
 * @param registry its address in the engine's configuration
 * @param proxy the HTTP proxy, or null for none
 */
public record RegistryProbe(URI registry, @Nullable URI proxy) {

  private static final Duration TIMEOUT = Duration.ofMillis(2500);

  /** Reads the registry from the engine's answer to {@code GET /info}; empty if there is none. */
  public static Optional<RegistryProbe> of(JsonNode info, HostMachine hostMachine) {
    String address = info.path("IndexServerAddress").asText();
    for (JsonNode mirror : info.path("RegistryConfig").path("Mirrors")) {
      address = mirror.asText();
    }
    URI proxy =
        Stream.of(
                info.path("HttpsProxy").asText(),
                hostMachine.variable("HTTPS_PROXY"),
                hostMachine.variable("https_proxy"))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .flatMap(name -> withHost(name.contains("://") ? name : "http://" + name))
            .orElse(null);
    return withHost(address).map(registry -> new RegistryProbe(registry, proxy));
  }

  private static Optional<URI> withHost(String address) {
    try {
      return Optional.of(new URI(address)).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  String host() {
    return registry.getHost();
  }

  /** Returns why it can't be reached, or an empty string if it can. Takes three seconds at most. */
  String obstacle() throws InterruptedException {
    try (HttpClient client = client()) {
      var request =
          HttpRequest.newBuilder(registry.resolve("/v2/"))
              .timeout(TIMEOUT)
              .method("HEAD", HttpRequest.BodyPublishers.noBody())
              .build();
      var _ = client.send(request, BodyHandlers.discarding());
      return "";
    } catch (SSLException untrusted) {
      return ""; // a server answered; whether to trust it is up to the engine
    } catch (HttpTimeoutException silent) {
      return "no answer within " + TIMEOUT.toMillis() / 1000.0 + " s";
    } catch (ConnectException failure) {
      return isUnresolved(failure) ? "its name can't be looked up" : "the connection was refused";
    } catch (IOException failure) {
      return IoFailure.reason(failure);
    }
  }

  private HttpClient client() {
    var builder =
        HttpClient.newBuilder().connectTimeout(TIMEOUT).version(HttpClient.Version.HTTP_1_1);
    if (proxy != null) {
      int port = proxy.getPort() > 0 ? proxy.getPort() : 80;
      builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), port)));
    }
    return builder.build();
  }

  private static boolean isUnresolved(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(UnresolvedAddressException.class::isInstance);
  }
}
