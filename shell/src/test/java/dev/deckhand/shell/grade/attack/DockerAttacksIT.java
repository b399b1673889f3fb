package dev.deckhand.shell.grade.attack;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile submissions for a lesson with an engine. {@code -Dattacks=all} runs all of them, as the
 * nightly run does.
 */
@Tag("docker")
class DockerAttacksIT {

  private static final String LESSON = "containers/first-container";

  private static AttackTrial trial;

  @BeforeAll
  static void open() throws IOException {
    trial =
        new AttackTrial(
            LESSON, "docker run --name hello busybox:1.37 echo ahoy", "memory=1500m,pids=1500", 1);
  }

  @AfterAll
  static void close() throws IOException {
    if (trial != null) {
      trial.close();
    }
  }

  static List<SubmissionCase> attacks() throws IOException {
    return SubmissionCase.of("attacks", LESSON, "all".equals(System.getProperty("attacks")));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void getsWhatItEarned(SubmissionCase attack) throws Exception {
    trial.run(attack);
  }
}
