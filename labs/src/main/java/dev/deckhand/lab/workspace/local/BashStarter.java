package dev.deckhand.lab.workspace.local;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.unix.UnixPtyProcess;
import com.sun.jna.Native;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.WorkspaceLookup;
import dev.deckhand.lab.workspace.BashProcess;
import dev.deckhand.lab.workspace.BashScript;
import dev.deckhand.lab.workspace.ShellStarter;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Starts shells on this machine.
 *
 * @param sessionFolder the session's folder, for the pipe
 * @param workspace the folder that shells start in; created if it's gone
 * @param environment the variables of the shell and its commands
 * @param nonces supplies a secret word for each shell
 */
record BashStarter(
    Path sessionFolder, Path workspace, Map<String, String> environment, Supplier<String> nonces)
    implements ShellStarter {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(10);

  /**
   * The first bash makes the pipe the input of the second one, so that the terminal stays free for
   * commands.
   */
  private static final String START_SCRIPT =
      "exec \"$BASH\" --noprofile --norc --noediting -i <\"$0\"";

  @Override
  public BashProcess start(String wanted, int columns, int rows) throws InterruptedException {
    var folder = existing(Path.of(wanted));
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
      String terminal;
      try {
        PtyProcess process = spawn(startCommand(bash, path), folder, columns, rows);
        terminal = ((UnixPtyProcess) process).getPty().getSlaveName();
        bashProcess = connect(libc, process, pipe, nonce);
      } catch (IOException | RuntimeException e) {
        pipe.close();
        throw e;
      }
      return awaitStart(bashProcess, BashScript.preparation(nonce, terminal));
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
    return new BashProcess(new LocalShellHost(process, pipe, device, session), nonce);
  }

  /** Waits until bash accepts commands; ends it if it doesn't, or if the wait is interrupted. */
  private static BashProcess awaitStart(BashProcess bashProcess, String script)
      throws IOException, InterruptedException, TimeoutException {
    try {
      bashProcess.start(script, START_TIMEOUT);
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

  /** The folder, or the workspace if it no longer exists. */
  private Path existing(Path folder) {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try {
      return Files.createDirectories(workspace);
    } catch (IOException e) {
      DiskSpace.requireSpace(sessionFolder, e);
      throw new LabFault(
          LabFault.Kind.NOT_STARTED,
          "The workspace " + workspace + " can't be created: " + e.getMessage() + ".",
          "Make sure that you may write there, and type the command again.",
          e);
    }
  }

  @Override
  public String home() {
    return workspace.toString();
  }

  @Override
  public Optional<WorkspaceLookup> lookup() {
    return Optional.empty();
  }

  @Override
  public void checkDisk() {
    DiskSpace.requireSpace(workspace, null);
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

  private static String reason(Exception e) {
    return e instanceof TimeoutException
        ? "it did not answer within " + START_TIMEOUT.toSeconds() + " s"
        : String.valueOf(e.getMessage());
  }
}
