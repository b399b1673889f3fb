package dev.deckhand.lab.xray;

import dev.deckhand.lab.Watch;
import dev.deckhand.trace.Clue;
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
public final class CallTap implements AutoCloseable {

  private static final int PORTION = 64 * 1024;
  private static final String GONE =
      """
      HTTP/1.1 503 Service Unavailable\r
      Content-Type: application/json\r
      Connection: close\r
      \r
      {"message":"the lab's engine does not answer"}
      """;

  private final ServerSocketChannel door;
  private final Path socket;
  private final Path engine;
  private final Clock clock;
  private final CallMemory memory = new CallMemory();
  private final AtomicLong count = new AtomicLong();

  private CallTap(ServerSocketChannel door, Path socket, Path engine, Clock clock) {
    this.door = door;
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
  public static Optional<CallTap> open(Path socket, Path engine, Clock clock) {
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
      var tap = new CallTap(door, socket, engine, clock);
      Thread.ofVirtual().name("call-tap").start(tap::welcome);
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
  Watch follow(Consumer<Clue> clues) {
    return memory.follow(clues);
  }

  private void welcome() {
    try {
      while (true) {
        SocketChannel guest = door.accept();
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
        write(guest, ByteBuffer.wrap(GONE.getBytes(StandardCharsets.US_ASCII)));
        guest.shutdownOutput();
        // whoever still asks is heard out: it reads the answer after that
        var unheard = ByteBuffer.allocate(PORTION);
        while (guest.read(unheard) >= 0) {
          unheard.clear();
        }
      } catch (IOException nobodyThere) {
        // nobody is left to tell
      }
      return;
    }
    var reader = new CallReader(() -> "call-" + count.incrementAndGet(), clock, memory::remember);
    Thread back =
        Thread.ofVirtual().name("call-back").start(() -> pass(host, guest, reader.fromEngine()));
    pass(guest, host, reader.toEngine());
    try {
      // the answer may go on long after the question has ended
      back.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    shut(guest);
    shut(host);
  }

  /** Passes on all that comes; the end too, since some programs say that they are done by it. */
  private static void pass(SocketChannel from, SocketChannel to, HttpSide side) {
    try {
      ByteBuffer portion = ByteBuffer.allocate(PORTION);
      while (from.read(portion) >= 0) {
        portion.flip();
        int length = portion.remaining();
        // noted before it is passed on: whoever got the answer finds it noted
        side.passed(portion.array(), length);
        write(to, portion);
        portion.clear();
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      shut(from);
      shut(to);
    }
  }

  private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  private static void shut(Closeable channel) {
    try {
      channel.close();
    } catch (IOException alreadyBroken) {
      // nothing is left to close
    }
  }

  /** Closes the door; what is under way ends with the engine. */
  @Override
  public void close() {
    shut(door);
    try {
      Files.deleteIfExists(socket);
    } catch (IOException stays) {
      // the session's folder goes as a whole
    }
  }
}
