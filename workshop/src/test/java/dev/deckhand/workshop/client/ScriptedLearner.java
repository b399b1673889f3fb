package dev.deckhand.workshop.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.workshop.screen.KeptScreen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One learner. Thread-safe, except that one thread at a time types and waits. */
public final class ScriptedLearner implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http;
  private final URI server;
  private final String cookies;
  private final String returnKey;
  private final Object lock = new Object();
  private KeptScreen screen = new KeptScreen(100, 30);
  private @Nullable WebSocket socket;
  private CompletableFuture<WebSocket> last = new CompletableFuture<>();
  private long received;
  private boolean disconnected;
  private boolean countsOnly;

  private ScriptedLearner(HttpClient http, URI server, String cookies, String returnKey) {
    this.http = http;
    this.server = server;
    this.cookies = cookies;
    this.returnKey = returnKey;
  }

  /** Joins a workshop, or comes back with a return key. */
  public static ScriptedLearner join(
      HttpClient http, URI server, String code, String name, String returnKey)
      throws IOException, InterruptedException {
    String body =
        JSON.writeValueAsString(Map.of("code", code, "name", name, "returnKey", returnKey));
    HttpResponse<String> answer =
        http.send(
            request(server, "join").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("not joined: " + answer.statusCode() + " " + answer.body());
    }
    String cookies =
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .collect(Collectors.joining("; "));
    return new ScriptedLearner(
        http, server, cookies, JSON.readTree(answer.body()).path("returnKey").asText());
  }

  private static HttpRequest.Builder request(URI server, String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Content-Type", "application/json")
        .header("Origin", server.getScheme() + "://" + server.getAuthority())
        .timeout(Duration.ofSeconds(60));
  }

  /** What brings the learner back on another device. */
  public String returnKey() {
    return returnKey;
  }

  /** Does something beside the terminal, such as {@code raise-hand}. */
  public int command(String what) throws IOException, InterruptedException {
    return http.send(
            request(server, "seat/command")
                .header("Cookie", cookies)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("do", what))))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** Connects to the terminal; an earlier connection is forgotten. */
  public void connect() throws InterruptedException {
    synchronized (lock) {
      screen = new KeptScreen(100, 30);
      received = 0;
      disconnected = false;
    }
    URI address = URI.create("ws://" + server.getAuthority() + "/seat/terminal");
    var _ =
        http.newWebSocketBuilder()
            .header("Cookie", cookies)
            .header("Origin", server.getScheme() + "://" + server.getAuthority())
            .buildAsync(address, new Receiver())
            .join();
    send(one -> one.sendText("{\"resize\":[100,30]}", true)).join();
  }

  /** Types text; a carriage return is the Enter key. */
  public void type(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    send(one -> one.sendBinary(bytes, true)).join();
  }

  /** One after another: the client refuses to send while it sends. */
  private CompletableFuture<WebSocket> send(
      Function<WebSocket, CompletableFuture<WebSocket>> sending) {
    synchronized (lock) {
      WebSocket open = Objects.requireNonNull(socket);
      last = last.exceptionally(_ -> open).thenCompose(_ -> sending.apply(open));
      return last;
    }
  }

  /** The screen's text now, line by line. */
  public List<String> text() {
    synchronized (lock) {
      return screen.text();
    }
  }

  /** How many bytes of output have come since the connection was made. */
  public long received() {
    synchronized (lock) {
      return received;
    }
  }

  /** Only counts the output from now on: the screen stays as it is. */
  public void countOnly() {
    synchronized (lock) {
      countsOnly = true;
    }
  }

  /** Whether the connection has ended. */
  public boolean isDisconnected() {
    synchronized (lock) {
      return disconnected;
    }
  }

  /** Waits until the screen shows a text. */
  public void await(String text, Duration timeout) throws InterruptedException {
    await(lines -> String.join("\n", lines).contains(text), "\"" + text + "\"", timeout);
  }

  /** Waits until the screen satisfies a condition. */
  public void await(Predicate<List<String>> wanted, String what, Duration timeout)
      throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    synchronized (lock) {
      while (!wanted.test(screen.text())) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError(
              what + " didn't appear within " + timeout + ":\n" + String.join("\n", screen.text()));
        }
        TimeUnit.NANOSECONDS.timedWait(lock, left);
      }
    }
  }

  /** Vanishes without a word. */
  public void vanish() {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }

  @Override
  public void close() {
    WebSocket open = socket;
    if (open != null) {
      send(one -> one.sendClose(WebSocket.NORMAL_CLOSURE, "")).exceptionally(_ -> open).join();
    }
  }

  private final class Receiver implements WebSocket.Listener {

    /** Before the first message, which is acknowledged. */
    @Override
    public void onOpen(WebSocket from) {
      synchronized (lock) {
        socket = from;
        last = CompletableFuture.completedFuture(from);
      }
      from.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      var bytes = new byte[data.remaining()];
      data.get(bytes);
      long sum;
      synchronized (lock) {
        if (!countsOnly) {
          screen.take(bytes, 0, bytes.length);
        }
        received += bytes.length;
        sum = received;
        lock.notifyAll();
      }
      return send(one -> one.sendText("{\"ack\":" + sum + "}", true))
          .thenRun(() -> from.request(1));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      ended();
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      ended();
    }

    private void ended() {
      synchronized (lock) {
        disconnected = true;
        lock.notifyAll();
      }
    }
  }
}
