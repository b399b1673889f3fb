package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The changes that a server reports: one JSON object in each line. */
public final class KubeWatchStream implements AutoCloseable {

  private final Predicate<JsonNode> handler;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private volatile @Nullable AsyncBody body;
  private volatile boolean closed;

  private KubeWatchStream(Predicate<JsonNode> handler) {
    this.handler = handler;
  }

  static KubeWatchStream open(HttpClient client, HttpRequest request, Predicate<JsonNode> handler) {
    var stream = new KubeWatchStream(handler);
    try {
      var _ =
          client
              .consumeBytes(
                  request,
                  (bytes, body) -> {
                    stream.receive(bytes);
                    body.consume();
                  })
              .whenComplete(stream::opened);
    } catch (RuntimeException closedClient) {
      stream.ended.completeExceptionally(ApiUnavailable.of(ApiServer.CLUSTER, closedClient));
    }
    return stream;
  }

  private void opened(@Nullable HttpResponse<AsyncBody> response, @Nullable Throwable failure) {
    if (failure != null || response == null) {
      ended.completeExceptionally(
          failure == null
              ? new IllegalStateException("no response")
              : ApiUnavailable.of(ApiServer.CLUSTER, failure));
      return;
    }
    AsyncBody opened = response.body();
    if (!response.isSuccessful()) {
      opened.cancel();
      ended.completeExceptionally(
          new ApiError(ApiServer.CLUSTER, response.code(), "status " + response.code()));
      return;
    }
    body = opened;
    if (closed) {
      opened.cancel();
    }
    var _ =
        opened
            .done()
            .whenComplete((nothing, broken) -> {
              if (broken == null) {
                ended.complete(null);
              } else {
                ended.completeExceptionally(ApiUnavailable.of(ApiServer.CLUSTER, broken));
              }
            });
    opened.consume();
  }

  /** Buffers may end anywhere; they come in order, on one thread at a time. */
  private void receive(List<ByteBuffer> bytes) {
    for (ByteBuffer portion : bytes) {
      while (portion.hasRemaining()) {
        byte next = portion.get();
        if (next != '\n') {
          line.write(next);
        } else if (line.size() > 0) {
          JsonNode change = KubeApi.parse(line.toByteArray());
          line.reset();
          if (!closed && !handler.test(change)) {
            close();
          }
        }
      }
    }
  }

  /** Completes when the stream ends; exceptionally if it broke. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  @Override
  public void close() {
    closed = true;
    // first: to cancel would look like a connection that broke
    ended.complete(null);
    AsyncBody open = body;
    if (open != null) {
      open.cancel();
    }
  }
}
