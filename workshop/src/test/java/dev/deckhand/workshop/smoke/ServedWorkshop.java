package dev.deckhand.workshop.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, as the launcher starts it. */
public final class ServedWorkshop implements AutoCloseable {

  private final Process process;
  private final JsonNode announced;

  private ServedWorkshop(Process process, JsonNode announced) {
    this.process = process;
    this.announced = announced;
  }

  /** A port of this machine that nothing listens at. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Starts it, for browsers on this machine, and waits until it serves.
   *
   * @param port that it listens at
   * @param options after those
   */
  public static ServedWorkshop onLoopback(Path state, int port, List<String> options)
      throws IOException {
    var all = new ArrayList<>(options);
    all.addAll(List.of("--bind", "127.0.0.1", "--port", Integer.toString(port)));
    return start(state, all);
  }

  /**
   * Starts it, and waits until it serves.
   *
   * @param state the state folder
   * @param options after {@code workshop serve}
   */
  public static ServedWorkshop start(Path state, List<String> options) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Ddeckhand.home=" + Path.of("..").toRealPath(),
                "-cp",
                Path.of("target", "app").toAbsolutePath() + "/*",
                "dev.deckhand.shell.Main",
                "workshop",
                "serve"));
    command.addAll(options);
    command.add("--json");
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("DECKHAND_STATE", state.toString());
    Process process = builder.start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the server ended with nothing but what it wrote to stderr");
    }
    return new ServedWorkshop(process, new JsonMapper().readTree(line));
  }

  public URI join() {
    return URI.create(announced.path("join").asText());
  }

  public String code() {
    return announced.path("code").asText();
  }

  public URI instructorLink() {
    return URI.create(announced.path("instructor").asText());
  }

  public String ssh() {
    return announced.path("ssh").asText();
  }

  /** The memory that the process has, in bytes. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Ends it without a chance to do anything. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
