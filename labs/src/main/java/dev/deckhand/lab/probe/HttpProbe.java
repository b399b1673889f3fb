package dev.deckhand.lab.probe;

import dev.deckhand.check.HttpHeaderName;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.docker.ExecPipe;
import dev.deckhand.lab.observe.Observer;
import dev.deckhand.lab.probe.HostResolver.Resolution;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Requests a web address from inside a lab. Sends one request; follows no redirects and accepts any
 * certificate.
 */
public record HttpProbe(
    HostResolver resolver, ContainerTunnel tunnel, Function<String, List<String>> hostCauses)
    implements Observer<HttpAnswer> {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Set<String> VOLATILE_HEADERS = Set.of("date", "age");
  private static final int MAX_BODY_BYTES = 64 * 1024;

  /** An address where nobody answers is an object with an {@code error}. */
  @Override
  public Observation observe(HttpAnswer subject) {
    return TimedObservation.observe(ApiServer.ENGINE, TIMEOUT, () -> seen(fetch(subject)));
  }

  @Override
  public List<String> causes(HttpAnswer subject) {
    if (observe(subject) instanceof Observation.Snapshot(var answers)
        && !answers.isEmpty()
        && answers.getFirst().at("error") instanceof DataNode.Text(var why)) {
      var causes = new ArrayList<String>();
      causes.add("Nobody answers at " + subject.url() + ": " + why + ".");
      causes.addAll(hostCauses.apply(subject.host()));
      return causes;
    }
    return List.of();
  }

  private static Observation seen(Map<String, Object> answer) {
    return new Observation.Snapshot(List.of(DataNode.of(answer)));
  }

  private Map<String, Object> fetch(HttpAnswer subject) throws IOException {
    return switch (resolver.resolve(subject.host(), subject.port())) {
      case Resolution.Unresolved(var why) -> Map.of("url", subject.url(), "error", why);
      case Resolution.Resolved(var address, var open) -> {
        try (ExecPipe pipe = tunnel.open(address, open)) {
          yield fetch(subject, pipe);
        }
      }
    };
  }

  private static Map<String, Object> fetch(HttpAnswer subject, ExecPipe pipe) throws IOException {
    URI uri = URI.create(subject.url());
    try (Socket plain = new ExecPipeSocket(pipe);
        Socket socket = subject.isSecure() ? TrustAllTls.wrap(plain, subject.host()) : plain;
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
      return Map.of("url", uri.toString(), "error", explain(pipe.errors()));
    }
  }

  private static Map<String, Object> answer(URI uri, ClassicHttpResponse response)
      throws IOException {
    var headers = new LinkedHashMap<String, String>();
    for (Header header : response.getHeaders()) {
      // a time would make each answer differ from the last one
      if (VOLATILE_HEADERS.contains(header.getName().toLowerCase(Locale.ROOT))) {
        continue;
      }
      headers.merge(
          HttpHeaderName.canonical(header.getName()),
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
        : new String(entity.getContent().readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
  }

  /** Prefers what the relay wrote, since it knows why it couldn't connect. */
  private static String explain(String errors) {
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
    return said.isBlank()
        ? "the connection was closed without an answer"
        : "the connection broke off";
  }
}
