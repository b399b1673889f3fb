package dev.deckhand.lab.docker;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.time.BoundedCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The Engine API of one engine. Safe for use by several threads. */
public final class EngineApi implements AutoCloseable {

  /** The timeout of requests that aren't streams. */
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final EngineAddress address;
  private final DockerHttpClient http;

  /** A client that uses the given connection. */
  EngineApi(EngineAddress address, DockerHttpClient http) {
    this.address = address;
    this.http = http;
  }

  /** Returns a client; nothing is sent yet. */
  public static EngineApi at(EngineAddress address) {
    return new EngineApi(address, httpClient(address));
  }

  /** Returns a connection; nothing is sent over it yet. */
  public static DockerHttpClient httpClient(EngineAddress address) {
    var client =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(address.uri())
            .connectionTimeout(Duration.ofSeconds(5));
    return client.sslConfig(address.sslConfig()).build();
  }

  public EngineAddress address() {
    return address;
  }

  /**
   * Sends a ping, and returns whether an engine answered: a web server may answer as well.
   *
   * @throws ApiUnavailable if nothing answers
   */
  public boolean ping(Duration timeout) {
    return bounded(
        timeout,
        () -> {
          try (var answer =
              send(Request.builder().method(Request.Method.GET).path("/_ping").build())) {
            return answer.hasHeader("Api-Version");
          }
        });
  }

  /** Returns the resource at a path. */
  public JsonNode get(String path) {
    return call(Request.Method.GET, path, null);
  }

  /** Returns the resource at a path, or empty if there is none. */
  public Optional<JsonNode> find(String path) {
    return ApiError.orEmpty(() -> get(path));
  }

  /** Posts an optional body, and returns the response; a missing node if it is empty. */
  public JsonNode post(String path, @Nullable Object body) {
    return call(Request.Method.POST, path, body);
  }

  /** Deletes the resource at a path; does nothing if there is none. */
  public void delete(String path) {
    try {
      call(Request.Method.DELETE, path, null);
    } catch (ApiError refusal) {
      if (refusal.status() != 404) {
        throw refusal;
      }
    }
  }

  /** Opens a response whose body is read as it arrives. */
  public StreamedResponse open(Request.Method method, String path, @Nullable InputStream body) {
    var request = Request.builder().method(method).path(path);
    if (body != null) {
      request.body(body).putHeader("Content-Type", "application/x-tar");
    }
    return send(request.build());
  }

  StreamedResponse hijack(String path, byte[] body, @Nullable InputStream input) {
    var request =
        Request.builder()
            .method(Request.Method.POST)
            .path(path)
            .bodyBytes(body)
            .putHeader("Content-Type", "application/json");
    if (input != null) {
      request.hijackedInput(input);
    }
    return send(request.build());
  }

  static byte[] toJson(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  static JsonNode parse(byte[] body) throws IOException {
    JsonNode node = JSON.readTree(body);
    return node == null ? MissingNode.getInstance() : node;
  }

  private JsonNode call(Request.Method method, String path, @Nullable Object body) {
    byte[] answer = bounded(REQUEST_TIMEOUT, () -> read(method, path, body));
    try {
      return parse(answer);
    } catch (IOException notJson) {
      throw new ApiError(ApiServer.ENGINE, 200, "the answer to " + path + " isn't JSON");
    }
  }

  /** Makes a call on a thread of its own, since sockets have no timeout. */
  private static <T> T bounded(Duration timeout, Callable<T> call) {
    try {
      return BoundedCall.run("engine-call", timeout, call);
    } catch (TimeoutException tooSlow) {
      throw ApiUnavailable.timedOut(ApiServer.ENGINE, timeout, tooSlow);
    } catch (InterruptedException stopped) {
      throw ApiUnavailable.interrupted(ApiServer.ENGINE, stopped);
    } catch (ExecutionException failed) {
      throw ApiUnavailable.of(ApiServer.ENGINE, failed.getCause());
    }
  }

  private byte[] read(Request.Method method, String path, @Nullable Object body)
      throws IOException {
    var request = Request.builder().method(method).path(path);
    if (body != null) {
      request.bodyBytes(toJson(body)).putHeader("Content-Type", "application/json");
    }
    try (StreamedResponse streamedResponse = send(request.build())) {
      return streamedResponse.body().readAllBytes();
    }
  }

  private StreamedResponse send(Request request) {
    DockerHttpClient.Response response;
    try {
      response = http.execute(request);
    } catch (RuntimeException failure) {
      throw ApiUnavailable.of(ApiServer.ENGINE, failure);
    }
    if (response.getStatusCode() < 400) {
      return new StreamedResponse(response);
    }
    try (response) {
      byte[] body = response.getBody().readAllBytes();
      throw new ApiError(ApiServer.ENGINE, response.getStatusCode(), message(body));
    } catch (IOException failure) {
      throw new ApiError(ApiServer.ENGINE, response.getStatusCode(), "no reason given");
    }
  }

  private static String message(byte[] body) {
    try {
      String said = parse(body).path("message").asText();
      return said.isEmpty() ? new String(body, StandardCharsets.UTF_8).strip() : said;
    } catch (IOException notJson) {
      return new String(body, StandardCharsets.UTF_8).strip();
    }
  }

  /** Encodes a name as a part of a path or query. */
  public static String urlEncode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Returns the {@code filters} parameter, with one value for each key. */
  public static String filters(Map<String, String> filters) {
    var values = new java.util.TreeMap<String, String[]>();
    filters.forEach((key, value) -> values.put(key, new String[] {value}));
    return urlEncode(new String(toJson(values), StandardCharsets.UTF_8));
  }

  /** Returns the {@code filters} parameter for one key, all of whose values must match. */
  public static String filters(String key, java.util.List<String> values) {
    return urlEncode(new String(toJson(Map.of(key, values)), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      http.close();
    } catch (IOException alreadyBroken) {
      // already closed
    }
  }
}
