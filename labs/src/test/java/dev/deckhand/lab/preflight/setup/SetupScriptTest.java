package dev.deckhand.lab.preflight.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SetupScriptTest {

  @Test
  void stepsAreDrawnAsTheyComeAndGo() throws InterruptedException {
    var recordingProgress = new RecordingProgress();
    run(
        "echo '::note log: /l'; echo '::step 1 2 nginx'; echo '::note one'; echo '::done 1'",
        recordingProgress);
    assertThat(recordingProgress.events)
        .containsExactly(
            "began Images 1/2: nginx",
            "advanced Images 1/2: nginx 1",
            "finished Images 1/2: nginx");
  }

  @Test
  void aFailureSaysWhatAndNextAndWhereTheLogIs() {
    String script =
        "echo '::note log: /var/log/it'; echo '::step 1 1 This machine';"
            + " echo '::failed 1 building wants 6 GB. Next: make room'; exit 1";
    LabFault fault = catchThrowableOfType(LabFault.class, () -> run(script, BootProgress.SILENT));
    assertThat(fault.problem()).isEqualTo("Images 1/1: This machine: building wants 6 GB.");
    assertThat(fault.remedy()).isEqualTo("make room (log: /var/log/it)");
  }

  @Test
  void aScriptThatJustEndsIsAFailureToo() {
    LabFault fault = catchThrowableOfType(LabFault.class, () -> run("exit 7", BootProgress.SILENT));
    assertThat(fault.problem()).contains("exit code 7");
  }

  @Test
  void aBackgroundBuildThatMadeWayHasNotFailed() {
    assertThatThrownBy(() -> run("exit 75", BootProgress.SILENT))
        .isInstanceOf(SetupScript.MadeWay.class);
  }

  @Test
  void aScriptThatIsNotThereIsAFault() {
    var run = new SetupScript("Images", LabFault.Kind.NO_IMAGE, List.of("/no/such"), Map.of());
    LabFault fault = catchThrowableOfType(LabFault.class, () -> run.run(BootProgress.SILENT));
    assertThat(fault.problem()).contains("/no/such can't be started");
  }

  @Test
  void anInterruptEndsTheScriptAndWhatItStarted() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var stopped = new AtomicBoolean();
    var heard =
        new RecordingProgress() {
          @Override
          public void began(String step) {
            super.began(step);
            begun.countDown();
          }
        };
    Thread runner =
        Thread.ofVirtual()
            .start(() -> {
              try {
                run("sleep 1000 & echo \"::step 1 1 $!\"; wait", heard);
              } catch (InterruptedException asked) {
                stopped.set(true);
              }
            });
    begun.await();
    String step = heard.events.getFirst();
    long child = Long.parseLong(step.substring(step.lastIndexOf(' ') + 1));
    runner.interrupt();
    runner.join();
    assertThat(stopped).isTrue();
    ProcessHandle.of(child).ifPresent(process -> process.onExit().join());
  }

  @Test
  void whatIsNotAsAgreedIsChatter() {
    assertThat(ScriptOutputLine.parse("::step one 2 x"))
        .isInstanceOf(ScriptOutputLine.FreeText.class);
    assertThat(ScriptOutputLine.parse("::failed")).isInstanceOf(ScriptOutputLine.FreeText.class);
    assertThat(ScriptOutputLine.parse("")).isInstanceOf(ScriptOutputLine.FreeText.class);
  }

  private static void run(String script, BootProgress progress) throws InterruptedException {
    new SetupScript(
            "Images",
            LabFault.Kind.NO_IMAGE,
            List.of("/bin/sh", "-c", script),
            Map.of("PATH", "/usr/bin:/bin"))
        .run(progress);
  }

  private static class RecordingProgress implements BootProgress {
    final List<String> events = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void began(String step) {
      events.add("began " + step);
    }

    @Override
    public void advanced(String step, long done, long total, String unit) {
      events.add("advanced " + step + " " + done);
    }

    @Override
    public void finished(String step, Duration took) {
      events.add("finished " + step);
    }
  }
}
