package dev.deckhand.lab.confined;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;

/** A socket for a submission that leads to its engine, through the gate. */
final class GatedEngineSocket implements AutoCloseable {

  /** A submission needs a few; many would cost this process its memory. */
  private static final int MAX_CONNECTIONS = 64;

  private final ServerSocketChannel server;
  private final Path socket;
  private final Path engine;
  private final Semaphore free = new Semaphore(MAX_CONNECTIONS);

  private GatedEngineSocket(ServerSocketChannel server, Path socket, Path engine) {
    this.server = server;
    this.socket = socket;
    this.engine = engine;
  }

  /**
   * Opens the socket for everybody who reaches its folder.
   *
   * @param engine the engine's own socket
   */
  static GatedEngineSocket open(Path socket, Path engine) throws IOException {
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    } catch (IOException | RuntimeException unusable) {
      server.close();
      throw unusable;
    }
    var gate = new GatedEngineSocket(server, socket, engine);
    Thread.ofVirtual().name("gate").start(gate::acceptConnections);
    return gate;
  }

  private void acceptConnections() {
    try {
      while (true) {
        SocketChannel guest = server.accept();
        if (free.tryAcquire()) {
          Thread.ofVirtual().name("gate-connection").start(() -> serve(guest));
        } else {
          guest.close();
        }
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void serve(SocketChannel guest) {
    try (guest;
        SocketChannel host = SocketChannel.open(UnixDomainSocketAddress.of(engine))) {
      new GatedConnection(guest, host).serve();
    } catch (IOException gone) {
      // the guest sees the end of its connection
    } finally {
      free.release();
    }
  }

  /** Accepts no further connections; the open ones end with the engine. */
  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(socket);
    } catch (IOException stays) {
      // the session's folder is deleted as a whole
    }
  }
}
