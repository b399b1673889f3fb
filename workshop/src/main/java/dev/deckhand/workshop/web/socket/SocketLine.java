package dev.deckhand.workshop.web.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * Sends over a WebSocket and waits until the connection has taken it, within a time. Thread-safe.
 */
record SocketLine(Session session, Duration patience) {

  void send(byte[] bytes, int from, int length) throws IOException {
    await(sent -> session.sendBinary(ByteBuffer.wrap(bytes, from, length), sent));
  }

  void send(String text) throws IOException {
    await(sent -> session.sendText(text, sent));
  }

  /** Closes in order, or at once if the other side doesn't answer. */
  void close(int status, String why) {
    if (session.isOpen()) {
      session.close(status, why, Callback.from(() -> {}, _ -> session.disconnect()));
    }
  }

  private void await(Consumer<Callback> send) throws IOException {
    var done = new CompletableFuture<Boolean>();
    send.accept(Callback.from(() -> done.complete(true), done::completeExceptionally));
    try {
      done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException gone) {
      throw new IOException("the browser is gone", gone.getCause());
    } catch (TimeoutException slow) {
      throw new IOException("the connection took nothing for " + patience.toSeconds() + " s", slow);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IOException("the terminal ends", ending);
    }
  }
}
