package dev.deckhand.shell.grade.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.grade.run.GradingFixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles and keys in several processes of Java. */
class BundleProcessTest {

  private static final Lesson LESSON = GradingFixtures.threeSteps();

  @TempDir private Path folder;

  /** What the other processes run: {@code key FOLDER}, or {@code verify FILE KEY}. */
  static final class Main {

    private Main() {}

    /** Prints the key of a folder, or what a bundle's verification finds. */
    public static void main(String... words) throws IOException {
      if (words[0].equals("key")) {
        System.out.println(GraderKey.in(Path.of(words[1])).publicKey());
        return;
      }
      var verifier = new BundleVerifier(new OneLesson(LESSON), GradingFixtures.JUDGE, words[2]);
      if (verifier.verify(Path.of(words[1])) instanceof BundleVerifier.Result.Valid(var bundle)) {
        System.out.println("valid " + bundle.hash());
      }
    }
  }

  private Process start(List<String> options, String... words) throws IOException {
    var command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
  }

  private String output(Process process) throws IOException, InterruptedException {
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    return output;
  }

  @Test
  void anotherProcessWithAnotherLocaleAndZoneFindsTheSame()
      throws IOException, InterruptedException {
    GraderKey key = GraderKey.in(folder.resolve("key"));
    Path submission =
        GradingFixtures.submission(
            folder, "anna", Map.of("step-1.sh", "scale 2\n", "step-2.sh", "scale 9\n"));
    try (var labs = GradingFixtures.labs(folder, FaultyCalls.none(), false)) {
      BundleContent content =
          GradingFixtures.job(folder, LESSON, labs)
              .grade(GradingFixtures.read(submission), GradingFixtures.NOW)
              .bundle()
              .orElseThrow();
      Bundle bundle = Bundle.sign(content, key);
      Path file = Files.write(folder.resolve("bundle.txt"), bundle.toBytes());
      Process other =
          start(
              List.of(
                  "-Duser.language=ar",
                  "-Duser.country=EG",
                  "-Duser.timezone=Pacific/Kiritimati",
                  "-Dfile.encoding=ISO-8859-1"),
              "verify",
              file.toString(),
              key.publicKey());
      assertThat(output(other)).isEqualTo("valid " + bundle.hash());
    }
  }

  @Test
  void processesThatMakeTheKeyAtTheSameMomentEndWithOne() throws IOException, InterruptedException {
    Path shared = folder.resolve("shared");
    var processes = new ArrayList<Process>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(List.of(), "key", shared.toString()));
    }
    for (Process process : processes) {
      assertThat(output(process)).isEqualTo(GraderKey.in(shared).publicKey());
    }
  }
}
