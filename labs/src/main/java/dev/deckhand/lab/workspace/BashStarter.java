package dev.deckhand.lab.workspace;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.unix.UnixPtyProcess;
import com.sun.jna.Native;
import dev.deckhand.lab.LabFault;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Starts shells.
 *
 * @param sessionFolder the session's folder, for the pipe
 * @param environment the variables of the shell and its commands
 * @param nonces supplies a secret word for each shell
 */
record BashStarter(Path sessionFolder, Map<String, String> environment, Supplier<String> nonces) {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(10);

  /**
   * The first bash makes the pipe the input of the second one, so that the terminal stays free for
   * commands.
   */
  private static final String START_SCRIPT =
      "exec \"$BASH\" --noprofile --norc --noediting -i <\"$0\"";

  /**
   * Starts a shell in a folder.
   *
   * @throws LabFault if it doesn't start
   */
  BashProcess start(Path folder, int columns, int rows) throws InterruptedException {
    var bash = findBash();
    try {
      Files.createDirectories(sessionFolder);
      return start(bash, folder, columns, rows);
    } catch (IOException | TimeoutException | IllegalStateException e) {
      DiskSpace.requireSpace(sessionFolder, e);
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "bash (" + bash + ") did not start in " + folder + ": " + reason(e) + ".",
          "Try it yourself: " + bash + " --norc -i. If that works, type the command again.",
          e);
    }
  }

  private BashProcess start(Path bash, Path folder, int columns, int rows)
      throws IOException, InterruptedException, TimeoutException {
    var libc = Native.load("c", LibC.class);
    var nonce = nonces.get();
    var path = sessionFolder.resolve("bash-" + nonce.substring(0, 6));
    if (libc.mkfifo(path.toString(), 0600) != 0) {
      throw new IOException("a named pipe can't be created at " + path);
    }
    try {
      // open for reading and writing, so that neither side waits for the other to open it, or sees
      // its end before
      var pipe = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      BashProcess bashProcess;
      try {
        bashProcess =
            connect(libc, spawn(startCommand(bash, path), folder, columns, rows), pipe, nonce);
      } catch (IOException | RuntimeException e) {
        pipe.close();
        throw e;
      }
      return awaitStart(bashProcess, nonce);
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private static String[] startCommand(Path bash, Path pipe) {
    return new String[] {
      bash.toString(), "--noprofile", "--norc", "-c", START_SCRIPT, pipe.toString()
    };
  }

  private static BashProcess connect(
      LibC libc, PtyProcess process, FileChannel pipe, String nonce) {
    var pty = ((UnixPtyProcess) process).getPty();
    var device = new TerminalDevice(libc, pty.getMasterFD(), pty.getSlaveName());
    var session =
        new TerminalSessionProcesses(libc, process.pid(), device.name(), Path.of("/proc"));
    return new BashProcess(process, pipe, device, session, nonce);
  }

  /** Waits until bash accepts commands; ends it if it doesn't, or if the wait is interrupted. */
  private static BashProcess awaitStart(BashProcess bashProcess, String nonce)
      throws IOException, InterruptedException, TimeoutException {
    try {
      bashProcess.start(initScript(nonce, bashProcess.device().name()), START_TIMEOUT);
      return bashProcess;
    } catch (IOException | InterruptedException | TimeoutException | RuntimeException e) {
      bashProcess.end();
      throw e;
    }
  }

  private PtyProcess spawn(String[] command, Path folder, int columns, int rows)
      throws IOException {
    return new PtyProcessBuilder(command)
        .setEnvironment(environment)
        .setDirectory(folder.toString())
        .setInitialColumns(columns > 0 ? columns : 80)
        .setInitialRows(rows > 0 ? rows : 24)
        .start();
  }

  private Path findBash() {
    var path = environment.getOrDefault("PATH", "");
    for (var folder : path.split(File.pathSeparator, -1)) {
      var candidate = Path.of(folder, "bash");
      if (Files.isExecutable(candidate) && candidate.isAbsolute()) {
        return candidate;
      }
    }
    throw new LabFault(
        LabFault.Kind.NOT_STARTED,
        "There is no bash on the PATH (" + path + "), but lessons need it to run your commands.",
        "Install it (Debian: apt-get install bash), or add its folder to PATH. Then start again.");
  }

  private static String initScript(String nonce, String terminal) {
    try (var resource = BashStarter.class.getResourceAsStream("shell.bash")) {
      if (resource == null) {
        throw new IllegalStateException("shell.bash is not beside " + BashStarter.class.getName());
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@NONCE@", nonce)
          .replace("@TTY@", terminal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reason(Exception e) {
    return e instanceof TimeoutException
        ? "it did not answer within " + START_TIMEOUT.toSeconds() + " s"
        : String.valueOf(e.getMessage());
  }
}
