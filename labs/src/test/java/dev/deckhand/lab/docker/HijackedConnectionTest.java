package dev.deckhand.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HijackedConnectionTest {

  @TempDir private Path folder;
  private ServerSocketChannel server;
  private final CompletableFuture<String> received = new CompletableFuture<>();

  @BeforeEach
  void setUp() throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(folder.resolve("engine.sock")));
    var _ = Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void tearDown() throws IOException {
    server.close();
  }

  /** An engine whose command reads to the end of its input, and ends then. */
  private void serve() {
    try (var channel = server.accept()) {
      InputStream in = Channels.newInputStream(channel);
      int newlines = 0;
      while (newlines < 2) {
        int next = in.read();
        newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
      }
      in.readNBytes(2);
      channel.write(
          ByteBuffer.wrap("HTTP/1.1 101 UPGRADED\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      received.complete(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException broken) {
      received.completeExceptionally(broken);
    }
  }

  private HijackedConnection open() throws IOException {
    return HijackedConnection.open(
        EngineAddress.socket(folder.resolve("engine.sock")),
        "/exec/1/start",
        "{}".getBytes(StandardCharsets.US_ASCII));
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void theCommandSeesTheEndOfItsInput() throws Exception {
    try (HijackedConnection connection = open()) {
      connection.sendInput(input("all of it"));

      assertThat(received.get()).isEqualTo("all of it");
      assertThat(connection.output().readAllBytes()).isEmpty();
      connection.checkInput();
    }
  }

  @Test
  void aCommandWhoseInputBreaksOffEndsAndTheFailureIsTold() throws Exception {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the image was built anew");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };
    try (HijackedConnection connection = open()) {
      connection.sendInput(new SequenceInputStream(input("half"), broken));

      assertThat(received.get()).isEqualTo("half");
      assertThat(connection.output().readAllBytes()).isEmpty();
      assertThatThrownBy(connection::checkInput)
          .isInstanceOf(IOException.class)
          .hasRootCauseMessage("the image was built anew");
    }
  }
}
