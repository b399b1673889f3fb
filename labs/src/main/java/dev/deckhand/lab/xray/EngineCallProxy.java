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
 * A second door to an engine, for the learner's own programs: every byte goes through as it is,
 * both ways, and the first lines are noted down on the way. What cannot be read is passed on
 * unread.
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
   * Opens the door, for its owner alone; empty where it cannot be opened: then the learner's
   * programs go to the engine directly, and their calls are not seen.
   *
   * @param socket where the learner's programs come in
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

  /** Where the learner's programs come in. */
  public Path socket() {
    return socket;
  }

  /** Tells the calls that are still known, and those that come. */
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
        // whoever still asks is heard out: it reads the answer after that
        var unheard = ByteBuffer.allocate(BUFFER_SIZE);
        while (guest.read(unheard) >= 0) {
          unheard.clear();
        }
      } catch (IOException nobodyThere) {
        // nobody is left to tell
      }
      return;
    }
    var reader = new EngineCallParser(() -> "call-" + count.incrementAndGet(), clock, history::add);
    Thread back =
        Thread.ofVirtual().name("call-back").start(() -> relay(host, guest, reader.fromEngine()));
    relay(guest, host, reader.toEngine());
    try {
      // the answer may go on long after the question has ended
      back.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    closeQuietly(guest);
    closeQuietly(host);
  }

  /** Passes on all that comes; the end too, since some programs say that they are done by it. */
  private static void relay(SocketChannel from, SocketChannel to, HttpStreamParser side) {
    try {
      ByteBuffer portion = ByteBuffer.allocate(BUFFER_SIZE);
      while (from.read(portion) >= 0) {
        portion.flip();
        int length = portion.remaining();
        // noted before it is passed on: whoever got the answer finds it noted
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
      // nothing is left to close
    }
  }

  /** Closes the door; what is under way ends with the engine. */
  @Override
  public void close() {
    closeQuietly(server);
    try {
      Files.deleteIfExists(socket);
    } catch (IOException stays) {
      // the session's folder goes as a whole
    }
  }
}
