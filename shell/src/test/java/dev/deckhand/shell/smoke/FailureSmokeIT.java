package dev.deckhand.shell.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.journal.FileJournal;
import dev.deckhand.shell.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in the middle of a lesson, and costs the learner nothing. */
@Tag("docker")
class FailureSmokeIT {

  private static final String LESSON = "containers/first-container";
  private static final String SOLUTION = "docker run --name hello busybox:1.37 echo ahoy";
  private static final JournalEvent STEP_1_DONE = new JournalEvent.StepPassed(1, StepOutcome.DONE);

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
  void whatAKilledShellLeavesIsSweptAndAnotherShellIsLeftAlone() throws Exception {
    try (TerminalProgram other = program.atTerminal(80, "learn", LESSON)) {
      other.await("1/5 $ ");
      other.type("touch mine; printf 'all %s\\n' mine");
      other.await("all mine");
      Set<String> living = engine.sessions();
      assertThat(living).hasSize(1);

      try (TerminalProgram doomed = program.atTerminal(80, "learn", LESSON)) {
        doomed.await("1/5 $ ");
        doomed.type("test -e mine || printf 'not %s\\n' there");
        doomed.await("not there");
        doomed.await("1/5 $ ");
        doomed.type(SOLUTION);
        doomed.await("Step 1 of 5 is done.");
        assertThat(engine.sessions()).hasSize(2);
        doomed.kill();
      }
      assertThat(deeds()).contains(STEP_1_DONE);

      try (TerminalProgram next = program.atTerminal(80, "learn", LESSON)) {
        next.await("Welcome back.");
        next.await("2/5 $ ");
        next.type("quit");
        // it leaves when it has swept
        assertThat(next.exitCode()).isZero();
      }
      assertThat(engine.sessions()).as("sessions that have containers").isEqualTo(living);

      other.await("1/5 $ ");
      other.type("docker version --format 'engine {{.Server.Os}}'");
      other.await("engine linux");
      other.await("1/5 $ ");
      other.type("quit");
      assertThat(other.exitCode()).isZero();
    }
    assertThat(engine.sessions()).as("sessions that have containers").isEmpty();
  }

  @Test
  void anEngineThatDiesIsSaidAndReplacedByReset() throws Exception {
    try (TerminalProgram unlucky = program.atTerminal(80, "learn", LESSON)) {
      unlucky.await("1/5 $ ");
      unlucky.type(SOLUTION);
      unlucky.await("Step 1 of 5 is done.");
      unlucky.await("1/5 $ ");
      unlucky.pressEnter();
      unlucky.await("Step 2 of 5");
      unlucky.await("2/5 $ ");

      engine.removeContainers();
      unlucky.await("The lab's container is gone");
      unlucky.await("Your work is saved.");
      unlucky.await("2/5 $ ");
      assertThat(deeds()).contains(STEP_1_DONE);

      unlucky.type("reset");
      unlucky.await("Step 2 is back at its start.");
      unlucky.await("2/5 $ ");
      unlucky.type("docker ps --all --format '{{.Names}} is back'");
      unlucky.await("hello is back");
      unlucky.await("2/5 $ ");
      unlucky.type("docker run --detach --name lookout busybox:1.37 sleep 3600");
      unlucky.await("lookout is running");
      unlucky.await("2/5 $ ");
      unlucky.type("choose 3");
      unlucky.await("Step 2 of 5 is done.");
      unlucky.await("2/5 $ ");
      unlucky.type("quit");
      assertThat(unlucky.exitCode()).isZero();
    }
    assertThat(engine.sessions()).as("sessions that have containers").isEmpty();
  }

  private List<JournalEvent> deeds() throws IOException {
    return new FileJournal(program.state().journal(), Clock.systemUTC())
        .entries(LessonId.of(LESSON)).stream().map(JournalEntry::event).toList();
  }
}
