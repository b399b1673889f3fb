package dev.deckhand.lab.confined;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Leads a connection to a port of this machine, so that a container reaches it without a network.
 *
 * @param port on loopback
 */
record PortRelay(int port) implements GuestSocket.Service {

  private static final int BUFFER_SIZE = 32 * 1024;

  @Override
  public void serve(SocketChannel guest) throws IOException {
    try (SocketChannel lab =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      Thread back = Thread.ofVirtual().name("guest-back").start(() -> copy(lab, guest));
      copy(guest, lab);
      back.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
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
      GuestSocket.closeQuietly(from);
      GuestSocket.closeQuietly(to);
    }
  }
}
