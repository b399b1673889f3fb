package dev.deckhand.shell.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportAddressesTest {

  private static final Map<String, String> RUNNER =
      Map.of(
          "CLASSROOM", "c",
          "ASSIGNMENT", "a",
          "USERNAME", "ada",
          "SUBMISSION_TAG", "submit/1",
          "COMMIT_URL", "https://example.org/commit",
          "RELEASE_URL", "https://example.org/release");

  @Test
  void aRunnerSaysWhatItGrades() {
    assertThat(Classroom50Submission.read(RUNNER))
        .contains(
            new Classroom50Submission(
                "c",
                "a",
                "individual",
                "ada",
                "submit/1",
                "https://example.org/commit",
                "https://example.org/release",
                "https://example.org/commit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLASSROOM",
        "ASSIGNMENT",
        "USERNAME",
        "SUBMISSION_TAG",
        "COMMIT_URL",
        "RELEASE_URL"
      })
  void anEnvironmentThatLacksSomethingIsNone(String variable) {
    var environment = new HashMap<>(RUNNER);
    environment.remove(variable);

    assertThat(Classroom50Submission.read(environment)).isEmpty();
  }

  @Test
  void whatIsNoSubmissionOfARunnerIsNone() {
    var environment = new HashMap<>(RUNNER);
    environment.put("SUBMISSION_TAG", "v1");
    assertThat(Classroom50Submission.read(environment)).isEmpty();
    environment.put("SUBMISSION_TAG", "submit/1");
    environment.put("ASSIGNMENT_TYPE", "solo");
    assertThat(Classroom50Submission.read(environment)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "school", "/lessons", "https://a b", "https://a\n", "x:<y>"})
  void anAddressForXapiHasAScheme(String text) {
    assertThatThrownBy(() -> new XapiAddresses(text, "https://school.example.org"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new XapiAddresses("https://lessons.example.org/", text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
