package dev.deckhand.lab.confined;

import dev.deckhand.lab.Console;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.ExecPipe;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lab.workspace.ShellMarkerScanner;
import dev.deckhand.lab.workspace.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bash in a container that keeps its state from command to command. Its commands have no input
 * and no terminal. For one thread at a time.
 *
 * <p>The commands run in the shell that reports their ends, so a hostile one can forge a report.
 * All that it gains is that its next command starts earlier: verdicts don't depend on what a shell
 * says.
 */
final class ConfinedShell implements AutoCloseable {

  /** What a shell says of a command that was killed. */
  static final int KILLED = 137;

  private final ExecPipe pipe;
  private final String nonce;
  private int count;

  private ConfinedShell(ExecPipe pipe, String nonce) {
    this.pipe = pipe;
    this.nonce = nonce;
  }

  /**
   * Starts a shell in a running container.
   *
   * @param nonce tells its reports from the output of commands
   */
  static ConfinedShell start(EngineApi api, ConfinedContainer container, String nonce) {
    List<String> command = List.of("/bin/bash", "--noprofile", "--norc", "-c", script(nonce));
    try (var _ = TimedPart.of("start a shell")) {
      return new ConfinedShell(ExecPipe.start(api, container.id(), command), nonce);
    }
  }

  /**
   * Runs a command and waits for its end.
   *
   * @param transcript gets what it writes
   * @return its exit code, or null if the shell ended with it
   */
  @Nullable Integer run(String command, Transcript transcript, Console console) throws IOException {
    var reader = new ReportReader(++count, transcript, console);
    var scanner = new ShellMarkerScanner(nonce, reader);
    OutputStream input = pipe.input();
    // a NUL would end the command early; bash drops them from what it reads as well
    input.write((command.replace("\0", "") + "\0").getBytes(StandardCharsets.UTF_8));
    input.flush();
    var buffer = new byte[16 * 1024];
    InputStream output = pipe.output();
    while (reader.exitCode == null) {
      int read = output.read(buffer, 0, buffer.length);
      if (read < 0) {
        scanner.end();
        return null;
      }
      scanner.scan(buffer, read);
    }
    return reader.exitCode;
  }

  @Override
  public void close() {
    pipe.close();
  }

  private static String script(String nonce) {
    try (var resource = ConfinedShell.class.getResourceAsStream("shell.bash")) {
      if (resource == null) {
        throw new IllegalStateException(
            "shell.bash is not beside " + ConfinedShell.class.getName());
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("@NONCE@", nonce);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the report of one command. */
  private static final class ReportReader implements ShellMarkerScanner.Sink {
    private final int number;
    private final Transcript transcript;
    private final Console console;
    private @Nullable Integer exitCode;

    private ReportReader(int number, Transcript transcript, Console console) {
      this.number = number;
      this.transcript = transcript;
      this.console = console;
    }

    @Override
    public void output(byte[] bytes, int offset, int length) {
      transcript.append(bytes, offset, length);
      try {
        console.write(bytes, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void marker(String text) {
      String[] parts = text.split(";", -1);
      if (parts.length == 2 && parts[0].equals(Integer.toString(number))) {
        try {
          exitCode = Integer.parseInt(parts[1]);
        } catch (NumberFormatException forged) {
          // not one of the shell's own reports
        }
      }
    }
  }
}
