package dev.deckhand.lab.java;

import com.sun.jdi.VirtualMachine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import jdk.jshell.execution.JdiDefaultExecutionControl;
import jdk.jshell.execution.JdiExecutionControlProvider;
import jdk.jshell.execution.JdiInitiator;
import jdk.jshell.execution.RemoteExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Starts the process that snippets run in, in the learner's folder and with the learner's
 * environment, which JShell's default doesn't do. Like JShell's default, it is controlled by a
 * debugger: only a debugger can stop an endless loop.
 */
final class SnippetProcess implements ExecutionControlProvider {

  private static final int START_TIMEOUT_MILLIS = 20_000;

  private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(1);

  private final Path java;
  private final Path folder;
  private final Map<String, String> environment;
  private final String classPath;
  private volatile @Nullable Process process;
  private volatile boolean killed;

  /**
   * @param classPath the class path of snippets, besides the JDK
   */
  SnippetProcess(Path java, Path folder, Map<String, String> environment, String classPath) {
    this.java = java;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.classPath = classPath;
  }

  @Override
  public String name() {
    return "deckhand";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters)
      throws IOException {
    var lead =
        new JdiExecutionControlProvider((augmented, _, port) -> {
          VirtualMachine machine =
              new DebuggerConnector(this, port, augmented.extraRemoteVMOptions()).vm();
          return new JdiDefaultExecutionControl.JdiStarter.TargetDescription(machine, process());
        });
    try {
      return lead.generate(
          env,
          Map.of(
              JdiExecutionControlProvider.PARAM_TIMEOUT,
              Integer.toString(START_TIMEOUT_MILLIS),
              JdiExecutionControlProvider.PARAM_HOST_NAME,
              "localhost"));
    } catch (IOException | RuntimeException failure) {
      kill();
      throw failure;
    }
  }

  private Process start(String debugger, int port, List<String> options) throws IOException {
    var command = new ArrayList<String>();
    command.add(java.toString());
    command.add("-agentlib:jdwp=transport=dt_socket,address=" + debugger);
    // small and quick to start
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.add(RemoteExecutionControl.class.getName());
    command.add(Integer.toString(port));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    // nothing is written to its standard input, but its end tells that this process is gone
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    builder.redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")));
    builder.redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")));
    Process started = builder.start();
    process = started;
    if (killed) {
      started.destroyForcibly();
    }
    return started;
  }

  private Process process() {
    Process started = process;
    if (started == null) {
      throw new IllegalStateException("the process for snippets was not started");
    }
    return started;
  }

  /** Whether it runs and wasn't killed; the system may still be cleaning up after a killed one. */
  boolean isAlive() {
    Process running = process;
    return !killed && running != null && running.isAlive();
  }

  /**
   * The exit code; empty if it still runs. The debugger's connection ends a moment before the exit
   * code is known, so this waits for up to {@link #EXIT_TIMEOUT}.
   */
  OptionalInt exitCode() {
    Process running = process;
    try {
      return running != null && running.waitFor(EXIT_TIMEOUT)
          ? OptionalInt.of(running.exitValue())
          : OptionalInt.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** Kills it and all processes that it started. */
  void kill() {
    killed = true;
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }

  /** The debugger's connection: the process connects to this one on loopback. */
  private static final class DebuggerConnector extends JdiInitiator {

    private final SnippetProcess snippetProcess;

    DebuggerConnector(SnippetProcess own, int port, List<String> options) {
      // the constructor above calls runListenProcess
      this.snippetProcess = own;
      super(
          port,
          options,
          RemoteExecutionControl.class.getName(),
          false,
          "localhost",
          START_TIMEOUT_MILLIS,
          Map.of());
    }

    @Override
    protected void runListenProcess(
        String debugger, int port, List<String> options, ProcessStarted started) {
      try {
        started.processStarted(snippetProcess.start(debugger, port, options));
      } catch (Throwable failure) {
        snippetProcess.kill();
        throw new IllegalStateException("the process for snippets did not start", failure);
      }
    }
  }
}
