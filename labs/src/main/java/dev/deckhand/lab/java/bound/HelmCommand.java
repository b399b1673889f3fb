package dev.deckhand.lab.java.bound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the session's helm. */
final class HelmCommand {

  private HelmCommand() {}

  /** Runs it to its end; a snippet that is stopped takes it along. */
  static String run(List<String> command) {
    String spoken = String.join(" ", command);
    try {
      Path errors = Files.createTempFile("helm", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(errors.toFile())
                .start();
        try {
          String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          int exitCode = process.waitFor();
          if (exitCode != 0) {
            throw new HelmException(spoken, exitCode, Files.readString(errors).strip());
          }
          return said;
        } finally {
          process.descendants().forEach(ProcessHandle::destroy);
          process.destroy();
        }
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException notRun) {
      throw new HelmException(spoken, 127, String.valueOf(notRun.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new HelmException(spoken, 130, "it was interrupted");
    }
  }
}
