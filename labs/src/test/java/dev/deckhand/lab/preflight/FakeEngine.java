package dev.deckhand.lab.preflight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An engine that knows a few answers by heart, behind a socket. */
public final class FakeEngine implements AutoCloseable {

  private final ServerSocketChannel server;
  private final Map<String, String> answers;

  private FakeEngine(ServerSocketChannel server, Map<String, String> answers) {
    this.server = server;
    this.answers = answers;
  }

  public static FakeEngine at(Path socket, Map<String, String> answers) throws IOException {
    Files.createDirectories(socket.getParent());
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    var engine = new FakeEngine(server, answers);
    var _ = Thread.ofVirtual().start(engine::serve);
    return engine;
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        var _ = Thread.ofVirtual().start(() -> answer(channel));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(SocketChannel channel) {
    try (channel) {
      var in =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.US_ASCII));
      String request = in.readLine();
      if (request == null) {
        return;
      }
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        // headers
      }
      String body = answers.getOrDefault(request.split(" ", -1)[1], "");
      String head = body.isEmpty() ? "404 Not Found" : "200 OK";
      String text =
          "HTTP/1.1 "
              + head
              + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException hungUp) {
      // whoever asked has gone
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
