package dev.deckhand.lab.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script that prepares a learner's shell. */
public final class BashScript {

  private BashScript() {}

  /**
   * What a shell reads before the first command.
   *
   * @param nonce tells its reports from the output of programs
   * @param terminal bash that names the terminal's path
   */
  public static String preparation(String nonce, String terminal) {
    try (var resource = BashScript.class.getResourceAsStream("shell.bash")) {
      if (resource == null) {
        throw new IllegalStateException("shell.bash is not beside " + BashScript.class.getName());
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@NONCE@", nonce)
          .replace("@TTY@", terminal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
