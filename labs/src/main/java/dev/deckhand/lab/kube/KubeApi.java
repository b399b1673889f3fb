package dev.deckhand.lab.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.time.Deadline;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The API of one cluster, with an administrator's rights. Safe for use by several threads. */
public final class KubeApi implements AutoCloseable {

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final int CONNECT_MILLIS = 3000;

  /** How long a request is repeated that the server asks for later. */
  private static final Duration REPEAT_TIMEOUT = Duration.ofSeconds(5);

  private static final int TOO_MANY_REQUESTS = 429;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final KubernetesClient client;
  private final String server;

  private KubeApi(KubernetesClient client) {
    this.client = client;
    this.server = client.getConfiguration().getMasterUrl().replaceFirst("/+$", "");
  }

  /** Returns a client for the server that a kubeconfig's text names; nothing is sent yet. */
  public static KubeApi of(String kubeconfig) {
    return of(kubeconfig, new Interceptor() {});
  }

  /** The same, with an interceptor for requests and responses. */
  static KubeApi of(String kubeconfig, Interceptor onlooker) {
    Config config = Config.fromKubeconfig(kubeconfig);
    // report a broken lab instead of retrying
    config.setRequestRetryBackoffLimit(0);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setRequestTimeout((int) REQUEST_TIMEOUT.toMillis());
    // so that the audit log tells our requests from the learner's
    config.setUserAgent("deckhand");
    return new KubeApi(
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientBuilderConsumer(
                http -> http.addOrReplaceInterceptor("onlooker", onlooker))
            .build());
  }

  /** Returns the resource at a path. */
  public JsonNode get(String path) {
    return await(send("GET", path, null));
  }

  /** Returns the text at a path, such as a log. */
  public String text(String path) {
    var request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(server + path)
            .timeout(REQUEST_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .build();
    return awaitAnswer(
        client
            .getHttpClient()
            .sendAsync(request, String.class)
            .thenApply(response -> {
              if (!response.isSuccessful()) {
                throw new ApiError(ApiServer.CLUSTER, response.code(), "status " + response.code());
              }
              return response.body() == null ? "" : response.body();
            }),
        REQUEST_TIMEOUT);
  }

  /** Returns the resource at a path, or empty if there is none. */
  public Optional<JsonNode> find(String path) {
    return ApiError.orEmpty(() -> get(path));
  }

  /**
   * Checks that the server answers.
   *
   * @throws ApiException if it does not
   */
  public void ping(Duration timeout) {
    var _ = awaitAnswer(send("GET", "/version", null), timeout);
  }

  /** Sends a request with an optional body; the future completes with the response. */
  public CompletableFuture<JsonNode> send(String method, String path, @Nullable JsonNode body) {
    HttpRequest.Builder request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(server + path)
            .timeout(REQUEST_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    if (!method.equals("GET")) {
      String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
      request.method(method, type, body == null ? "{}" : body.toString());
    }
    try {
      return send(request.build(), Deadline.in(REPEAT_TIMEOUT));
    } catch (RuntimeException closed) {
      return CompletableFuture.failedFuture(closed);
    }
  }

  /**
   * Sends a request again where the server wants that: it does while it opens a new kind's store.
   */
  private CompletableFuture<JsonNode> send(HttpRequest request, Deadline deadline) {
    return client
        .getHttpClient()
        .sendAsync(request, byte[].class)
        .thenCompose(response -> {
          String pause = response.header("Retry-After");
          if (response.code() != TOO_MANY_REQUESTS
              || pause == null
              || !pause.matches("\\d{1,2}")
              || deadline.isPast()) {
            return CompletableFuture.completedFuture(parseResponse(response));
          }
          return CompletableFuture.completedFuture(request)
              .thenComposeAsync(
                  again -> send(again, deadline),
                  CompletableFuture.delayedExecutor(Integer.parseInt(pause), TimeUnit.SECONDS));
        });
  }

  /** Waits for a response. */
  public static JsonNode await(CompletableFuture<JsonNode> answer) {
    return awaitAnswer(answer, REQUEST_TIMEOUT);
  }

  private static <T> T awaitAnswer(CompletableFuture<T> answer, Duration timeout) {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      throw ApiUnavailable.interrupted(ApiServer.CLUSTER, stopped);
    } catch (TimeoutException tooSlow) {
      throw ApiUnavailable.timedOut(ApiServer.CLUSTER, timeout, tooSlow);
    } catch (ExecutionException failed) {
      throw ApiUnavailable.of(ApiServer.CLUSTER, failed.getCause());
    }
  }

  /**
   * Follows the changes of a collection, until the handler returns false.
   *
   * @param path with the query of a watch
   * @param handler called on a thread of the client, one change at a time; must not wait for it
   */
  public KubeWatchStream watch(String path, Predicate<JsonNode> handler) {
    return KubeWatchStream.open(
        client.getHttpClient(),
        client.getHttpClient().newHttpRequestBuilder().uri(server + path).forStreaming().build(),
        handler);
  }

  /**
   * The result of a command in a Pod.
   *
   * @param exitCode the command's; -1 if it couldn't be started
   */
  public record Exec(int exitCode, String output, String errors) {}

  /**
   * Runs a command in a Pod.
   *
   * @param container null for the Pod's default container
   */
  public Exec exec(
      String namespace,
      String pod,
      @Nullable String container,
      List<String> command,
      Duration timeout)
      throws InterruptedException {
    var output = new BoundedOutputStream();
    var errors = new BoundedOutputStream();
    var target = client.pods().inNamespace(namespace).withName(pod);
    try (ExecWatch watch =
        (container == null ? target : target.inContainer(container))
            .writingOutput(output)
            .writingError(errors)
            .exec(command.toArray(new String[0]))) {
      int code = watch.exitCode().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Exec(code, output.text(), errors.text());
    } catch (TimeoutException tooSlow) {
      throw new ApiUnavailable(
          ApiServer.CLUSTER, "the command took longer than " + timeout.toSeconds() + " s", tooSlow);
    } catch (ExecutionException | KubernetesClientException refused) {
      return new Exec(-1, "", String.valueOf(refused.getMessage()));
    }
  }

  private static JsonNode parseResponse(HttpResponse<byte[]> response) {
    byte[] body = response.body();
    JsonNode json = parse(body == null ? new byte[0] : body);
    if (response.isSuccessful()) {
      return json;
    }
    String said = json.path("message").asText();
    throw new ApiError(
        ApiServer.CLUSTER, response.code(), said.isEmpty() ? "status " + response.code() : said);
  }

  static JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json == null ? MissingNode.getInstance() : json;
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
