package dev.deckhand.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Question;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.site.CourseFixtures;
import dev.deckhand.site.NotesFixtures;
import dev.deckhand.site.RenderedPageText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonPageTest {

  private static final SourcePosition PLACE = new SourcePosition("x.adoc", 1);

  private static HtmlPage page(String text) {
    return page(lesson(text));
  }

  private static HtmlPage page(Lesson lesson) {
    return LessonPage.of(lesson, RecordedOutput.NONE, _ -> Optional.empty());
  }

  @Test
  void itSaysWhatTheLessonIsAndWants() {
    assertThat(RenderedPageText.texts(page("Boats"), "facts"))
        .containsExactly(
            "Time 1 minute Level Boats Lab a Docker engine, JShell Images Boats:1 Needs dns"
                + " Namespace shop First do Boats Try it deckhand learn c/boats");
  }

  @Test
  void eachStepHasANumberAndAnAnchorThatTheContentsLeadTo() {
    assertThat(RenderedPageText.body(page("Boats")))
        .contains("<h2 id=\"step-1\">1. Boats</h2>", "<a href=\"#step-1\">Boats</a>");
  }

  @Test
  void commandsAreShownBehindTheirPromptLineByLine() {
    assertThat(RenderedPageText.pre(page("a\nb"), "command").getFirst()).isEqualTo("$ a\n> b");
  }

  @Test
  void whatToSeeIsSaidWithWhatMattersOfIt() {
    assertThat(RenderedPageText.texts(page("Boats"), "checks"))
        .containsExactly(
            "What you should see Boats Boats true from the beginning: keep it so; at least 2; for 5"
                + " seconds without a break; may take up to 2 minutes; counts 3 times Boats true"
                + " from the beginning: if you break it, begin the step again; must not be there");
  }

  @Test
  void whatWouldGiveItAwayIsFolded() {
    assertThat(RenderedPageText.body(page("Boats")))
        .contains("<details class=\"hint\"><summary class=\"title\">Hint 1 of 2</summary>")
        .contains("<summary class=\"title\">Hint 2 of 2</summary>")
        .contains("<details class=\"solution\"><summary class=\"title\">Solution</summary>")
        .contains("<details class=\"debrief\"><summary class=\"title\">Afterwards</summary>")
        .contains("<details class=\"choice\"><summary class=\"title\">1. Boats</summary>")
        .doesNotContain("<details open");
  }

  @Test
  void aPictureWithLettersStaysInTheFoldThatItIsIn() {
    Step step =
        CourseFixtures.stepWithDebrief(
            new Block.Picture("A quay", "quay.png", List.of("~~~")),
            new Block.Paragraph(NotesFixtures.words("that was a quay")));
    String html =
        RenderedPageText.body(
            LessonPage.of(
                CourseFixtures.lesson("c/quay", step),
                RecordedOutput.NONE,
                _ -> Optional.of(CourseFixtures.picture())));
    assertThat(html)
        .containsSubsequence(
            "<details class=\"debrief\">",
            "<details class=\"drawing\">",
            "~~~",
            "</details>",
            "that was a quay",
            "</details>");
  }

  @Test
  void whatIsNotForLearnersIsLeftOut() {
    assertThat(page("Boats").html())
        .doesNotContain("Hidden", "Wrong way", "For instructors", "Set up");
  }

  @Test
  void questionsSayHowToAnswerThem() {
    assertThat(RenderedPageText.texts(page("Boats"), "answer"))
        .containsExactly("Boats Type answer 1: ...", "Boats Type answer 2: ...");
  }

  @Test
  void theOnlyScriptIsOursAndNobodyElseIsAsked() {
    var html = page("Boats").html();
    assertThat(html)
        .containsOnlyOnce("<script>")
        .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='")
        .contains("default-src 'none'")
        .doesNotContain("<link", "@import", "url(", "src=", "http://", "https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "pass:[<b>x</b>] +++<b>y</b>+++",
        "{lt}script{gt}alert(1){lt}/script{gt}",
        "link:javascript:alert(1)[x]",
        "++++\n<script>alert(1)</script>\n++++",
        "====\n====\n========================\n</details>",
        "include::/etc/passwd[]",
        "a::\n+\n----\n]] ## ** `` |===",
        "--\n[.x]\n.title\n'''",
      })
  void hostileTextStaysText(String text) {
    HtmlPage htmlPage = page(text);
    assertThat(RenderedPageText.body(htmlPage))
        .doesNotContainIgnoringCase("<script", "<img", "<svg", "<b>", "javascript:\"", "root:x")
        .doesNotContain("href=\"javascript");
    assertThat(RenderedPageText.body(htmlPage).split("<details", -1)).hasSize(1 + 2 + 2 + 1 + 1);
    assertThat(htmlPage.html().split("<script", -1)).hasSize(2);
    assertThat(RenderedPageText.pre(htmlPage, "command")).allMatch(shown -> shown.startsWith("$ "));
    assertThat(RenderedPageText.pre(htmlPage, "listing")).containsExactly(text);
  }

  private static Lesson lesson(String text) {
    var needs =
        new LabNeeds(
            Set.of(LabKind.JAVA, LabKind.DOCKER),
            List.of(text + ":1"),
            Set.of(Ability.DNS),
            "shop");
    return new Lesson(
        LessonId.of("c/boats"),
        text,
        needs,
        new LessonMetadata(List.of(text), 1, text, StepOrderMode.WRITTEN),
        said(text),
        List.of(step(text)),
        "c/x.adoc");
  }

  private static Step step(String text) {
    return new Step(
        1,
        text,
        new StepContent(
            List.of(
                new Block.Paragraph(NotesFixtures.words(text)),
                new Block.Run(List.of(text)),
                new Block.Listing(text, text, text.lines().toList())),
            said(text),
            List.of(new Block.Paragraph(NotesFixtures.words("For instructors")))),
        new StepTasks(
            List.of(
                check(text, Check.Role.GOAL, CountConstraint.ANY, false),
                check(
                    text,
                    Check.Role.KEEP,
                    new CountConstraint(CountConstraint.Relation.AT_LEAST, 2),
                    false),
                check(text, Check.Role.FATAL, CountConstraint.ABSENT, false),
                check("Hidden", Check.Role.GOAL, CountConstraint.ANY, true)),
            List.of(
                new Question("1.a1", text, List.of(), PLACE),
                new Question("1.a2", text, List.of(), PLACE)),
            List.of(
                new Quiz(
                    "1.q1",
                    text,
                    List.of(
                        new Quiz.Choice(NotesFixtures.words(text), true, List.of()),
                        new Quiz.Choice(NotesFixtures.words(text), false, said(text))),
                    PLACE)),
            List.of(new Hint(said(text)), new Hint(said(text)))),
        new ScriptSet(
            List.of(new Script("", List.of("Set up"), PLACE)),
            new Script("", List.of(text), PLACE),
            List.of(new Script(text, List.of(text), PLACE)),
            List.of(new Script("Wrong way", List.of("Wrong way"), PLACE))),
        PLACE);
  }

  private static List<Block> said(String text) {
    return List.of(
        new Block.Paragraph(
            List.of(new Inline.Strong(NotesFixtures.words(text)), new Inline.Code(text))));
  }

  private static Check check(
      String title, Check.Role role, CountConstraint countConstraint, boolean hidden) {
    boolean plain = role != Check.Role.KEEP;
    return new Check(
        "1.1",
        title,
        List.of(
            new Expectation(
                new Subject.WorkspaceFile("x"), new DataPattern.Shape(Map.of(), List.of(), PLACE))),
        new Check.Settings(
            role,
            plain ? Check.DEFAULT_WITHIN : Duration.ofMinutes(2),
            plain ? Duration.ZERO : Duration.ofSeconds(5),
            countConstraint,
            plain ? 1 : 3,
            hidden),
        PLACE);
  }
}
