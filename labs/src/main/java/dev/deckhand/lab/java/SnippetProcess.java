package dev.deckhand.lab.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jshell.execution.RemoteExecutionControl;
import jdk.jshell.execution.StreamingExecutionControl;
import jdk.jshell.execution.Util;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Starts the process that snippets run in: in the learner's folder, with the learner's variables.
 * JShell's own way of starting one gives it neither.
 */
final class SnippetProcess implements ExecutionControlProvider {

  private static final int MILLIS_TO_START = 20_000;

  private final Path java;
  private final Path folder;
  private final Map<String, String> environment;
  private volatile @Nullable Process process;

  SnippetProcess(Path java, Path folder, Map<String, String> environment) {
    this.java = java;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return "deckhand";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters)
      throws IOException {
    try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      door.setSoTimeout(MILLIS_TO_START);
      Process started = start(door.getLocalPort());
      process = started;
      Socket socket = door.accept();
      return Util.remoteInputOutput(
          socket.getInputStream(),
          socket.getOutputStream(),
          Map.<String, OutputStream>of("out", env.userOut(), "err", env.userErr()),
          Map.<String, InputStream>of("in", env.userIn()),
          (in, out) ->
              new StreamingExecutionControl(out, in) {
                @Override
                public void close() {
                  started.destroyForcibly();
                  super.close();
                }
              });
    } catch (IOException failure) {
      kill();
      throw failure;
    }
  }

  private Process start(int port) throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                // small and quick to start: snippets are no servers
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                RemoteExecutionControl.class.getName(),
                Integer.toString(port)));
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** Ends it at once, and all that it started. */
  void kill() {
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }
}
