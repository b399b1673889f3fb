package dev.deckhand.workshop.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between a store and its server that breaks when it's told to. */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean cutAtCommit = new AtomicBoolean();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean refusing;

  CuttingProxy(int target) throws IOException {
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** The server gets the next commit and answers, but the answer never arrives. */
  void loseTheAnswerToTheNextCommit() {
    cutAtCommit.set(true);
  }

  /** How many answers were lost. */
  int cuts() {
    return cuts.get();
  }

  /** Breaks all connections, and accepts no new ones as long as this is so. */
  void refuse(boolean now) {
    refusing = now;
    if (now) {
      sockets.forEach(CuttingProxy::close);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        if (refusing) {
          close(client);
          continue;
        }
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        var answersAreLost = new AtomicBoolean();
        Thread.ofVirtual().start(() -> requests(client, server, answersAreLost));
        Thread.ofVirtual().start(() -> answers(server, client, answersAreLost));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void requests(Socket client, Socket server, AtomicBoolean answersAreLost) {
    try {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      var buffer = new byte[65536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        if (text.contains("COMMIT") && cutAtCommit.compareAndSet(true, false)) {
          answersAreLost.set(true);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      // the other end is gone
    } finally {
      close(client);
      close(server);
    }
  }

  private void answers(Socket server, Socket client, AtomicBoolean lost) {
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      var buffer = new byte[65536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (lost.get()) {
          cuts.incrementAndGet();
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      // the other end is gone
    } finally {
      close(client);
      close(server);
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
    listener.close();
    sockets.forEach(CuttingProxy::close);
  }
}
