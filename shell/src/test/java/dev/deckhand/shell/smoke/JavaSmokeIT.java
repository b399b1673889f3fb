package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson driven from Java, at a terminal. */
@Tag("docker")
class JavaSmokeIT {

  private static final String CTRL_O = "\017";

  @TempDir private Path folder;
  private PackagedProgram program;
  private HostEngineInspector engine;

  @BeforeEach
  void look() {
    program = new PackagedProgram(folder);
    engine = HostEngineInspector.orSkip(program.state().ownerLabel());
  }

  @AfterEach
  void cleanUp() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void javaIsSpokenAtThePromptAndTheStepIsDone() throws Exception {
    try (TerminalProgram shell = program.atTerminal(80, "learn", "containers/first-container")) {
      shell.await("1/5 $ ");
      // a lab is there once a command has run
      shell.type("printf 'lab is %s\\n' there");
      shell.await("lab is there");
      shell.await("1/5 $ ");

      shell.type("java");
      shell.await("bound: docker");
      shell.await("java> ");
      shell.type("int crew =");
      shell.await("...> ");
      shell.type("12;");
      shell.await("crew ==> 12");
      shell.await("java> ");

      shell.press("docker.listContainersC\t");
      shell.await("md()");
      shell.type(".exec().size()");
      shell.await("==> 0");
      shell.await("java> ");

      shell.type("{ System.out.println(\"under\" + \"way\"); while (true) { } }");
      shell.await("underway");
      shell.pressCtrlC();
      shell.await("Stopped.");
      shell.await("java> ");
      shell.type("crew + 1");
      shell.await("==> 13");
      shell.await("java> ");
      shell.type("half a line");
      shell.await("java> ");

      shell.type(
          "var hello ="
              + " docker.createContainerCmd(\"busybox:1.37\").withName(\"hello\").withCmd(\"echo\","
              + " \"ahoy\").exec();");
      shell.await("java> ");
      shell.type("docker.startContainerCmd(hello.getId()).exec();");
      shell.await("Step 1 of 5 is done.");
      shell.await("java> ");
      shell.type("/next");
      shell.await("Step 2 of 5");
      shell.await("java> ");
      shell.type("/exit");
      shell.await("2/5 $ ");
      shell.type("java -version 2>&1 | head -n 1 | cut -c 1-7");
      shell.await("2/5 $ ");
      shell.type("quit");
      assertThat(shell.exitCode()).isZero();
    }
    assertThat(engine.sessions()).as("sessions whose containers are left").isEmpty();
  }

  @Test
  void theLinesOfTheTextAreOfferedWhereTheyAreTyped() throws Exception {
    try (TerminalProgram shell = program.atTerminal(100, "learn", "java/docker-from-java")) {
      shell.await("lab ready");
      shell.press(CTRL_O + "\r");
      shell.await("bound: docker");
      shell.await("java> docker.versionCmd().exec()");
      shell.press(CTRL_O + "\r");
      shell.await("apiVersion=");
      shell.await("java> docker.listContainersCmd().exec().size()");
      shell.type("java");
      shell.await("Java is already open");
      shell.type("/exit");
      shell.await("1/4 $ java");

      // as copied from a page: the line that opens Java, and what is typed in it
      shell.paste("java\nint all = docker.listContainersCmd().withShowAll(true).exec().size();");
      shell.press("\r");
      shell.await("all ==> 3");
      shell.await("done: The number all counts the 3 containers");
      shell.await("java> ");
      shell.type("/exit");
      shell.type("quit");
      assertThat(shell.exitCode()).isZero();
    }
  }
}
