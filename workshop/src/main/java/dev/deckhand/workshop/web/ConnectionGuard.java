package dev.deckhand.workshop.web;

import dev.deckhand.workshop.web.guard.ConnectionCount;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that are too many, and those whose next request doesn't get finished: a client
 * that sends a byte now and then is never idle, and would keep its connection for ever.
 * Thread-safe.
 */
final class ConnectionGuard implements Connection.Listener {

  private final ConnectionCount count;
  private final WebFigures figures;
  private final long headNanos;
  private final Map<Connection, Guarded> connections = new ConcurrentHashMap<>();

  ConnectionGuard(ConnectionCount count, WebFigures figures, Duration headTime) {
    this.count = count;
    this.figures = figures;
    this.headNanos = headTime.toNanos();
  }

  /** A connection with what it does. */
  private static final class Guarded {
    private final String address;
    private boolean requesting;
    private long bytesBefore;
    private long headSince;

    Guarded(String address, long now) {
      this.address = address;
      this.headSince = now;
    }

    synchronized void begin() {
      requesting = true;
    }

    synchronized void end(long bytes) {
      requesting = false;
      bytesBefore = bytes;
      headSince = 0;
    }

    /** Whether it's in the middle of a request's head for too long. */
    synchronized boolean isSlow(long bytes, long now, long nanos) {
      if (requesting) {
        return false;
      }
      if (headSince == 0) {
        if (bytes != bytesBefore) {
          headSince = now;
        }
        return false;
      }
      return now - headSince > nanos;
    }
  }

  @Override
  public void onOpened(Connection connection) {
    String address =
        connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress inet
            ? inet.getAddress().getHostAddress()
            : "";
    if (count.add(address)) {
      connections.put(connection, new Guarded(address, Math.max(1, System.nanoTime())));
    } else {
      figures.connectionRefused();
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    Guarded guarded = connections.remove(connection);
    if (guarded != null) {
      count.remove(guarded.address);
    }
  }

  /** A request's head has come. */
  void begin(Request request) {
    Connection connection = request.getConnectionMetaData().getConnection();
    @Nullable Guarded guarded = connections.get(connection);
    if (guarded != null) {
      guarded.begin();
      Request.addCompletionListener(request, _ -> guarded.end(connection.getBytesIn()));
    }
  }

  /** Closes the slow ones; to be called about every second. */
  void sweep() {
    long now = System.nanoTime();
    connections.forEach((connection, guarded) -> {
      boolean http = connection.getClass().getSimpleName().equals("HttpConnection");
      if (http && guarded.isSlow(connection.getBytesIn(), now, headNanos)) {
        connection.getEndPoint().close();
      }
    });
  }

  /** How many connections there are. */
  int open() {
    return count.all();
  }
}
