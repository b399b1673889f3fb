package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What works on a machine without an engine. */
class WithoutEngineIT {

  @TempDir private Path folder;

  @Test
  void javaAnswersAndTheLessonCanBeRead() throws Exception {
    var program =
        new PackagedProgram(folder)
            .withVariables(Map.of("DOCKER_HOST", "unix://" + folder.resolve("no.sock")));
    try (TerminalProgram shell = program.atTerminal(80, "learn", "containers/first-container")) {
      shell.await("Docker is not reachable");
      shell.await("1/5 $ ");

      shell.type("java");
      shell.await("java> ");
      shell.type("int answer = 6 * 7;");
      shell.await("answer ==> 42");
      shell.await("java> ");
      shell.type("System.getenv(\"DOCKER_HOST\")");
      shell.await("==> ");
      shell.await("java> ");
      shell.type("/exit");
      shell.await("1/5 $ ");

      shell.type("docker ps");
      shell.await("Docker is not reachable");
      shell.await("1/5 $ ");
      shell.type("next");
      shell.await("2/5 $ ");
      shell.type("quit");
      assertThat(shell.exitCode()).isZero();
    }
  }
}
