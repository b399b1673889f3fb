package dev.deckhand.workshop.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A network between client and server that goes dead without a word. */
final class Relay implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final int target;
  private volatile boolean swallowing;
  private volatile boolean notReading;

  Relay(int target) throws IOException {
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on nothing arrives, in either direction; the connections stay open. */
  void swallow() {
    swallowing = true;
  }

  /** From now on nothing that the server sends is read. */
  void stopReading() {
    notReading = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        var server = new Socket();
        server.setReceiveBufferSize(8192);
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> pump(client, server, false));
        Thread.ofVirtual().start(() -> pump(server, client, true));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (answers && notReading) {
          over.await();
        }
        if (!swallowing) {
          out.write(buffer, 0, read);
        }
      }
      if (!swallowing) {
        to.close();
      }
    } catch (IOException broken) {
      close(to);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // it's closed
    }
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    listener.close();
    sockets.forEach(Relay::close);
  }
}
