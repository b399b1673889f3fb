package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcess;
import com.pty4j.WinSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The program on a terminal, with somebody at its keyboard. */
final class TerminalProgram implements AutoCloseable {

  private static final char CTRL_C = 3;
  private static final char CTRL_D = 4;

  private final PtyProcess process;
  private final TerminalOutput screen;

  private TerminalProgram(PtyProcess process, TerminalOutput screen) {
    this.process = process;
    this.screen = screen;
  }

  static TerminalProgram of(PtyProcess process) {
    var screen = new TerminalOutput(process.getInputStream());
    screen.start();
    return new TerminalProgram(process, screen);
  }

  TerminalOutput screen() {
    return screen;
  }

  /** Waits for words on the screen, and returns what came before them. */
  String await(String words) throws InterruptedException {
    return screen.await(words);
  }

  /** Types a line, and Enter. */
  void type(String line) throws IOException {
    press(line + "\r");
  }

  void pressEnter() throws IOException {
    press("\r");
  }

  void pressCtrlC() throws IOException {
    press(String.valueOf(CTRL_C));
  }

  void pressCtrlD() throws IOException {
    press(String.valueOf(CTRL_D));
  }

  /** Pastes, as a terminal does that knows where a paste begins and ends. */
  void paste(String text) throws IOException {
    press("\033[200~" + text + "\033[201~");
  }

  void resize(int columns, int rows) {
    process.setWinSize(new WinSize(columns, rows));
  }

  /** Types keys as they are. */
  void press(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(120, TimeUnit.SECONDS))
        .as("the program ends; the screen:%n%s", screen.text())
        .isTrue();
    return process.exitValue();
  }

  /** Kills it without a word of warning, and waits until it is dead. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the program is killed").isTrue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
