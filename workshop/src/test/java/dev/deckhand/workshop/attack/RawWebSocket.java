package dev.deckhand.workshop.attack;

import dev.deckhand.workshop.screen.KeptScreen;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A WebSocket that sends whatever it's told to, also what RFC 6455 forbids. */
final class RawWebSocket implements AutoCloseable {

  static final int TEXT = 1;
  static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PATIENCE_SECONDS = 20;

  private final Socket socket;
  private final OutputStream out;
  private final boolean acknowledges;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final List<String> texts = new ArrayList<>();
  private final KeptScreen screen = new KeptScreen(80, 24);
  private boolean ended;
  private int closeCode = -1;

  private RawWebSocket(Socket socket, boolean acknowledges) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.acknowledges = acknowledges;
  }

  /** Opens one that shows what it gets, and says so. */
  static RawWebSocket open(int port, String headers, String path) throws IOException {
    RawWebSocket socket = connect(port, headers, path, true);
    Thread.ofVirtual().start(socket::readAll);
    return socket;
  }

  /** Opens one that never reads. */
  static RawWebSocket openUnread(int port, String headers, String path) throws IOException {
    return connect(port, headers, path, false);
  }

  private static RawWebSocket connect(int port, String headers, String path, boolean acknowledges)
      throws IOException {
    var socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    String head =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + headers
            + "\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    var answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      answer.append((char) next);
    }
    if (answer.indexOf("HTTP/1.1 101") != 0) {
      socket.close();
      throw new IOException("not opened: " + answer);
    }
    return new RawWebSocket(socket, acknowledges);
  }

  /** Sends bytes that are a frame, or none. */
  void raw(byte[] bytes) throws IOException {
    synchronized (out) {
      out.write(bytes);
      out.flush();
    }
  }

  /** Sends a frame as clients do, masked. */
  void frame(boolean last, int code, byte[] payload) throws IOException {
    raw(encoded(last, code, payload));
  }

  static byte[] encoded(boolean last, int code, byte[] payload) {
    var frame = new ByteArrayOutputStream(payload.length + 14);
    frame.write((last ? 0x80 : 0) | code);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else {
      frame.write(0x80 | (payload.length < 65536 ? 126 : 127));
      int bytes = payload.length < 65536 ? 2 : 8;
      for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        frame.write((int) ((long) payload.length >> shift) & 255);
      }
    }
    // a mask of zeros changes nothing
    frame.writeBytes(new byte[4]);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  void type(String text) throws IOException {
    frame(true, BINARY, text.getBytes(StandardCharsets.UTF_8));
  }

  void say(String text) throws IOException {
    frame(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private void readAll() {
    try (var in = new DataInputStream(socket.getInputStream())) {
      while (true) {
        int code = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        if (length == 126) {
          length = in.readUnsignedShort();
        } else if (length == 127) {
          length = (int) in.readLong();
        }
        take(code, in.readNBytes(length));
      }
    } catch (IOException over) {
      synchronized (this) {
        ended = true;
        notifyAll();
      }
    }
  }

  private void take(int code, byte[] payload) throws IOException {
    int sum;
    synchronized (this) {
      if (code == TEXT) {
        texts.add(new String(payload, StandardCharsets.UTF_8));
      } else if (code == BINARY) {
        shown.writeBytes(payload);
        screen.take(payload, 0, payload.length);
      } else if (code == CLOSE && payload.length >= 2) {
        closeCode = ((payload[0] & 255) << 8) | (payload[1] & 255);
      }
      sum = shown.size();
      notifyAll();
    }
    if (code == BINARY && acknowledges) {
      say("{\"ack\":" + sum + "}");
    } else if (code == CLOSE) {
      frame(true, CLOSE, payload);
    } else if (code == 9) {
      frame(true, 10, payload);
    }
  }

  synchronized byte[] shown() {
    return shown.toByteArray();
  }

  /** What was shown, each byte as a character. */
  synchronized String shownBytes() {
    return shown.toString(StandardCharsets.ISO_8859_1);
  }

  /** What the screen shows now. */
  synchronized String screen() {
    return String.join("\n", screen.text());
  }

  synchronized List<String> texts() {
    return List.copyOf(texts);
  }

  synchronized boolean isEnded() {
    return ended;
  }

  /** The code that the server closed with; -1 without one. */
  synchronized int closeCode() {
    return closeCode;
  }

  synchronized void await(BooleanSupplier so, String what) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!so.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "never came: " + what + "; shown " + screen() + "; told " + texts + ", ended " + ended);
      }
      wait(Math.min(left, 50));
    }
  }

  void awaitText(String text) throws InterruptedException {
    await(() -> texts().contains(text), text);
  }

  void awaitShown(String text) throws InterruptedException {
    await(() -> shownBytes().contains(text), text);
  }

  void awaitScreen(String text) throws InterruptedException {
    await(() -> screen().contains(text), text);
  }

  void awaitEnd() throws InterruptedException {
    await(this::isEnded, "the end of the connection");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
