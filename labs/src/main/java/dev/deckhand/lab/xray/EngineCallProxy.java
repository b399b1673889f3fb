package dev.deckhand.lab.xray;

import dev.deckhand.lab.Watch;
import dev.deckhand.trace.ActivityRecord;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A proxy in front of an engine for the learner's own programs. It forwards every byte unchanged in
 * both directions and records the requests; what it can't parse it forwards all the same.
 */
public final class EngineCallProxy implements AutoCloseable {

  private static final int BUFFER_SIZE = 64 * 1024;
  private static final String UNAVAILABLE_RESPONSE =
      """
      HTTP/1.1 503 Service Unavailable\r
      Content-Type: application/json\r
      Connection: close\r
      \r
      {"message":"the lab's engine does not answer"}
      """;

  private final ServerSocketChannel server;
  private final Path socket;
  private final Path engine;
  private final Clock clock;
  private final EngineCallHistory history = new EngineCallHistory();
  private final AtomicLong count = new AtomicLong();

  private EngineCallProxy(ServerSocketChannel door, Path socket, Path engine, Clock clock) {
    this.server = door;
    this.socket = socket;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Opens the proxy's socket for its owner only. Empty if that isn't possible: then the learner's
   * programs connect to the engine directly, and their calls aren't recorded.
   *
   * @param socket where the learner's programs connect to
   * @param engine the engine's own socket
   */
  public static Optional<EngineCallProxy> open(Path socket, Path engine, Clock clock) {
    try {
      Files.deleteIfExists(socket);
      ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        door.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      } catch (IOException | RuntimeException unusable) {
        door.close();
        return Optional.empty();
      }
      var tap = new EngineCallProxy(door, socket, engine, clock);
      Thread.ofVirtual().name("call-tap").start(tap::acceptConnections);
      return Optional.of(tap);
    } catch (IOException | UnsupportedOperationException unusable) {
      return Optional.empty();
    }
  }

  /** The socket that the learner's programs connect to. */
  public Path socket() {
    return socket;
  }

  /** Reports the recorded calls, and new ones as they happen. */
  Watch follow(Consumer<ActivityRecord> activityRecords) {
    return history.follow(activityRecords);
  }

  private void acceptConnections() {
    try {
      while (true) {
        SocketChannel guest = server.accept();
        Thread.ofVirtual().name("call").start(() -> serve(guest));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void serve(SocketChannel guest) {
    SocketChannel host;
    try {
      host = SocketChannel.open(UnixDomainSocketAddress.of(engine));
    } catch (IOException gone) {
      try (guest) {
        write(guest, ByteBuffer.wrap(UNAVAILABLE_RESPONSE.getBytes(StandardCharsets.US_ASCII)));
        guest.shutdownOutput();
        // the client reads the response only after it has sent its whole request
        var unheard = ByteBuffer.allocate(BUFFER_SIZE);
        while (guest.read(unheard) >= 0) {
          unheard.clear();
        }
      } catch (IOException nobodyThere) {
        // the client has gone
      }
      return;
    }
    var reader = new EngineCallParser(() -> "call-" + count.incrementAndGet(), clock, history::add);
    Thread back =
        Thread.ofVirtual().name("call-back").start(() -> relay(host, guest, reader.fromEngine()));
    relay(guest, host, reader.toEngine());
    try {
      // the response may be longer than the request
      back.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    closeQuietly(guest);
    closeQuietly(host);
  }

  /**
   * Forwards all bytes, and the end of the stream, which some programs signal that they are done
   * by.
   */
  private static void relay(SocketChannel from, SocketChannel to, HttpStreamParser side) {
    try {
      ByteBuffer portion = ByteBuffer.allocate(BUFFER_SIZE);
      while (from.read(portion) >= 0) {
        portion.flip();
        int length = portion.remaining();
        // recorded before it is forwarded, so that a client that has its answer finds it recorded
        side.accept(portion.array(), length);
        write(to, portion);
        portion.clear();
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  private static void closeQuietly(Closeable channel) {
    try {
      channel.close();
    } catch (IOException alreadyBroken) {
      // already closed
    }
  }

  /** Accepts no further connections; the open ones end with the engine. */
  @Override
  public void close() {
    closeQuietly(server);
    try {
      Files.deleteIfExists(socket);
    } catch (IOException stays) {
      // the session's folder is deleted as a whole
    }
  }
}
