package dev.deckhand.workshop.web;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A browser's side of a terminal, without a browser. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<String> texts = new ArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final boolean acknowledges;
  private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
  private CompletableFuture<WebSocket> sends = opened;
  private long received;

  private SocketClient(boolean acknowledges) {
    this.acknowledges = acknowledges;
  }

  /** Opens a terminal; fails as the future of {@link WebSocket.Builder} does. */
  static SocketClient open(
      WebFixture fixture,
      WebFixture.Visitor visitor,
      String path,
      String origin,
      boolean acknowledges)
      throws Exception {
    var client = new SocketClient(acknowledges);
    HttpClient http = visitor.client();
    WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (!origin.isEmpty()) {
      builder.header("Origin", origin);
    }
    if (!visitor.cookie().isEmpty()) {
      builder.header("Cookie", visitor.cookie());
    }
    client.opened.complete(
        builder
            .buildAsync(URI.create("ws://127.0.0.1:" + fixture.port() + path), client)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    return client;
  }

  static SocketClient open(WebFixture fixture, WebFixture.Visitor visitor, String path)
      throws Exception {
    return open(fixture, visitor, path, fixture.origin(), true);
  }

  @Override
  public synchronized CompletionStage<?> onBinary(
      WebSocket webSocket, ByteBuffer data, boolean last) {
    byte[] piece = new byte[data.remaining()];
    data.get(piece);
    bytes.writeBytes(piece);
    received += piece.length;
    notifyAll();
    webSocket.request(1);
    if (acknowledges && last) {
      String shown = "{\"ack\":" + received + "}";
      var _ = send(() -> webSocket.sendText(shown, true));
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<?> onText(
      WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      texts.add(partial.toString());
      partial.setLength(0);
    }
    notifyAll();
    webSocket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
    closed.complete(status);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.complete(-1);
  }

  void type(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    send(() -> opened.join().sendBinary(bytes, true)).join();
  }

  void say(String json) {
    send(() -> opened.join().sendText(json, true)).join();
  }

  /** One message after the other: a client may not send two at a time. */
  private synchronized CompletableFuture<WebSocket> send(
      Supplier<CompletableFuture<WebSocket>> message) {
    sends = sends.thenCompose(_ -> message.get());
    return sends;
  }

  synchronized String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  synchronized long received() {
    return received;
  }

  synchronized List<String> texts() {
    return List.copyOf(texts);
  }

  /** Waits for something to be so; fails where it never is. */
  synchronized void await(BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("never came; shown: " + shown() + ", told: " + texts);
      }
      wait(Math.min(left, 50));
    }
  }

  void awaitShown(String text) throws InterruptedException {
    await(() -> shown().contains(text));
  }

  /** The status with which the server closed; -1 for a connection that broke. */
  int closed() throws Exception {
    return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    opened.join().abort();
  }
}
