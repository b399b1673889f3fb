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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** An engine with fixed answers, behind a socket. */
public final class FakeEngine implements AutoCloseable {

  private final ServerSocketChannel server;
  private final Function<String, String> answer;

  private FakeEngine(ServerSocketChannel server, Function<String, String> answer) {
    this.server = server;
    this.answer = answer;
  }

  /** Answers these paths with these bodies, and any other with 404. */
  public static FakeEngine at(Path socket, Map<String, String> answers) throws IOException {
    return start(socket, path -> respond(path, answers));
  }

  /** The same, a while after each request. */
  static FakeEngine slow(Path socket, Map<String, String> answers, Duration delay)
      throws IOException {
    return start(
        socket,
        path -> {
          LockSupport.parkNanos(delay.toNanos());
          return respond(path, answers);
        });
  }

  /** Sends the same text to everyone. */
  static FakeEngine answering(Path socket, String text) throws IOException {
    return start(socket, _ -> text);
  }

  private static FakeEngine start(Path socket, Function<String, String> answers)
      throws IOException {
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
      String text = answer.apply(request.split(" ", -1)[1]);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException hungUp) {
      // whoever asked has gone
    }
  }

  private static String respond(String path, Map<String, String> answers) {
    String body = answers.getOrDefault(path, "");
    return "HTTP/1.1 "
        + (body.isEmpty() ? "404 Not Found" : "200 OK")
        + (path.equals("/_ping") ? "\r\nApi-Version: 1.41" : "")
        + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
