package dev.deckhand.shell.submission;

import static dev.deckhand.shell.submission.SubmittedWorkTest.texts;
import static dev.deckhand.shell.submission.SubmittedWorkTest.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code answers.yaml} and {@code submission.yaml}. */
class SubmissionSheetsTest {

  @Test
  void answersAreReadAsTheyAreWritten() {
    SubmittedWork work =
        answers(
            """
            2: 0644
            3: [1, 3]
            4.q1: yes
            4.q2: |
              172.17.0.2
            4.z1: 2
            """);
    assertThat(work.answers())
        .isEqualTo(Map.of("2.q1", "0644", "4.q1", "yes", "4.q2", "172.17.0.2"));
    assertThat(work.choices()).isEqualTo(Map.of("3.z1", Set.of(1, 3), "4.z1", Set.of(2)));
    assertThat(work.script()).isEqualTo(new SubmittedScript.None());
    assertThat(work.remarks()).isEmpty();
    assertThat(work.files()).isEmpty();
  }

  @Test
  void wrongKeysAndValuesHaveARemarkWithTheirPlace() {
    SubmittedWork work =
        answers(
            """
            1: nothing asked
            4: which one
            9: no such step
            2.q7: no such question
            2: [a, list]
            3: 7
            ? [a, b]
            : x
            4.z1: {a: 1}
            4.q1:
            4.q2: one
            4.q2: two
            """);
    assertThat(work.answers()).isEqualTo(Map.of("4.q2", "two"));
    assertThat(work.choices()).isEmpty();
    assertThat(work.remarks())
        .containsExactlyInAnyOrder(
            "answers.yaml, line 1: \"1\" is a step without a question; it's left out.",
            "answers.yaml, line 2: \"4\" is a step with several questions, whose ids are 4.q1,"
                + " 4.q2, 4.z1; it's left out.",
            "answers.yaml, line 3: \"9\" isn't a step: the lesson has steps 1 to 4; it's left out.",
            "answers.yaml, line 4: \"2.q7\" is neither a step, a question nor a quiz of the lesson;"
                + " it's left out.",
            "answers.yaml, line 5: \"2\" must have a text or a number; it's left out.",
            "answers.yaml, line 6: \"3\" must have numbers from 1 to 3; it's left out.",
            "answers.yaml, line 7: this key isn't a word or a number; it's left out.",
            "answers.yaml, line 9: \"4.z1\" must have a number or a list of numbers; it's left"
                + " out.",
            "answers.yaml, line 10: \"4.q1\" must have a text or a number; it's left out.",
            "answers.yaml, line 12: \"4.q2\" is there more than once; the last one counts.");
  }

