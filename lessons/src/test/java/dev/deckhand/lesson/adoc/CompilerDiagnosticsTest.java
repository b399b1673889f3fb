package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedCompilerExtension.class)
class CompilerDiagnosticsTest {

  private final CompilerFixture compilerFixture;

  CompilerDiagnosticsTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          :lab: dokcer          | 2: ":lab:": There is no "dokcer". Did you mean "docker"?
          :lab: none, java      | 2: ":lab:": "none" and another lab are both asked for. Take out "none".
          :lab:                 | 2: ":lab:": The attribute has no value. Give it one, or take the line out.
          :needs: dsn           | 2: ":needs:": There is no "dsn". Did you mean "dns"?
          :minutes: soon        | 2: ":minutes:": "soon" is not right. Write a whole number of minutes, 1 to 999.
          :minutes: -5          | 2: ":minutes:": "-5" is not right. Write a whole number of minutes, 1 to 999.
          :id: Big Id           | 2: ":id:": "Big Id" is not right. Write small letters, digits and '-'.
          :namespace: My_Space  | 2: ":namespace:": "My_Space" is not right. Write a Kubernetes namespace.
          :images: nginx 1.30   | 2: ":images:": "nginx 1.30" is not right. Write image names with their tags, as "nginx:1.30".
          :imgaes: nginx:1.30   | 2: Nobody knows the attribute ":imgaes:". Did you mean "images"?
          """)
  void headersAreChecked(String attribute, String finding) throws IOException {
    assertThat(compilerFixture.findings("= T\n" + attribute + "\n\n== S\n\nx\n"))
        .containsExactly(finding);
  }

  @Test
  void attributesOfTheAuthorsOwnAreLeftAlone() throws IOException {
    assertThat(compilerFixture.findings("= T\n:web: nginx:1.30\n:toc:\n\n== S\n\nRun {web}.\n"))
        .isEmpty();
  }

  @Test
  void anEmptyLineEndsTheHeader() throws IOException {
    assertThat(compilerFixture.findings("= T\n\n:lab: docker\n\n== S\n\nx\n"))
        .containsExactly(
            "3: \":lab:\" stands below an empty line, where the header has ended."
                + " Put it right below the title: the header ends with the first empty line.");
  }

  @Test
  void whatIsNoLessonSaysWhatIsMissing() throws IOException {
    assertThat(compilerFixture.findings("Hello.\n\n== S\n\nx\n"))
        .containsExactly(
            "1: The lesson has no title. Begin the file with \"= Pods: what they are\".");
    assertThat(compilerFixture.findings("= T\n\nHello.\n"))
        .containsExactly("0: The lesson has no steps. Begin each step with \"== What to do\".");
    assertThat(compilerFixture.findings(" \n\n"))
        .containsExactly("0: The file is empty. Begin with a title: \"= Pods: what they are\".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [source.chek,yaml] | 3: Nobody knows the mark "chek". Did you mean "check"?
          [source.smal,yaml] | 3: Nobody knows the mark "smal". Known are: run, diagram, drawn, setup, check, answer, solution, alternative, wrong, quiz, hint, debrief, instructor.
          [.hnit]            | 3: Nobody knows the mark "hnit". Did you mean "hint"?
          [.hint.debrief]    | 3: A block is marked both hint and debrief. Keep one of the two.
          [source.wrong,shell]  | 3: This wrong has no title. Say above it which mistake it makes: ".Scaled up instead".
          [source.alternative,shell]  | 3: This alternative has no title. Say above it what it does: ".By patch".
          [source.setup,shell,within=5s]  | 3: Nobody knows "within" on a block marked setup. Take it out; times and weights are for checks.
          [.quiz]            | 3: A quiz is a checklist, and this is none. Begin each choice with "* [ ]".
          """)
  void marksAreChecked(String mark, String finding) throws IOException {
    assertThat(compilerFixture.findingsInStep("\n" + mark + "\n----\nx\n----\n"))
        .containsExactly(finding);
  }

  @Test
  void sourceMarksAreForListings() throws IOException {
    assertThat(compilerFixture.findingsInStep("\n[.check]\nHello.\n"))
        .containsExactly(
            "3: Only a listing can be marked check."
                + " Write [source.check] above a block between ---- lines.");
  }

  @Test
  void marksInsideOtherBlocksAreNotLost() throws IOException {
    assertThat(compilerFixture.findingsInStep("\n* x\n+\n[.hint]\nHello.\n"))
        .containsExactly(
            "5: A block marked hint stands inside another block, or before the first step."
                + " Put it at the top level of a step.");
  }

  @Test
  void checksNeedANameASolutionAndMore() throws IOException {
    assertThat(compilerFixture.findingsInStep("\n[source.check,yaml]\n----\nkind: Pod\n----\n"))
        .anyMatch(line -> line.startsWith("3: The block has no title"))
        .anyMatch(line -> line.startsWith("5: The document does not say its apiVersion"));
    assertThat(compilerFixture.findingsInStep(POD + HINT + WRONG + DEBRIEF))
        .containsExactly(
            "1: The step \"S\" has something to do, and no solution."
                + " Add a [source.solution,shell] block: lesson tests and \"skip\" run it.");
  }

  @Test
  void lintAsksForHintsDebriefsAndWrongs() throws IOException {
    assertThat(compilerFixture.findingsInStep(POD + SOLUTION))
        .containsExactlyInAnyOrder(
            "1: warning: The step \"S\" has no debrief. Say why it came so in a [.debrief], or mark"
                + " the step [.no-debrief,because=\"...\"].",
            "1: warning: The step \"S\" has no wrong way."
                + " Add a [source.wrong,shell] with a mistake that a learner would make.",
            "4: warning: The check \"The Pod x is there\" has no hint."
                + " Add one, or mark the step [.no-hint,because=\"...\"].");
  }

  @Test
  void whatIsWaivedWithAReasonIsNotAskedFor() throws IOException {
    String step = "== S\n" + POD + SOLUTION + WRONG;
    assertThat(
            compilerFixture.findings(
                "= T\n:lab: kubernetes\n\n[.no-hint.no-debrief,because=\"It is shown.\"]\n" + step))
        .isEmpty();
    assertThat(compilerFixture.findings("= T\n:lab: kubernetes\n\n[.no-hint.no-debrief]\n" + step))
        .containsExactly(
            "4: warning: The step is marked no-hint, and does not say why."
                + " Write [.no-hint,because=\"...\"].");
    assertThat(compilerFixture.findings("= T\n\n[.no-hnt]\n== S\n\nx\n"))
        .containsExactly("3: A step cannot be marked \"no-hnt\". Did you mean \"no-hint\"?");
  }

  @Test
  void aSecondSolutionIsAnAlternative() throws IOException {
    assertThat(compilerFixture.findingsInStep(POD + SOLUTION + SOLUTION + HINT + WRONG + DEBRIEF))
        .singleElement()
        .asString()
        .contains("The step has a second solution.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'echo ''x' | 3: The last command of the setup has no end. Close its quote, parenthesis or heredoc.
          '# only'   | 3: The setup is empty. Write commands in it, or delete it.
          '$ ls'     | 3: A command begins with the prompt "$ ". Take it out: prompts are for [source.run,console] alone.
          """)
  void scriptsAreChecked(String line, String finding) throws IOException {
    assertThat(compilerFixture.findingsInStep("\n[source.setup,shell]\n----\n" + line + "\n----\n"))
        .containsExactly(finding);
  }

  @Test
  void quizzesNeedAQuestionARightChoiceAndAWrongOne() throws IOException {
    assertThat(compilerFixture.findingsInStep("\n[.quiz]\n* [x] a\n* [ ] b\n"))
        .containsExactly("3: The quiz has no question. Put one above it: \".Which one is it?\"");
    assertThat(compilerFixture.findingsInStep("\n.Q?\n[.quiz]\n* [ ] a\n* [ ] b\n"))
        .containsExactly("4: The quiz \"Q?\" has no right choice. Mark one with \"* [x]\".");
    assertThat(compilerFixture.findingsInStep("\n.Q?\n[.quiz]\n* [x] a\n"))
        .contains("4: The quiz \"Q?\" has one choice only. Add a wrong one: \"* [ ]\".");
    assertThat(compilerFixture.findingsInStep("\n.Q?\n[.quiz]\n* [x] a\n* b\n"))
        .contains(
            "6: A choice of the quiz is neither right nor wrong. Begin it with \"* [x]\" or \"* [ ]\".");
  }

  @Test
  void aSolutionChoosesAndAnswers() throws IOException {
    String quiz = "\n.Q?\n[.quiz]\n* [ ] a\n* [x] b\n* [x] c\n";
    assertThat(compilerFixture.findingsInStep(quiz + SOLUTION + DEBRIEF))
        .containsExactly("9: The solution leaves the quiz open. Write \"choose 2,3\".");
    assertThat(compilerFixture.findingsInStep(quiz + SOLUTION.replace("ls", "choose 1") + DEBRIEF))
        .containsExactly(
            "9: The solution's \"choose 1\" is not the quiz's right choice."
                + " Write \"choose 2,3\".");
    assertThat(
            compilerFixture.findingsInStep(quiz + SOLUTION.replace("ls", "choose 3, 2") + DEBRIEF))
        .isEmpty();
  }

  @Test
  void whatCannotBeShownIsSaid() throws IOException {
    assertThat(compilerFixture.findingsInStep("\nvideo::x.mp4[]\n"))
        .containsExactly(
            "3: A lesson cannot show a block of the kind \"video\"."
                + " Say it in paragraphs, lists, tables, listings, admonitions or images.");
    assertThat(compilerFixture.findingsInStep("\n++++\n<b>\n++++\n"))
        .singleElement()
        .asString()
        .startsWith("3");
    assertThat(compilerFixture.findingsInStep("\nA pass:[<b>] tag.\n"))
        .containsExactly(
            "3: warning: HTML cannot be shown in a terminal; it stands there as it is written."
                + " Say it in AsciiDoc.");
    assertThat(compilerFixture.findingsInStep("\n|===\n|a |b\n\n2+|x\n|===\n"))
        .containsExactly(
            "3: A cell of this table spans several columns or rows."
                + " Give each row the same number of plain cells.");
    assertThat(compilerFixture.findingsInStep("\nSee `a *b* c`.\n"))
        .singleElement()
        .asString()
        .contains("Write it as `+...+`");
  }

  @Test
  void asciidocsOwnComplaintsHaveTheirLine() throws IOException {
    assertThat(compilerFixture.findingsInStep("\nx\n\nThe {nosuch} one.\n"))
        .containsExactly(
            "5: warning: AsciiDoc: skipping reference to missing attribute: nosuch."
                + " Define it in the header, or write \\{name} for the braces themselves.");
    assertThat(compilerFixture.findingsInStep("\nSee <<nope>>.\n"))
        .containsExactly(
            "3: warning: AsciiDoc: possible invalid reference: nope."
                + " Point to a heading of this lesson.");
    assertThat(compilerFixture.findingsInStep("\n----\nx\n"))
        .containsExactly(
            "3: AsciiDoc: unterminated listing block. Close it with the same line that opened it.");
  }

  @Test
  void titlesThatMeetTwiceAreSaid() throws IOException {
    assertThat(compilerFixture.findings("= T\n\n== S\n\nx\n\n== S\n\ny\n"))
        .containsExactly(
            "7: warning: Two steps have the title \"S\"."
                + " Give each its own: learners and pages find a step by it.");
  }

  @Test
  void aLabThatCannotSeeWhatIsCheckedIsAnError() throws IOException {
    assertThat(compilerFixture.findings("= T\n:lab: docker\n\n== S\n" + POD + SOLUTION))
        .contains(
            "9: Pod \"x\" is in no lab of this lesson, which has docker."
                + " Add \"kubernetes\" to \":lab:\", or look at what the lesson's lab has.");
  }

  @Test
  void aSoundLessonHasNone() throws IOException {
    assertThat(compilerFixture.findingsInStep(POD + SOLUTION + HINT + WRONG + DEBRIEF))
        .isEqualTo(List.of());
  }

  private static final String POD =
      """

      .The Pod x is there
      [source.check,yaml]
      ----
      apiVersion: v1
      kind: Pod
      metadata: {name: x}
      ----
      """;
  private static final String SOLUTION = "\n[source.solution,shell]\n----\nls\n----\n";
  private static final String WRONG = "\n.W\n[source.wrong,shell]\n----\nls x\n----\n";
  private static final String HINT = "\n[.hint]\nTry `x`.\n";
  private static final String DEBRIEF = "\n[.debrief]\nSo.\n";
}
