package dev.deckhand.lab.confined;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;

/**
 * A socket in a folder that containers have mounted. Each connection is served on a thread of its
 * own.
 */
final class GuestSocket implements AutoCloseable {

  /** A submission needs a few; many would cost this process its memory. */
  private static final int MAX_CONNECTIONS = 64;

  /** Serves one connection until one side ends it. */
  @FunctionalInterface
  interface Service {

    /**
     * Serves a connection.
     *
     * @param guest is closed afterwards
     * @throws IOException if the lab is gone; the guest sees the end of its connection
     */
    void serve(SocketChannel guest) throws IOException;
  }

  private final ServerSocketChannel server;
  private final Path socket;
  private final Service service;
  private final Semaphore free = new Semaphore(MAX_CONNECTIONS);

  private GuestSocket(ServerSocketChannel server, Path socket, Service service) {
    this.server = server;
    this.socket = socket;
    this.service = service;
  }

  /** Opens a socket for everybody who reaches its folder. */
  static GuestSocket open(Path socket, Service service) throws IOException {
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    } catch (IOException | RuntimeException unusable) {
      server.close();
      throw unusable;
    }
    var guests = new GuestSocket(server, socket, service);
    Thread.ofVirtual().name("guests").start(guests::acceptConnections);
    return guests;
  }

  private void acceptConnections() {
    try {
      while (true) {
        SocketChannel guest = server.accept();
        if (free.tryAcquire()) {
          Thread.ofVirtual().name("guest").start(() -> serve(guest));
        } else {
          guest.close();
        }
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void serve(SocketChannel guest) {
    try (guest) {
      service.serve(guest);
    } catch (IOException gone) {
      // the guest sees the end of its connection
    } finally {
      free.release();
    }
  }

  static void closeQuietly(Closeable channel) {
    try {
      channel.close();
    } catch (IOException alreadyBroken) {
      // already closed
    }
  }

  /** Accepts no further connections; the open ones end with the lab. */
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
