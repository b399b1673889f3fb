package dev.deckhand.workshop.web.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes a stream of server-sent events; each write waits for a slow reader, but not for long. */
public final class EventWriter {

  private final Response response;
  private final Callback callback;
  private final Duration patience;

  EventWriter(Response response, Callback callback, Duration patience) {
    this.response = response;
    this.callback = callback;
    this.patience = patience;
  }

  /**
   * Writes an event.
   *
   * @param id what the browser says as {@code Last-Event-ID} when it comes back
   * @param data one line
   * @throws IOException if the reader is gone, or too slow
   */
  public void write(String name, long id, String data) throws IOException {
    write("event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n");
  }

  /** Says how long a browser should wait before it comes back. */
  public void writeRetry(Duration pause) throws IOException {
    write("retry: " + pause.toMillis() + "\n\n");
  }

  private void write(String text) throws IOException {
    var written = new Callback.Completable();
    response.write(false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), written);
    try {
      written.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException gone) {
      throw new IOException("the reader of the events is gone", gone.getCause());
    } catch (TimeoutException slow) {
      throw new IOException("the reader of the events is too slow", slow);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is stopping", closing);
    }
  }

  /** Ends the stream in order: the browser comes back. */
  public void end() {
    response.write(true, ByteBuffer.allocate(0), callback);
  }

  /** Ends the stream by closing its connection. */
  public void abort(IOException why) {
    callback.failed(why);
  }
}
