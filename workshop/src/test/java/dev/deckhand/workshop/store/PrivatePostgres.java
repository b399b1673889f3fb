package dev.deckhand.workshop.store;

import dev.deckhand.file.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the distribution's on a port of loopback, in a folder of its own; one for
 * each JVM, stopped with it. PostgreSQL refuses to run as root, so it runs as {@code postgres}
 * then.
 */
public final class PrivatePostgres {

  static final String USER = "deckhand";
  static final String PASSWORD = "s3cr%t/w:rd";

  /** The password as it's written in an address. */
  static final String ESCAPED_PASSWORD = "s3cr%25t%2Fw%3Ard";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path folder;
  private final Path programs;
  private final int port;
  private Process server;

  private PrivatePostgres(Path programs) throws IOException, InterruptedException {
    this.programs = programs;
    this.folder = Files.createTempDirectory("deckhand-postgres");
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    if (isRoot()) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    run(
        asPostgres(
            programs.resolve("initdb").toString(),
            "--pgdata=" + data(),
            "--username=" + USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale"));
    this.server = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
  }

  /** The one of this JVM, started when it's first needed. */
  public static PrivatePostgres shared() {
    return Holder.SHARED;
  }

  /** What is missing for it on this machine, and where to get it. */
  public static Optional<String> missingPart() {
    if (programs().isEmpty()) {
      return Optional.of("PostgreSQL isn't installed; on Debian: apt-get install postgresql");
    }
    return isRoot() && !Files.exists(Path.of("/usr/bin/setpriv"))
        ? Optional.of("PostgreSQL doesn't run as root, and there's no setpriv")
        : Optional.empty();
  }

  /** Only classes that need it start it. */
  private static final class Holder {
    static final PrivatePostgres SHARED = start();

    private static PrivatePostgres start() {
      try {
        return new PrivatePostgres(programs().orElseThrow());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private static Optional<Path> programs() {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(versions)) {
      return found
          .map(version -> version.resolve("bin"))
          .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
          .max(Comparator.comparing(Path::toString));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> asPostgres(String... command) {
    var all = new ArrayList<String>();
    if (isRoot()) {
      all.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            asPostgres(
                programs.resolve("postgres").toString(),
                "-D",
                data().toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-k",
                folder.toString()))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.getFirst() + " failed: " + said);
    }
  }

  int port() {
    return port;
  }

  /** A new, empty database. */
  public String createDatabase() throws SQLException, InterruptedException {
    String name = "workshop" + DATABASES.incrementAndGet();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return name;
  }

  /** The address of a database, with user and password. */
  public String address(String database) {
    return address(database, port);
  }

  static String address(String database, int port) {
    return "postgresql://" + USER + ":" + ESCAPED_PASSWORD + "@127.0.0.1:" + port + "/" + database;
  }

  /** A connection for the test itself; waits until the server accepts it. */
  Connection connect(String database) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (true) {
      try {
        return DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, PASSWORD);
      } catch (SQLException starting) {
        if (System.nanoTime() - deadline > 0) {
          throw starting;
        }
        if (!server.isAlive()) {
          throw new SQLException("the server ended: " + log(), starting);
        }
        Thread.sleep(50);
      }
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  /** Kills the server with SIGKILL, as a machine that loses its power would. */
  void kill() throws InterruptedException {
    List<ProcessHandle> children = server.descendants().toList();
    server.destroyForcibly().waitFor();
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
  }

  /** Starts it again after it was killed. */
  void restart() throws IOException, SQLException, InterruptedException {
    server = launch();
    connect("postgres").close();
  }

  private void remove() {
    try {
      kill();
      FolderTree.delete(folder);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
