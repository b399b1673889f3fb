package dev.deckhand.lab.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.JavaVariable;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaLabTest {

  private final JavaLab lab =
      new JavaLab(
          RealLabsExtension.newSessionFolder(), Map.of(), Map.of("SHIP", "deckhand"), Set.of());

  @AfterEach
  void close() {
    lab.close();
  }

  private CommandResult run(String source) {
    return lab.run(source, Console.NONE);
  }

  private DataNode variable(String name) {
    return LabObservations.seen(lab, new JavaVariable(name)).getFirst();
  }

  @Test
  @Timeout(15) // Java has 20 s to start
  void nobodyWaitsForJavaThatHangs() throws Exception {
    SessionFolder folder = RealLabsExtension.newSessionFolder();
    Path began = folder.root().resolve("began");
    assertThat(new ProcessBuilder("mkfifo", began.toString()).start().waitFor()).isZero();
    Path java = folder.root().resolve("java");
    Files.writeString(java, "#!/bin/sh\necho began >" + began + "\nexec sleep 300\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    var hanging = new JavaLab(java, folder, Map.of(), Map.of(), Set.of());
    Thread first =
        Thread.ofVirtual()
            .start(() ->
                assertThatThrownBy(() -> hanging.run("1", Console.NONE))
                    .isInstanceOf(LabFault.class));
    assertThat(Files.readString(began)).isEqualTo("began\n");

    Thread.currentThread().interrupt();
    assertThat(hanging.run("2", Console.NONE).exitCode()).isEqualTo(130);
    assertThat(Thread.interrupted()).isTrue();
    hanging.close();

    first.join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "var x = 6 * 7;             | int               | 42",
        "var x = 1.5;               | double            | 1.5",
        "boolean x = true;          | boolean           | true",
        "var x = \"a \\\"b\\\"\";   | String            | a \"b\"",
        "var x = List.of(1, 2);     | List<Integer>     | [1, 2]",
      })
  void seesAVariableWithItsTypeAndValue(String source, String type, String value) {
    assertThat(run(source).exitCode()).isZero();

    assertThat(variable("x").at("type").text()).isEqualTo(type);
    assertThat(variable("x").at("value").text()).isEqualTo(value);
  }

  @Test
  void keepsWhatWasSaidFromRunToRun() {
    run("int twice(int n) { return 2 * n; }");
    assertThat(run("var x = twice(4);\nx").output()).contains("x ==> 8");
    assertThat(LabObservations.seen(lab, new JavaVariable("y"))).isEmpty();
  }

  @Test
  void runsInTheWorkspaceWithTheLabsVariables() {
    assertThat(run("System.out.println(System.getenv(\"SHIP\"));").output()).isEqualTo("deckhand");
    assertThat(run("System.out.println(System.getenv(\"PATH\") != null);").output())
        .isEqualTo("true");
  }

  @Test
  void saysWhatIsWrongAndStops() {
    CommandResult result = run("int x = \"one\";\nint y = 2;");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).startsWith("Error: incompatible types");
    assertThat(LabObservations.seen(lab, new JavaVariable("y"))).isEmpty();
    assertThat(run("throw new IllegalStateException(\"no wind\");").output()).contains("no wind");
  }

  @Test
  void anEndlessLoopIsStoppedAndJavaGoesOn() {
    run("int x = 1;");
    var end = new CompletableFuture<CommandResult>();
    Thread.ofVirtual()
        .start(() ->
            end.complete(
                lab.run("{ System.out.println(1); while (true) { } }", atOutput(lab::interrupt))));

    assertThat(end.orTimeout(30, TimeUnit.SECONDS).join().exitCode()).isEqualTo(130);
    assertThat(run("var z = 3;").exitCode()).isZero();
    assertThat(variable("z").at("value").text()).isEqualTo("3");
  }

  /** Runs something once, at the first output: a later one would hit the next run. */
  private static Console atOutput(Runnable then) {
    var done = new AtomicBoolean();
    return new Console() {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        if (done.compareAndSet(false, true)) {
          Thread.ofVirtual().start(then);
        }
      }

      @Override
      public int read(byte[] buffer, Duration timeout) {
        return -1;
      }

      @Override
      public int columns() {
        return 80;
      }

      @Override
      public int rows() {
        return 24;
      }
    };
  }

  @Test
  void whatWasSetBeforeItWasClearedIsNotSeenWhileASnippetRuns() throws Exception {
    run("int x = 1;");
    assertThat(variable("x").at("value").text()).isEqualTo("1");
    lab.clear();
    var seen = new CompletableFuture<Observation>();

    lab.run(
        "{ System.out.println(1); while (true) { } }",
        atOutput(() -> {
          seen.complete(lab.observers().observe(new JavaVariable("x")));
          lab.interrupt();
        }));

    assertThat(seen.orTimeout(30, TimeUnit.SECONDS).join())
        .isInstanceOf(Observation.Unreachable.class);
  }

  @Test
  void aSnippetThatEndsItsProcessEndsNothingElse() {
    assertThat(run("System.exit(3);").output()).contains("Java has ended");
    assertThat(run("var z = 3;").exitCode()).isZero();
  }

  @Test
  void tellsAWatcherOfWhatChanged() {
    var x = new JavaVariable("x");
    Thread.ofVirtual().start(() -> run("var x = 5;"));

    LabObservations.await(
        lab, x, LabObservations.first(found -> found.at("value").text().equals("5")));
  }

  @Test
  void restartsWhenAsked() {
    run("int x = 5;");

    assertThat(run("/reset").output()).startsWith("Java was restarted");

    assertThat(LabObservations.seen(lab, new JavaVariable("x"))).isEmpty();
  }

  @Test
  void isThereAheadOfItsFirstSnippet() {
    lab.warmUp();

    assertThat(run("var z = 3;").output()).isEqualTo("z ==> 3");
    assertThat(run("/list").output()).endsWith(" : var z = 3;").hasLineCount(1);
  }
}