  @Test
  void yamlCannotGrowWithoutEnd() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + " , ").repeat(9)));
    }
    assertLeftOut(bomb + "2: *a8\n", "answers.yaml is left out: it can't be read as YAML.");
    assertLeftOut("2: " + "[".repeat(5000), "answers.yaml is left out: it can't be read as YAML.");
    assertLeftOut(
        "2: " + "x".repeat(256 * 1024), "answers.yaml is left out: it may have at most 256 KiB.");
    assertLeftOut(
        "&a [*a]",
        "answers.yaml, line 1: this must be a list of keys and values; it's" + " left out.");
    assertLeftOut("2: x\n  bad: [", "answers.yaml, line 2: this isn't YAML; the file is left out.");
    assertLeftOut(
        "2: a\n---\n2: b\n", "answers.yaml, line 2: this isn't YAML; the file is left" + " out.");
    assertLeftOut(
        "2: !!javax.script.ScriptEngineManager [x]\n",
        "answers.yaml, line 1: this isn't YAML; the file is left out.");
    assertThat(answers("2: 1" + ":1".repeat(1000)).answers()).hasSize(1);
    assertLeftOut(
        "2: 1" + ":1".repeat(100_000),
        "answers.yaml, line 1: \"2\" is longer than 4000 characters; it's left out.");
    assertLeftOut("2: a\u0007b\n", "answers.yaml is left out: it can't be read as YAML.");
  }

  @Test
  void theSheetCountsWhereAScriptAnswersToo() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "step-2.sh", "docker ps\nanswer 3\n", "answers.yaml", "2: 4", "answers.yml", ""));
    assertThat(texts(work, 2)).containsExactly("docker ps");
    assertThat(work.answers()).isEqualTo(Map.of("2.q1", "4"));
    assertThat(work.remarks())
        .containsExactly(
            "answers.yml is left out, because there is answers.yaml too.",
            "step-2.sh, line 2: this is left out, because answers.yaml has 2.q1 too.");
  }

  @Test
  void aSeedIsReadOnlyWhereTheLessonDrawsSomething(@TempDir Path folder) throws IOException {
    Lesson seeded = SeededLesson.compile(folder);
    assertThat(work(seeded, Map.of("submission.yaml", "format: 1\nseed: 999999999\n")).seed())
        .hasValue(999_999_999);
    SubmittedWork tooLarge = work(seeded, Map.of("submission.yaml", "seed: 1000000000\n"));
    assertThat(tooLarge.seed()).isEmpty();
    assertThat(tooLarge.remarks())
        .contains(
            "submission.yaml, line 1: \"seed\" must be a number from 0 to 999999999; it's left out.");
    SubmittedWork same = work(LessonSamples.docker(), Map.of("submission.yaml", "seed: 7\n"));
    assertThat(same.seed()).isEmpty();
    assertThat(same.remarks())
        .anyMatch(remark -> remark.contains("because the lesson is the same for all"));
  }

  @Test
  void detailsAreReadAsTheyWereWritten() {
    var details =
        new SubmissionDetails(
            "course/sample",
            "sha256:0123",
            "0.1.0",
            List.of(2, 1, 4, 3),
            OptionalLong.empty(),
            LearnerHelp.of(Map.of(1, 2, 3, 1), List.of(1, 4), List.of(2)));
    SubmittedWork work =
        work(
            LessonSamples.drawn(),
            Map.of(
                "submission.yaml", details.toYaml(),
                "step-1.sh", "answer 7\n",
                "answers.yaml", "4: 2\n"));
    assertThat(work.help()).isEqualTo(details.help());
    assertThat(work.seed()).isEmpty();
    assertThat(work.lessonVersion()).isEqualTo("sha256:0123");
    // numbers are the learner's, ids are the lesson's
    assertThat(work.lesson().steps())
        .extracting(Step::title)
        .containsExactly("Step 2", "Step 1", "Step 4", "Step 3");
    assertThat(SubmittedWorkTest.entries(work, 1))
        .containsExactly(new SubmittedEntry.Answer("answer 7", "2.q1", "7"));
    assertThat(work.choices()).isEqualTo(Map.of("3.z1", Set.of(2)));
    assertThat(work.remarks()).isEmpty();
  }

  @Test
  void detailsThatMakeNoSenseAreLeftOut() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "step-1.sh",
                "ls",
                "submission.yaml",
                """
                format: 2
                lesson: course/other
                order: [4, 3, 2, 1]
                seed: many
                hints: {1: -1, 9: 1, 2: 1}
                solutions: [1, 17]
                skipped: all
                points: 100
                """));
    assertThat(work.lesson()).isEqualTo(LessonSamples.docker());
    assertThat(work.help()).isEqualTo(LearnerHelp.of(Map.of(2, 1), List.of(), List.of()));
    assertThat(work.seed()).isEmpty();
    assertThat(work.remarks())
        .containsExactly(
            "submission.yaml, line 1: \"format\" is 2, and this program knows 1.",
            "submission.yaml, line 2: \"lesson\" is \"course/other\", but it's graded as"
                + " course/sample.",
            "submission.yaml, line 3: \"order\" makes no sense, because the lesson has a fixed"
                + " order of steps; it's left out.",
            "submission.yaml, line 4: \"seed\" must have a whole number; it's left out.",
            "submission.yaml, line 5: \"1\" must have a number of hints; it's left out.",
            "submission.yaml, line 5: \"9\" isn't a step of the lesson; it's left out.",
            "submission.yaml, line 6: \"solutions\" has a number that isn't a step of the lesson;"
                + " it's left out.",
            "submission.yaml, line 7: \"skipped\" must have a number or a list of numbers; it's"
                + " left out.",
            "submission.yaml, line 8: \"points\" isn't known; it's left out.");
  }

  @Test
  void anOrderMustHaveEachStepOnce() {
    for (String order : List.of("[1, 2, 3]", "[1, 1, 2, 3]", "[0, 1, 2, 3]", "[1, 2, 3, 4, 5]")) {
      SubmittedWork work =
          work(
              LessonSamples.drawn(),
              Map.of("step-1.sh", "ls", "submission.yaml", "order: " + order));
      assertThat(work.remarks())
          .containsExactly(
              "submission.yaml, line 1: \"order\" must have each number from 1 to 4 once; it's"
                  + " left out.");
      assertThat(work.lesson()).isEqualTo(LessonSamples.drawn());
    }
  }

  private static void assertLeftOut(String yaml, String remark) {
    SubmittedWork work = answers(yaml);
    assertThat(work.answers()).isEmpty();
    assertThat(work.remarks()).contains(remark);
  }

  private static SubmittedWork answers(String yaml) {
    return work(LessonSamples.docker(), Map.of("answers.yaml", yaml));
  }
}
