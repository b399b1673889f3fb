package dev.deckhand.lab.preflight.setup;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of the scripts in {@code labs/images}, and reports its progress.
 *
 * @param title the topic of the script: {@code Images}
 * @param kind the kind of fault if it fails
 */
record SetupScript(
    String title, LabFault.Kind kind, List<String> command, Map<String, String> environment) {

  SetupScript {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The exit code of a background build that another build has stopped. */
  private static final int MADE_WAY = 75;

  /** A background build made way for another one. */
  static final class MadeWay extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  /**
   * Runs it, and waits until it ends. Interrupting the thread stops the script and everything that
   * it started; finished parts are kept for the next run.
   *
   * @throws LabFault if it fails
   * @throws MadeWay if it's a background build, and another build stopped it
   */
  void run(BootProgress progress) throws InterruptedException {
    var steps = new ScriptProgress(title, progress);
    Process process = start();
    try {
      var listener = Thread.ofVirtual().name("script").start(() -> readOutput(process, steps));
      int exitCode = process.waitFor();
      // its last output may still be in the pipe, which background processes may keep open forever
      listener.join(1000);
      if (exitCode == MADE_WAY) {
        throw new MadeWay();
      }
      if (exitCode != 0) {
        throw steps.fault(kind, exitCode);
      }
    } finally {
      stop(process);
    }
  }

  private Process start() {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException absent) {
      throw new LabFault(
          kind,
          command.getFirst() + " can't be started.",
          "It is part of Deckhand: install Deckhand again.",
          absent);
    }
  }

  private static void readOutput(Process process, ScriptProgress steps) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        steps.accept(ScriptOutputLine.parse(line));
      }
    } catch (IOException closed) {
      // it was stopped
    }
  }

  /** Ends a script that is still running, and what it started, children first. */
  private static void stop(Process process) throws InterruptedException {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    family.reversed().forEach(ProcessHandle::destroy);
    // even if interrupted again, nothing is left running
    try {
      var _ = process.waitFor(3, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
      family.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
