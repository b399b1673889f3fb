package dev.deckhand.workshop.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.web.guard.WebLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** A request and the answer to it. For one thread. */
public final class Exchange {

  /**
   * Strict: where a document can be read in two ways, somebody on the way may have read the other.
   */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final ExchangeSettings settings;
  private final String client;
  private boolean answered;

  /**
   * @param client the address of who asks
   */
  public Exchange(
      Request request,
      Response response,
      Callback callback,
      ExchangeSettings settings,
      String client) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.settings = settings;
    this.client = client;
  }

  public String method() {
    return request.getMethod();
  }

  /** The path as it was sent, without a query. */
  public String path() {
    String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  /** Where the request comes from. */
  public String client() {
    return client;
  }

  /** The first value of a header. */
  public @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  /** The {@code Host} header; it was checked before. */
  public String host() {
    return Optional.ofNullable(header("Host")).orElse("");
  }

  /**
   * The secret word in a cookie; empty where several have this name. Another server on the same
   * host can add one, and somebody would type at a seat that isn't theirs.
   */
  public Optional<String> cookie(Cookies cookie) {
    String name = cookie.cookieName(settings.secure());
    List<String> values =
        Request.getCookies(request).stream()
            .filter(one -> one.getName().equals(name))
            .map(one -> Optional.ofNullable(one.getValue()).orElse(""))
            .distinct()
            .toList();
    return values.size() == 1 ? Cookies.word(values.getFirst()) : Optional.empty();
  }

  public Exchange setCookie(Cookies cookie, String word) {
    response.getHeaders().add("Set-Cookie", cookie.set(word, settings.secure()));
    return this;
  }

  public Exchange clearCookie(Cookies cookie) {
    response.getHeaders().add("Set-Cookie", cookie.clear(settings.secure()));
    return this;
  }

  public Exchange addHeader(String name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /**
   * The body as JSON.
   *
   * @throws PlainError if it isn't an object of JSON, is too long, or takes too long
   */
  public JsonNode json() throws PlainError {
    String type = Optional.ofNullable(header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
    if (!type.equals("application/json") && !type.startsWith("application/json;")) {
      throw new PlainError(
          415, "The request isn't JSON.", "Send it as Content-Type: application/json.");
    }
    if (request.getLength() > WebLimits.BODY_BYTES) {
      throw tooLong();
    }
    try {
      var read = new CompletableFuture<byte[]>();
      Content.Source.asByteArrayAsync(
          request, WebLimits.BODY_BYTES, Promise.Invocable.toPromise(read));
      byte[] body = read.get(settings.bodyTime().toMillis(), TimeUnit.MILLISECONDS);
      JsonNode json = JSON.readTree(new String(body, StandardCharsets.UTF_8));
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException notJson) {
      // answered below; the exception would repeat what was sent
    } catch (TimeoutException slow) {
      throw new PlainError(408, "The request came too slowly.", "Send it again.");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IllegalStateException
          ? tooLong()
          : new PlainError(400, "The request's body can't be read.", "Send it again.");
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new PlainError(503, "The server is stopping.", "Try again in a minute.");
    }
    throw new PlainError(400, "The request's body isn't an object of JSON.", "Reload the page.");
  }

  private static PlainError tooLong() {
    return new PlainError(413, "The request is too long.", "Write less.");
  }

  /** Answers with JSON. */
  public void send(int status, JsonNode json) {
    send(status, "application/json", ContentPolicy.NOTHING, json.toString());
  }

  /** Answers that it was done. */
  public void done() {
    send(200, JsonNodeFactory.instance.objectNode());
  }

  /** Answers with text of a type, which isn't a page. */
  public void send(int status, String type, String text) {
    send(status, type, ContentPolicy.NOTHING, text);
  }

  /** Answers with a page. */
  public void page(int status, byte[] html) {
    send(status, "text/html; charset=utf-8", settings.policy().page(host()), html);
  }

  /** Answers with text and its policy. */
  public void send(int status, String type, String policy, String text) {
    send(status, type, policy, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with bytes and their policy. */
  public void send(int status, String type, String policy, byte[] body) {
    head(status, type, policy);
    response.getHeaders().put("Content-Length", Integer.toString(body.length));
    response.write(true, ByteBuffer.wrap(method().equals("HEAD") ? new byte[0] : body), callback);
  }

  /** Answers that what the browser has is still right. */
  public void notModified() {
    answered = true;
    settings.putHeaders(response.getHeaders(), ContentPolicy.NOTHING);
    response.setStatus(304);
    response.write(true, ByteBuffer.allocate(0), callback);
  }

  /** Answers with a problem, in JSON, which the pages show. */
  public void refuse(int status, String reason, String problem, String remedy) {
    send(
        status,
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", reason)
            .put("problem", problem)
            .put("remedy", remedy));
  }

  /** Answers with what a workshop refuses. */
  public void refuse(Refusal refusal) {
    int status =
        switch (refusal.reason()) {
          case WRONG_CODE, NOT_ALLOWED -> 403;
          case NAME_TAKEN -> 409;
          case NAME_NOT_VALID, NOT_VALID -> 422;
          case TOO_MANY_TRIES -> 429;
          case FULL, UNAVAILABLE -> 503;
          case CLOSED -> 410;
          case NOT_FOUND -> 404;
        };
    refuse(status, refusal.reason().name(), refusal.problem(), refusal.remedy());
  }

  /** Answers with a stream of events, which is written bit by bit. */
  public EventWriter events(Duration patience) {
    head(200, "text/event-stream; charset=utf-8", ContentPolicy.NOTHING);
    return new EventWriter(response, callback, patience);
  }

  /** Whether an answer was begun. */
  public boolean isAnswered() {
    return answered || response.isCommitted();
  }

  /** The request as the server knows it; for a WebSocket, which takes the connection over. */
  public Request request() {
    return request;
  }

  public Response response() {
    return response;
  }

  public Callback callback() {
    return callback;
  }

  /** The values of a header that may come several times. */
  public List<String> headers(String name) {
    return request.getHeaders().getValuesList(name);
  }

  private void head(int status, String type, String policy) {
    answered = true;
    response.setStatus(status);
    var headers = response.getHeaders();
    headers.put("Content-Type", type);
    if (!headers.contains("Cache-Control")) {
      headers.put("Cache-Control", "no-store");
    }
    settings.putHeaders(headers, policy);
  }
}
