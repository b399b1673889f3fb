package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Workspace;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, jobs, and programs that use the terminal as a terminal, wherever commands run. */
@Timeout(60)
abstract class WorkspaceTerminalContract {

  private static final String CTRL_C = "\003";
  private static final String CTRL_Z = "\032";

  OpenWorkspace at;

  /** Opens a workspace with an empty folder. */
  abstract Workspace openWorkspace() throws Exception;

  @BeforeEach
  void open() throws Exception {
    at = new OpenWorkspace(openWorkspace());
    at.run("kept=1");
  }

  @AfterEach
  void close() {
    at.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sleep 50",
        "for i in 1 2 3 4 5 6 7 8 9; do sleep 9; done",
        "while :; do :; done",
        "cat",
        "cat | cat | cat",
        "read answer",
        "sleep 50; echo not reached",
        "(sleep 50; echo not reached)",
        "f() { sleep 50; }; f",
        "wait $( : ) & wait; sleep 50"
      })
  void interruptEndsTheCommandAndNotTheShell(String line) throws Exception {
    var result = at.run("echo st''arted; " + line, new FakeConsole().type("started", CTRL_C));
    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.shellEnded()).isFalse();
    assertThat(result.output()).doesNotContain("not reached");
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  @Test
  void interruptFromAnotherThreadIsTheSameKey() throws Exception {
    var console = new FakeConsole().onOutput(text -> at.workspace().interrupt());
    assertThat(at.run("echo go; sleep 50", console).exitCode()).isEqualTo(130);
    at.workspace().interrupt(); // nothing runs: nothing happens
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  @Test
  void interruptBeforeTheCommandHasBegunIsNotLost() throws Exception {
    var over = new AtomicBoolean();
    Thread.ofVirtual()
        .start(() -> {
          while (!over.get()) {
            at.workspace().interrupt();
            Thread.onSpinWait();
          }
        });
    var result = at.run("sleep 50\nsleep 50\n# " + "x".repeat(100_000));
    over.set(true);
    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  @Test
  void jobIsStoppedListedAndBroughtBack() throws Exception {
    // without another process: a shell that is stopped between vfork and exec waits for a child
    // that is stopped too
    at.run(
        """
        cat >job.sh <<'END'
        trap 'echo resumed' CONT
        echo started
        while :; do :; done
        END
        """);
    var stopped = at.run("sh job.sh", new FakeConsole().type("started", CTRL_Z));
    assertThat(stopped.exitCode()).isEqualTo(148);
    assertThat(at.out("jobs")).contains("Stopped").contains("sh job.sh");
    // bash prints the job before it gets the terminal; a Ctrl-C in between would be bash's
    assertThat(at.run("fg", new FakeConsole().type("resumed", CTRL_C)).exitCode()).isEqualTo(130);
    assertThat(at.out("jobs")).isEmpty();
  }

  @Test
  void backgroundJobRunsOnAndItsEndIsTold() throws Exception {
    at.run("mkfifo gate; { read go < gate; echo from behind; } &");
    assertThat(at.out("jobs")).contains("Running");
    var console = new FakeConsole();
    at.run("echo go > gate; wait; true", console);
    assertThat(at.out("echo next")).contains("next");
    assertThat(console.text()).contains("from behind");
  }

  @Test
  void commandReadsWhatIsTyped() throws Exception {
    var console = new FakeConsole().type("name? ", "Ann\r");
    assertThat(at.run("read -p 'name? ' who; echo hello $who", console).output())
        .endsWith("hello Ann");
    var cat = new FakeConsole().type("ready", "one\r").type("one", "\004");
    assertThat(at.run("echo ready; cat", cat).exitCode()).isZero();
  }

  @Test
  void whatIsTypedAheadIsGivenBackAndNotReadByTheNextCommand() throws Exception {
    var console = new FakeConsole().type("busy", "ls -l\rec");
    at.run(
        "echo busy; while [ ! -e typed ]; do sleep 0.1; [ -t 0 ] && read -t 0 && touch typed; done",
        console);
    assertThat(console.unread()).isEqualTo("ls -l\nec");
    assertThat(at.run("read -t 0.05 x; echo \"[$x]\"", new FakeConsole()).output()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat",
        "cat; cat",
        "read x; cat",
        "bash -i",
        "sh",
        "cat > file; cat file",
        "sleep 0.3; cat"
      })
  void commandThatReadsWhereNothingIsTypedComesToAnEnd(String line) throws Exception {
    assertThat(at.run(line, new FakeConsole().withoutInput()).shellEnded()).isFalse();
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  @Test
  void terminalIsSaneAfterAProgramThatLeftItOtherwise() throws Exception {
    var before = at.out("stty -g");
    at.run("stty raw -echo");
    assertThat(at.out("stty -g")).isEqualTo(before);
    at.run("sh -c 'stty raw -echo; kill -9 $$'");
    assertThat(at.out("stty -g")).isEqualTo(before);
  }

  @Test
  void editorDrawsTakesKeysAndWrites() throws Exception {
    assumeTrue(at.run("command -v vi").exitCode() == 0, "there is no vi here");
    var console = new FakeConsole().type("~", "ihello\033:wq\r");
    assertThat(at.run("vi note.txt", console).exitCode()).isZero();
    assertThat(at.out("cat note.txt")).isEqualTo("hello");
  }

  @Test
  void pagerAndWatchLeaveNothingInTheNotes() throws Exception {
    assumeTrue(at.run("command -v less").exitCode() == 0, "there is no less here");
    assertThat(at.run("seq 500 | less", new FakeConsole().type("20", "q")).output())
        .doesNotContain("15\n16");
    assertThat(
            at.run("watch -n 0.2 echo tick", new FakeConsole().type("tick", CTRL_C)).shellEnded())
        .isFalse();
  }

  @Test
  void windowFollowsTheConsoleWhileACommandRuns() throws Exception {
    var console = new FakeConsole();
    console.onOutput(text -> console.widen(text.contains("first") ? 133 : 80));
    var result =
        at.run(
            "echo first; until [ \"$(stty size)\" = '24 133' ]; do sleep 0.02; done; stty size",
            console);
    assertThat(result.output()).endsWith("24 133");
  }

  @Test
  void shellThatLostItsWayIsEndedByRepeatedInterrupts() throws Exception {
    var console = new FakeConsole().typeRepeatedly("lost", CTRL_C);
    var result = at.run("trap '' INT; echo lost; while :; do :; done", console);
    assertThat(result.shellEnded()).isTrue();
    assertThat(at.out("echo found")).isEqualTo("found");
  }

  @Test
  void floodIsBoundedAndInterruptible() throws Exception {
    var endless = new FakeConsole().type("y\r\n", CTRL_C);
    var result = at.run("yes", endless);
    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.output().length()).isLessThan(1000);

    var flood = new FakeConsole();
    var kept = at.run("yes 0123456789 | head -c 20M", flood);
    assertThat(flood.total()).isGreaterThan(20_000_000);
    assertThat(kept.output().lines().count()).isEqualTo(201);
    assertThat(kept.output()).contains("lines left out");
  }

  @Test
  void programThatReadsNothingDoesNotHoldUpTheKeys() throws Exception {
    var console = new FakeConsole();
    for (int i = 0; i < 300; i++) {
      console.type("deaf", "x".repeat(1000));
    }
    assertThat(at.run("stty raw -echo; echo deaf; sleep 1", console).exitCode()).isZero();
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  @Test
  void consoleThatIsGoneIsAFaultAndTheCommandEnds() throws Exception {
    assertThatExceptionOfType(LabFault.class)
        .isThrownBy(() -> at.run("echo x; sleep 50", new FakeConsole().failWrites()))
        .withMessageContaining("the window was closed");
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set -o vi",
        "set -o emacs",
        "set +o vi",
        "set -e -o vi; set +e",
        "if true; then set -o vi; fi"
      })
  void bashsOwnLineEditorCannotBeSwitchedOn(String line) throws Exception {
    assertThat(at.run(line).shellEnded()).isFalse();
    assertThat(at.out("echo $kept; type -t set")).isEqualTo("1\nbuiltin");
  }

  /** One key alone may be lost while bash starts a program: its child has bash's handlers then. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "while :; do :; done",
        "while :; do sleep 0.01; done",
        "sleep 50",
        "cat",
        "kill -STOP $$; sleep 50"
      })
  void aHeldCtrlCEndsTheCommandAndNotTheShell(String line) throws Exception {
    var result =
        at.run("echo st''arted; " + line, new FakeConsole().typeRepeatedly("started", CTRL_C));
    assertThat(result.shellEnded()).isFalse();
    assertThat(at.out("echo $kept")).isEqualTo("1");
  }

  @Test
  void modesThatACommandLeavesAreRestored() throws Exception {
    var console = new FakeConsole();
    at.run("printf '\\033[?1049h\\033[?25l'; echo done", console);
    assertThat(console.text()).endsWith("\033[?1049l\033[?25h");
  }

  /** A workspace, with what tests do in it. */
  record OpenWorkspace(Workspace workspace) implements AutoCloseable {

    CommandResult run(String lines) throws InterruptedException {
      return run(lines, new FakeConsole());
    }

    CommandResult run(String lines, FakeConsole console) throws InterruptedException {
      return workspace.run(lines, console);
    }

    String out(String lines) throws InterruptedException {
      return run(lines).output();
    }

    @Override
    public void close() {
      workspace.close();
    }
  }
}
