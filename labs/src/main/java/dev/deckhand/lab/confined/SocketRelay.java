package dev.deckhand.lab.confined;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;

/**
 * A socket in a folder that leads to a port of this machine. A container that has the folder
 * mounted reaches that port, and needs no network for it.
 */
final class SocketRelay implements AutoCloseable {

  /** A submission needs a few; many would cost this process its memory. */
  private static final int MAX_CONNECTIONS = 64;

  private static final int BUFFER_SIZE = 32 * 1024;

  private final ServerSocketChannel server;
  private final Path socket;
  private final int port;
  private final Semaphore free = new Semaphore(MAX_CONNECTIONS);

  private SocketRelay(ServerSocketChannel server, Path socket, int port) {
    this.server = server;
    this.socket = socket;
    this.port = port;
  }

  /** Opens a socket for everybody who reaches the folder. */
  static SocketRelay open(Path socket, int port) throws IOException {
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    } catch (IOException | RuntimeException unusable) {
      server.close();
      throw unusable;
    }
    var relay = new SocketRelay(server, socket, port);
    Thread.ofVirtual().name("lab-relay").start(relay::acceptConnections);
    return relay;
  }

  private void acceptConnections() {
    try {
      while (true) {
        SocketChannel guest = server.accept();
        if (free.tryAcquire()) {
          Thread.ofVirtual().name("lab-relay-connection").start(() -> serve(guest));
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
        SocketChannel lab =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      Thread back = Thread.ofVirtual().name("lab-relay-back").start(() -> copy(lab, guest));
      copy(guest, lab);
      back.join();
    } catch (IOException gone) {
      // the guest sees the end of its connection
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    try {
      ByteBuffer some = ByteBuffer.allocate(BUFFER_SIZE);
      while (from.read(some) >= 0) {
        some.flip();
        while (some.hasRemaining()) {
          to.write(some);
        }
        some.clear();
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Closeable channel) {
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
