package dev.deckhand.shell.grade.attack;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile submissions for a lesson with a cluster. {@code -Dattacks=all} runs all of them, as the
 * nightly run does.
 */
@Tag("docker")
class ClusterAttacksIT {

  private static final String LESSON = "kubernetes/pods";

  private static AttackTrial trial;

  @BeforeAll
  static void open() throws IOException {
    trial =
        new AttackTrial(LESSON, "kubectl run boat --image=nginx:1.30", "memory=3g,pids=3000", 1);
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
