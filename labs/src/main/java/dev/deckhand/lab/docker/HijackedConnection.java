package dev.deckhand.lab.docker;

import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an engine's socket that was switched to the input and output of a command.
 *
 * <p>The client library sends such input in chunks of a kilobyte and never signals its end, which
 * is too slow for an image of a hundred megabytes.
 */
final class HijackedConnection implements AutoCloseable {

  private static final int CHUNK_BYTES = 256 * 1024;

  private final SocketChannel channel;
  private final InputStream output;
  private volatile @Nullable Exception inputFailure;

  private HijackedConnection(SocketChannel channel) {
    this.channel = channel;
    this.output = new BufferedInputStream(Channels.newInputStream(channel));
  }

  /** Posts a body, and returns the connection once the engine has switched it. */
  static HijackedConnection open(EngineAddress address, String path, byte[] body)
      throws IOException {
    var pipe =
        new HijackedConnection(
            SocketChannel.open(UnixDomainSocketAddress.of(address.uri().getPath())));
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try {
      pipe.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
      pipe.write(ByteBuffer.wrap(body));
      pipe.readHead();
      return pipe;
    } catch (IOException | RuntimeException failure) {
      pipe.close();
      throw failure;
    }
  }

  private void readHead() throws IOException {
    String first = readLine();
    String[] words = first.split(" ", 3);
    int status = words.length > 1 ? Integer.parseInt(words[1]) : 0;
    for (String line = first; !line.isEmpty(); line = readLine()) {
      // the rest is the command's output
    }
    if (status != 101 && status != 200) {
      throw new ApiError(
          ApiServer.ENGINE, status, new String(output.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    for (int next = output.read(); next >= 0 && next != '\n'; next = output.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Sends the input on a thread of its own, since the command may answer meanwhile. The command
   * sees the end of its input also where the input breaks off; {@link #checkInput} tells.
   */
  void sendInput(InputStream input) {
    Thread.ofVirtual()
        .name("engine-input")
        .start(() -> {
          try {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = read(input, chunk); read >= 0; read = read(input, chunk)) {
              write(ByteBuffer.wrap(chunk, 0, read));
            }
            channel.shutdownOutput();
          } catch (IOException ended) {
            // a command that ended early says itself why
          }
        });
  }

  private int read(InputStream input, byte[] chunk) {
    try {
      return input.read(chunk);
    } catch (IOException | RuntimeException broken) {
      inputFailure = broken;
      return -1;
    }
  }

  /**
   * Call it when the command has ended.
   *
   * @throws IOException if the input broke off
   */
  void checkInput() throws IOException {
    Exception failure = inputFailure;
    if (failure != null) {
      throw new IOException("the input of the command broke off", failure);
    }
  }

  InputStream output() {
    return output;
  }

  /** The command's input, unbuffered. */
  OutputStream input() {
    return Channels.newOutputStream(channel);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
