package dev.deckhand.lesson.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.LintFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a coverage file in which something is wrong. */
class CoverageFindingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curriculum: [",
        "texts:\n\t- name: a",
        "a: 1\n---\nb: 2\n",
        "a: &x [1]\nb: *x\n",
        "[[[[[[[[[[[[1]]]]]]]]]]]]",
        "a: \"",
      })
  void whatIsNoYamlIsOneErrorAndNothingIsCovered(String yaml) {
    CoverageReader.Result result =
        CoverageReader.read(yaml, "c.yaml", StepIndex.of(java.util.List.of()));
    assertThat(result.findings()).hasSize(1).allMatch(LintFinding::isError);
    assertThat(result.findings().getFirst().message()).startsWith("This is no YAML");
    assertThat(result.coverage()).isEqualTo(CourseCoverage.NONE);
  }

  @Test
  void aFaultOfYamlIsSaidWithItsLine() {
    assertThat(CoverageFixture.findings("    title: A book", "   title: A book"))
        .first()
        .asString()
        .startsWith("c.yaml:5: This is no YAML: ");
  }

  @Test
  void anEndlessFileIsRefused() {
    String yaml = "a: " + "x".repeat(600 * 1024);
    assertThat(CoverageFixture.lines(CoverageFixture.read(yaml)))
        .first()
        .asString()
        .startsWith("c.yaml: This is no YAML: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet\n"})
  void anEmptyFileIsAnError(String yaml) {
    assertThat(CoverageFixture.lines(CoverageFixture.read(yaml)))
        .contains("c.yaml: The file is empty. Begin with \"curriculum:\".");
  }

  @Test
  void whatIsNoMapHasNoCurriculumAndNoTexts() {
    assertThat(CoverageFixture.lines(CoverageFixture.read("- a\n")))
        .startsWith(
            "c.yaml:1: Here should be fields. Write them as \"name: value\".",
            "c.yaml:1: There is no curriculum. Add \"curriculum:\", with all lessons.",
            "c.yaml:1: There are no texts. Add \"texts:\", with what each describes.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "curriculum:|curiculum:|c.yaml:1: Nobody reads the field \"curiculum\"."
            + " Did you mean \"curriculum\"?",
        "title: A book|titel: A book|c.yaml:5: Nobody reads the field \"titel\"."
            + " Did you mean \"title\"?",
        "steps: boats/row#2|step: boats/row#2|c.yaml:10: Nobody reads the field \"step\"."
            + " Did you mean \"steps\"?",
        "title: A book|name: A book|c.yaml:5: The field \"name\" stands twice. Write it once.",
        "- name: book|- nome: book|c.yaml:4: A text has no name."
            + " Add \"name:\", the text's short name.",
        "concept: Rowing|idea: Rowing|c.yaml:9: It is not said what is described."
            + " Begin with one of \"system: NAME\" and \"concept: NAME\".",
        "steps: boats/sail#Up|concept: Sail|c.yaml:7: It is not said what is described."
            + " Begin with one of \"system: NAME\" and \"concept: NAME\".",
        "concept: Rowing|concept:|c.yaml:9: Here should be a word or a line."
            + " Write it, in quotes if it has \": \" in it.",
        "row, steer|row, steer, row|c.yaml:2: The lesson \"boats/row\" stands twice. Name it once.",
        "row, steer|row, Steer|c.yaml:2: \"boats/Steer\" is no lesson. Write course/lesson.",
      })
  void whatDoesNotFitIsAnErrorWithItsLine(String words, String others, String finding) {
    assertThat(CoverageFixture.findings(words, others)).contains(finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "boats/sail#Upp~The lesson \"boats/sail\" has no step \"Upp\". Did you mean \"Up\"?",
        "boats/sail#Nothing like it~The lesson \"boats/sail\" has no step \"Nothing like it\"."
            + " It has: Up | Down: and again | Up and down",
        "boats/sail#0~The lesson \"boats/sail\" has no step \"0\".",
        "boats/sail#4~The lesson \"boats/sail\" has no step \"4\".",
        "boats/sail#~The lesson \"boats/sail\" has no step \"\".",
        "boats/sail~\"boats/sail\" is no step."
            + " Write course/lesson#step, with the step's title or number.",
        "boats/sial#Up~There is no lesson \"boats/sial\". Did you mean \"boats/sail\"?",
        "cars/drive#Up~There is no lesson \"cars/drive\"."
            + " If it is still to be written, name it below \"to-come:\".",
        "boats/row#Left~The lesson \"boats/row\" has more than one step \"Left\"."
            + " Name the step by its number: boats/row#1 is the first of them.",
      })
  void aStepThatIsNotOneStepIsAnErrorWithItsLine(String address, String finding) {
    assertThat(CoverageFixture.findings("boats/sail#Up", address))
        .anyMatch(line -> line.startsWith("c.yaml:8: " + finding));
  }

  @Test
  void whatNothingTeachesIsAnError() {
    assertThat(CoverageFixture.findings("      steps: boats/row#2\n", ""))
        .contains(
            "c.yaml:9: Nothing teaches \"Rowing\"."
                + " Add \"steps:\" with course/lesson#step, or \"to-come:\" with course/lesson.");
  }

  @Test
  void aTextThatDescribesNothingIsAnError() {
    assertThat(CoverageFixture.findings("texts:\n", "texts:\n  - name: other\n    describes: []\n"))
        .containsExactly("c.yaml:4: \"other\" describes nothing. List it below \"describes:\".");
  }

  @Test
  void whatStandsTwiceIsAnError() {
    assertThat(CoverageFixture.findings("concept: Rowing", "concept: Sail"))
        .containsExactly(
            "c.yaml:9: \"Sail\" stands twice in this text. Put the steps of both together.");
    assertThat(CoverageFixture.findings("boats/row#2", "[boats/row#2, boats/row#Right]"))
        .containsExactly("c.yaml:10: \"boats/row#Right\" stands twice here. Write it once.");
    assertThat(
            CoverageFixture.findings(
                "texts:\n",
                """
                texts:
                  - name: book
                    describes:
                      - system: Oar
                        steps: boats/row#1
                """))
        .containsExactly("c.yaml:8: Two texts are called \"book\". Give one another name.");
  }

  @Test
  void whatIsToComeStandsInTheCurriculum() {
    assertThat(CoverageFixture.findings("steps: boats/row#2", "to-come: boats/stear"))
        .contains(
            "c.yaml:10: The curriculum has no lesson \"boats/stear\"."
                + " Did you mean \"boats/steer\"?");
    assertThat(CoverageFixture.findings("steps: boats/row#2", "to-come: cars/drive"))
        .contains(
            "c.yaml:10: The curriculum has no lesson \"cars/drive\"."
                + " Add it below \"curriculum:\", or take it out here.");
    assertThat(CoverageFixture.findings("steps: boats/row#2", "to-come: steer"))
        .contains("c.yaml:10: \"steer\" is no lesson. Write course/lesson.");
  }

  @Test
  void aLessonThatIsThereIsNotToComeAndThatIsAWarning() {
    CoverageReader.Result result =
        CoverageFixture.whole("steps: boats/row#2", "to-come: [boats/row, boats/steer]");
    assertThat(CoverageFixture.lines(result))
        .containsExactly(
            "c.yaml:10: warning: The lesson \"boats/row\" is not to come: it is there."
                + " Name its steps below \"steps:\".",
            "c.yaml: warning: No topic leads to the lesson \"boats/row\"."
                + " Name its steps where a text describes what they teach.");
    assertThat(result.coverage().texts().getFirst().topics().getLast().plannedLessons())
        .containsExactly(LessonId.of("boats/steer"));
  }

  @Test
  void aLessonThatTheCurriculumDoesNotNameIsAWarning() {
    assertThat(CoverageFixture.findings("sail, row,", "sail,"))
        .containsExactly(
            "c.yaml: warning: The curriculum does not name the lesson \"boats/row\", which is there."
                + " Add it below \"curriculum:\", in its place.");
  }

  @Test
  void noHalfOfAFileMakesItThrow() {
    String yaml =
        """
        curriculum:
          boats: [sail, row, steer]
        texts:
          - name: book
            title: "A: book"
            describes:
              - {system: Sail, steps: [boats/sail#Up, "boats/sail#Down: and again"]}
              - concept: Rowing
                steps: boats/row#2
                to-come: boats/steer
        """;
    assertThat(CoverageFixture.lines(CoverageFixture.read(yaml))).isEmpty();
    for (int end = 0; end < yaml.length() - 1; end++) {
      CoverageFixture.read(yaml.substring(end));
      CoverageFixture.read(yaml.substring(0, end));
      CoverageFixture.read(yaml.substring(0, end) + yaml.substring(end + 1));
    }
  }
}
