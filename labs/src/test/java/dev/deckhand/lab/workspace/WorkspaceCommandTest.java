package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Node;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.lab.SessionRoom;
import dev.deckhand.lab.start.RealLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspaceCommandTest {

  private final SessionRoom room = RealLabs.room();

  private Observation look(String line) {
    return new WorkspaceCommand(
            room, Map.of("PATH", "/usr/bin:/bin", "SECRET", "x"), Map.of("SHIP", "deckhand"))
        .look(new Execution(Execution.Scene.WORKSPACE, "", List.of("bash", "-c", line)));
  }

  private Node ran(String line) {
    return ((Observation.Seen) look(line)).objects().getFirst();
  }

  @Test
  void runsInTheLearnersFolderWithTheLabsVariables() throws IOException {
    Files.writeString(room.workspace().resolve("note"), "ahoy\n");

    Node ran = ran("cat note; echo $SHIP $SECRET; echo err >&2; exit 4");

    assertThat(ran.at("stdout").text()).isEqualTo("ahoy\ndeckhand");
    assertThat(ran.at("stderr").text()).isEqualTo("err");
    assertThat(ran.at("exitCode").text()).isEqualTo("4");
  }

  @Test
  void aProgramThatIsNotThereIsSeenAsNothing() {
    var execution = new Execution(Execution.Scene.WORKSPACE, "", List.of("/no/such/program"));

    assertThat(new WorkspaceCommand(room, Map.of(), Map.of()).look(execution))
        .isEqualTo(new Observation.Seen(List.of()));
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
