package dev.deckhand.lab.java.bound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the session's helm. */
final class HelmCommand {

  private HelmCommand() {}

  /**
   * Runs it, and returns its output; if the snippet is interrupted, the command is ended.
   *
   * @param input the file that it reads as its standard input
   */
  static String run(List<String> command, Path input) {
    String commandLine = String.join(" ", command);
    try {
      Path errors = Files.createTempFile("helm", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
          String output =
              new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          int exitCode = process.waitFor();
          if (exitCode != 0) {
            throw new HelmException(commandLine, exitCode, Files.readString(errors).strip());
          }
          return output;
        } finally {
          process.descendants().forEach(ProcessHandle::destroy);
          process.destroy();
        }
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException notRun) {
      throw new HelmException(commandLine, 127, String.valueOf(notRun.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new HelmException(commandLine, 130, "it was interrupted");
    }
  }
}
