package dev.deckhand.lab.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.JavaVariable;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.workspace.FakeConsole;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What snippets do that costs, and that it costs the snippet alone. Against the real process. What
 * is interrupted says that it is under way and goes on in one snippet: between two, there is
 * nothing to stop.
 */
@Timeout(60)
class MisbehavingSnippetsTest {

  private static final String CTRL_C = "\u0003";

  private static JavaLab lab;

  private final FakeConsole console = new FakeConsole();

  @BeforeEach
  void startJava() {
    assertThat(run("int before = 7;").exitCode()).isZero();
  }

  /** Not when the class is loaded: a test that is run again needs another one. */
  @BeforeAll
  static void open() {
    lab = new JavaLab(RealLabsExtension.newSessionFolder(), Map.of(), Map.of(), Set.of());
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private CommandResult run(String source) {
    return lab.run(source, console);
  }

  private static String before() {
    return lab.run("before", Console.NONE).output();
  }

  private static void goesOnWithItsVariables() {
    assertThat(before()).isEqualTo("before ==> 7");
  }

  private static void goesOnAnew() {
    assertThat(before()).contains("cannot find symbol");
    assertThat(lab.run("int z = 3;", Console.NONE).output()).isEqualTo("z ==> 3");
  }

  @Test
  void anEndlessLoopIsStoppedByTheKeyAndVariablesStay() {
    console.type("under way", CTRL_C);

    CommandResult result = run("{ System.out.println(\"under way\"); while (true) { } }");

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.output()).endsWith("Stopped. What was set before is still there.");
    goesOnWithItsVariables();
  }

  @Test
  void oneThatSwallowsItsInterruptIsStopped() {
    console.type("under way", CTRL_C);

    CommandResult result =
        run(
            """
            {
              System.out.println("under way");
              while (true) { try { Thread.sleep(60_000); } catch (InterruptedException e) { } }
            }
            """);

    assertThat(result.exitCode()).isEqualTo(130);
    goesOnWithItsVariables();
  }

  @Test
  void oneThatCatchesEverythingTakesJavaAlongAndNothingElse() {
    console.type("under way", CTRL_C);

    CommandResult result =
        run(
            """
            void hold() { try { Thread.sleep(600_000); } catch (Throwable any) { hold(); } }
            { System.out.println("under way"); hold(); }
            """);

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.output()).contains("did not stop within 2 s", "variables with it");
    goesOnAnew();
  }

  @Test
  void oneThatCannotBeStoppedTakesJavaAlongAndNothingElse() {
    console.type("under way", CTRL_C);

    // waits in the system, where no exception reaches it
    CommandResult result =
        run("{ System.out.println(\"under way\"); new ServerSocket(0).accept(); }");

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.output()).contains("did not stop within 2 s", "variables with it");
    goesOnAnew();
  }

  @Test
  void whatIsAskedOfAnInterruptWhileNothingRunsIsNothing() {
    lab.interrupt();

    goesOnWithItsVariables();
  }

  @Test
  void aBombOfThreadsIsEnded() {
    CommandResult result =
        run(
            """
            Runnable idle = () -> { try { Thread.sleep(600_000); } catch (InterruptedException e) { } };
            while (true) { new Thread(idle).start(); }
            """);

    assertThat(result.output()).contains("more than 256 threads");
    goesOnAnew();
  }

  @Test
  void aFloodIsStoppedAndKeptInPart() {
    console.type("flood 1000", CTRL_C);

    CommandResult result = run("for (long i = 0; ; i++) { System.out.println(\"flood \" + i); }");

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.output()).startsWith("flood 0\nflood 1\n").contains("lines left out");
    assertThat(result.output().length()).isLessThan(20_000);
    goesOnWithItsVariables();
  }

  @Test
  void whatDoesNotFitIntoMemoryIsAnErrorOfTheSnippet() {
    CommandResult result =
        run("var all = new ArrayList<byte[]>(); while (true) { all.add(new byte[1 << 20]); }");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("java.lang.OutOfMemoryError");
    assertThat(run("all = null;").exitCode()).isZero();
    goesOnWithItsVariables();
  }

  @Test
  void anExitEndsJavaAlone() {
    CommandResult result = run("System.exit(3);");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("Java has ended (exit code 3), and its variables with it.");
    goesOnAnew();
  }

  @Test
  void aClosedOutputIsOpenForTheNextSnippet() {
    run("System.out.println(\"one\"); System.out.close(); System.err.close();");

    assertThat(run("System.out.println(\"two\");").output()).isEqualTo("two");
    goesOnWithItsVariables();
  }

  @Test
  void aSnippetReadsWhatIsTyped() {
    console.type("Name?", "ahuX\u007f\r").type("Port?", "heron\r");

    CommandResult result =
        run(
            """
            System.out.println("Name?");
            var in = new Scanner(System.in);
            var name = in.nextLine();
            System.out.println("Port?");
            var port = in.nextLine();
            """);

    assertThat(result.output()).contains("name ==> \"ahu\"", "port ==> \"heron\"");
  }

  @Test
  void aSnippetThatReadsIsStopped() {
    console.type("waits", CTRL_C);

    assertThat(run("{ System.out.println(\"waits\"); System.in.read(); }").exitCode())
        .isEqualTo(130);
    goesOnWithItsVariables();
  }

  @Test
  void withoutInputASnippetReadsItsEnd() {
    assertThat(lab.run("System.in.read()", Console.NONE).output()).endsWith("==> -1");
  }

  @Test
  void whatNobodyReadsIsTheBeginningOfTheNextLine() {
    console.type("under way", "int next");

    run("{ System.out.println(\"under way\"); Thread.sleep(400); }");

    assertThat(console.unread()).isEqualTo("int next");
  }

  @Test
  void controlSequencesReachTheTerminalButNotTheNotes() {
    CommandResult result = run("System.out.println(\"\\033[31mred\\033[0m \\u00e4\");");

    assertThat(console.text()).contains("\033[31mred\033[0m ä\r\n");
    assertThat(result.output()).isEqualTo("red ä");
  }

  @Test
  void aVariableIsSeenWhileASnippetRuns() throws Exception {
    var variable = new JavaVariable("before");
    Observation known = lab.observers().observe(variable);
    Thread running =
        Thread.ofVirtual()
            .start(() -> run("{ System.out.println(\"under way\"); Thread.sleep(60_000); }"));
    while (!console.text().contains("under way")) {
      Thread.onSpinWait();
    }

    assertThat(lab.observers().observe(variable)).isEqualTo(known);
    assertThat(lab.observers().observe(new JavaVariable("never")))
        .isInstanceOf(Observation.Unreachable.class);
    assertThat(lab.codeAssist().isComplete("int x = {")).isEmpty();

    lab.interrupt();
    running.join();
    goesOnWithItsVariables();
  }

  @Test
  void aValueThatNeverSaysWhatItIsIsNotWaitedFor() {
    run(
        "class Loop { boolean quiet; public String toString() { while (quiet) { } return \"\"; }"
            + " }");
    run("var loop = new Loop(); loop.quiet = true;");

    assertThat(LabObservations.seen(lab, new JavaVariable("loop"))).isEmpty();
    goesOnAnew();
  }
}
