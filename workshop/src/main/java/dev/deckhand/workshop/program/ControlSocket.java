package dev.deckhand.workshop.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;

/**
 * How commands on this machine reach a server of their own account: by a socket that nobody else
 * may open. Who connects gets a new link for the instructor.
 */
final class ControlSocket implements AutoCloseable {

  private static final String NAME = "control.sock";
  private static final int MAX_LINE = 4096;

  private final ServerSocketChannel server;
  private final Path file;
  private final Callable<String> links;

  private ControlSocket(ServerSocketChannel server, Path file, Callable<String> links) {
    this.server = server;
    this.file = file;
    this.links = links;
  }

  /**
   * Listens in a folder that only its owner may enter.
   *
   * @param links makes a link for each who asks
   */
  static ControlSocket open(Path folder, Callable<String> links) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path file = folder.resolve(NAME);
    Files.deleteIfExists(file);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    var socket = new ControlSocket(server, file, links);
    Thread.ofVirtual().name("control").start(socket::answer);
    return socket;
  }

  private void answer() {
    try {
      while (true) {
        try (SocketChannel one = server.accept();
            var out =
                new OutputStreamWriter(Channels.newOutputStream(one), StandardCharsets.UTF_8)) {
          out.write(links.call() + "\n");
        } catch (IOException closed) {
          throw closed;
        } catch (Exception unanswered) {
          // who asks sees an empty answer
        }
      }
    } catch (IOException closed) {
      // the server ends
    }
  }

  /**
   * Asks the server of a folder.
   *
   * @throws IOException if there's none, or it doesn't answer
   */
  static String ask(Path folder) throws IOException {
    var address = UnixDomainSocketAddress.of(folder.resolve(NAME));
    try (SocketChannel channel = SocketChannel.open(address);
        var in =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      String line = in.readLine();
      if (line == null || line.isEmpty() || line.length() > MAX_LINE) {
        throw new IOException("the server didn't answer");
      }
      return line;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // the next start replaces it
    }
  }
}
