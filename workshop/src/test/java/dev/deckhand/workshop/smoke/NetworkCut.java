package dev.deckhand.workshop.smoke;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A network between a browser and a server that can be lost for a time: nothing arrives meanwhile,
 * nobody is told, and what is on its way comes later, as TCP sends it again.
 */
final class NetworkCut implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition restored = lock.newCondition();
  private final int target;
  private boolean cut;

  NetworkCut(int target) throws IOException {
    this.target = target;
    Thread.ofVirtual().name("network").start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  void cut() {
    lock.lock();
    try {
      cut = true;
    } finally {
      lock.unlock();
    }
  }

  void restore() {
    lock.lock();
    try {
      cut = false;
      restored.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitNetwork() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (cut) {
        restored.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void connect(Socket client) {
    try {
      awaitNetwork();
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(server);
      Thread.ofVirtual().start(() -> pump(client, server));
      pump(server, client);
    } catch (IOException refused) {
      close(client);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitNetwork();
        out.write(buffer, 0, read);
      }
      awaitNetwork();
    } catch (IOException broken) {
      // the other side is told below
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    close(from);
    close(to);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // it's closed
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    restore();
    sockets.forEach(NetworkCut::close);
  }
}
