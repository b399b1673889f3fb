package dev.deckhand.lab.probe;

import dev.deckhand.check.HeaderName;
import dev.deckhand.check.Node;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.lab.docker.ExecPipe;
import dev.deckhand.lab.probe.Route.Way;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Asks a web address from inside a lab, as a neighbour of what runs there would. One request, no
 * redirects followed; certificates are not judged, since a lesson's are its own.
 */
public record HttpProbe(Route route, Tunnel tunnel) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> PASSING = Set.of("date", "age");
  private static final int MOST_BODY = 64 * 1024;

  /** Looks once; never throws. An address where nobody answers is seen with an {@code error}. */
  public Observation look(HttpAnswer subject) {
    return Patience.look(PATIENCE, () -> seen(ask(URI.create(subject.url()))));
  }

  /** Says why nobody answers; empty where somebody does. */
  public Optional<String> silence(HttpAnswer subject) {
    return look(subject) instanceof Observation.Seen(var answers)
            && !answers.isEmpty()
            && answers.getFirst().at("error") instanceof Node.Text(var why)
        ? Optional.of("Nobody answers at " + subject.url() + ": " + why + ".")
        : Optional.empty();
  }

  private static Observation seen(Map<String, Object> answer) {
    return new Observation.Seen(List.of(Node.of(answer)));
  }

  private Map<String, Object> ask(URI uri) throws IOException {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
    return switch (route.to(uri.getHost(), port)) {
      case Way.Closed(var why) -> Map.of("url", uri.toString(), "error", why);
      case Way.Open(var address, var open) -> {
        try (ExecPipe pipe = tunnel.to(address, open)) {
          yield ask(uri, secure, pipe);
        }
      }
    };
  }

  private static Map<String, Object> ask(URI uri, boolean secure, ExecPipe pipe)
      throws IOException {
    try (Socket plain = new PipeSocket(pipe);
        Socket socket = secure ? Tls.over(plain, uri.getHost()) : plain;
        DefaultBHttpClientConnection connection =
            DefaultBHttpClientConnectionFactory.builder().build().createConnection(socket)) {
      var request = new BasicClassicHttpRequest("GET", uri);
      request.addHeader("Host", uri.getRawAuthority());
      request.addHeader("User-Agent", "deckhand");
      request.addHeader("Accept", "*/*");
      request.addHeader("Connection", "close");
      connection.sendRequestHeader(request);
      connection.flush();
      ClassicHttpResponse response = connection.receiveResponseHeader();
      connection.receiveResponseEntity(response);
      return answer(uri, response);
    } catch (IOException | HttpException silent) {
      return Map.of("url", uri.toString(), "error", why(pipe.errors(), silent));
    }
  }

  private static Map<String, Object> answer(URI uri, ClassicHttpResponse response)
      throws IOException {
    var headers = new LinkedHashMap<String, String>();
    for (Header header : response.getHeaders()) {
      // a clock would make every answer another one
      if (PASSING.contains(header.getName().toLowerCase(Locale.ROOT))) {
        continue;
      }
      headers.merge(
          HeaderName.of(header.getName()),
          String.valueOf(header.getValue()),
          (one, next) -> one + ", " + next);
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("url", uri.toString());
    answer.put("status", response.getCode());
    answer.put("headers", headers);
    answer.put("body", body(response.getEntity()));
    return answer;
  }

  private static String body(@org.jspecify.annotations.Nullable HttpEntity entity)
      throws IOException {
    return entity == null
        ? ""
        : new String(entity.getContent().readNBytes(MOST_BODY), StandardCharsets.UTF_8);
  }

  /** What the program in between said is more to the point than that nothing came. */
  private static String why(String errors, Exception silent) {
    String said = errors.toLowerCase(Locale.ROOT);
    if (said.contains("refused")) {
      return "the connection was refused";
    }
    if (said.contains("timed out")) {
      return "there was no answer in time";
    }
    if (said.contains("no route") || said.contains("unreachable")) {
      return "there is no way to that address";
    }
    String reason = String.valueOf(silent.getMessage());
    return said.isBlank()
        ? "the connection was closed without an answer"
        : "the connection broke off (" + reason + ")";
  }
}
