package dev.deckhand.shell.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.JavaCodeAssist;
import dev.deckhand.lab.JavaShell;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.shell.repl.edit.SampleSessions;
import dev.deckhand.shell.step.CommandRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferedCommandRecorderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl delete pod NAME",
        "docker inspect CONTAINER_ID",
        "kubectl get pod/NAME -o yaml",
        "docker pull localhost:5000/buoy@DIGEST"
      })
  void aNameInCapitalsIsTheLearnersToReplace(String command) {
    assertThat(OfferedCommandRecorder.hasPlaceholder(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker run --env COLOUR=blue busybox:1.37 env",
        "docker kill --signal TERM lookout",
        "docker kill --signal SIGTERM lookout",
        "echo $HOME",
        "kubectl get pods -A",
        "printf 'GET /info HTTP/1.0\\r\\n' | nc local 80",
        "cat <<EOF > note\nNAME\nEOF"
      })
  void anythingElseIsTypedAsItStands(String command) {
    assertThat(OfferedCommandRecorder.hasPlaceholder(command)).isFalse();
  }

  @Test
  void foldersOfTheTestingMachineAreNotTold() {
    var places =
        OfferedCommandRecorder.learnerPaths(
            Path.of("/tmp/test17/work"), Map.of("KUBECONFIG", "/srv/state/run/x1/kube/config"));

    assertThat(
            OfferedCommandRecorder.withLearnerPaths(
                "file: /srv/state/run/x1/kube/config, path /tmp/test17/work/menu", places))
        .isEqualTo(
            "file: /home/you/.deckhand/run/lab/kube/config, path /home/you/.deckhand/work/menu");
  }

  @Test
  void linesBehindJavaGoToJShellAndTheDoorsAreNotPrinted() throws InterruptedException {
    var typed = new ArrayList<String>();
    var printed =
        new OfferedCommandRecorder(
                new CommandRunner(workspace(typed), Optional.of(java(typed))), Duration.ZERO)
            .record(
                SampleSessions.showing(
                        "ls", "hint", "cat NAME", "java", "int x = 1;", "NAME", "/exit", "date")
                    .step());

    assertThat(typed).containsExactly("ls", "java> int x = 1;", "java> NAME", "date");
    assertThat(printed)
        .extracting(RecordedOutput.RecordedCommand::command)
        .containsExactly("ls", "int x = 1;", "NAME", "date");
  }

  private static JavaShell java(List<String> typed) {
    return new JavaShell() {
      @Override
      public CommandResult run(String source, Console console) {
        typed.add("java> " + source);
        return new CommandResult(0, "", false, Duration.ZERO);
      }

      @Override
      public void interrupt() {}

      @Override
      public void warmUp() {}

      @Override
      public JavaCodeAssist codeAssist() {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** Answers at once, and keeps what was typed. */
  private static Workspace workspace(List<String> typed) {
    return new Workspace() {
      @Override
      public CommandResult run(String lines, Console console) {
        typed.add(lines);
        return new CommandResult(0, "", false, Duration.ZERO);
      }

      @Override
      public void interrupt() {}

      @Override
      public Path folder() {
        return Path.of("work");
      }

      @Override
      public void close() {}
    };
  }
}
