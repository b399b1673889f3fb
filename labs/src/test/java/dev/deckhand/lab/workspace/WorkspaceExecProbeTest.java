package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.start.RealLabsExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspaceExecProbeTest {

  private final SessionFolder sessionFolder = RealLabsExtension.newSessionFolder();

  private Observation look(String line) {
    return new WorkspaceExecProbe(
            sessionFolder,
            Map.of("PATH", "/usr/bin:/bin", "SECRET", "x"),
            Map.of("SHIP", "deckhand"))
        .observe(new Execution(Execution.Location.WORKSPACE, "", List.of("bash", "-c", line)));
  }

  private DataNode ran(String line) {
    return ((Observation.Snapshot) look(line)).objects().getFirst();
  }

  @Test
  void runsInTheLearnersFolderWithTheLabsVariables() throws IOException {
    Files.writeString(sessionFolder.workspace().resolve("note"), "ahoy\n");

    DataNode ran = ran("cat note; echo $SHIP $SECRET; echo err >&2; exit 4");

    assertThat(ran.at("stdout").text()).isEqualTo("ahoy\ndeckhand");
    assertThat(ran.at("stderr").text()).isEqualTo("err");
    assertThat(ran.at("exitCode").text()).isEqualTo("4");
  }

  @Test
  void aProgramThatIsNotThereIsSeenAsNothing() {
    var execution = new Execution(Execution.Location.WORKSPACE, "", List.of("/no/such/program"));

    assertThat(new WorkspaceExecProbe(sessionFolder, Map.of(), Map.of()).observe(execution))
        .isEqualTo(new Observation.Snapshot(List.of()));
  }

  @Test
  void whatNeverEndsIsEndedAndUndecided() {
    assertThat(look("sleep 300 & sleep 300")).isInstanceOf(Observation.Unreachable.class);
  }

  @Test
  void whatItLeavesRunningDoesNotHoldItUp() {
    assertThat(ran("sleep 300 & echo done").at("exitCode").text()).isEqualTo("0");
  }

  @Test
  void muchOutputIsReadInPart() {
    assertThat(ran("yes | head -c 10000000").at("stdout").text().length())
        .isLessThanOrEqualTo(64 * 1024);
  }
}
