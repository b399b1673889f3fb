package dev.deckhand.site.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.grade.Grade;
import dev.deckhand.site.GradeFixtures;
import dev.deckhand.site.HostileTexts;
import dev.deckhand.site.page.HtmlPage;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class GradePagesTest {

  @Test
  void aLearnerReadsWhatWasExpectedWhatWasFoundAndWhy() {
    Document page = read(LearnerGradePage.of(GradeFixtures.mixed("grace"), facts()));

    assertThat(page.expectFirst("li.failed").text())
        .contains(
            "It has three replicas of nginx:1.27 Not solved. 0 of 3 points.",
            "Where Deployment \"web\": spec.replicas Expected 3 Found 2"
                + " Why Pod web-7d9 can't be placed: no node has enough memory.",
            "Expected nginx:1.27 Found nginx:1.99");
    assertThat(page.expectFirst("li.not-reached").text())
        .contains("Not reached. 0 of 2 points.", "Why Step 2 ran out of time.");
    assertThat(page.select("li.passed").eachText())
        .first()
        .isEqualTo("The Deployment web exists Solved. 2 of 2 points.");
    assertThat(page.select("main > ul:not(.tasks) li").eachText())
        .containsExactly(
            "The file __MACOSX/._web.yaml is left out.",
            "Step 2: The command on line 7 ran out of time after 60 seconds.");
  }

  @Test
  void aLearnerReadsHowThePointsComeAbout() {
    Document page = read(LearnerGradePage.of(GradeFixtures.mixed("grace"), facts()));

    assertThat(page.select("table tbody tr").eachText())
        .containsExactly(
            "Step 1: Create a Deployment 2 2",
            "Step 2: Scale it 2 7",
            "Step 3: Expose it 0 2",
            "Taken off: 10 percent for 2 hints; 15 percent for a day late, together 25 percent"
                + " \u22121",
            "Total 3 11");
    assertThat(page.expectFirst("dl.facts").text())
        .isEqualTo(
            "Submission grace Points 3 of 11 points Solved 3 of 6 tasks Graded 2026-11-30 03:00"
                + " UTC");
  }

  @Test
  void nothingOfHiddenTasksIsShownButTheirPoints() {
    HtmlPage page = LearnerGradePage.of(GradeFixtures.mixed("grace"), facts());

    assertThat(page.html()).doesNotContainIgnoringCase(GradeFixtures.SECRET);
    assertThat(LearnerGradeDocument.of(GradeFixtures.mixed("grace"), facts()))
        .doesNotContainIgnoringCase(GradeFixtures.SECRET);
    assertThat(read(page).select("li").eachText())
        .contains("1 hidden check Not solved. 0 of 2 points.");
  }

  @Test
  void aGradeThatIsNotCompleteSaysSoFirst() {
    Document page = read(LearnerGradePage.of(GradeFixtures.undecided("linus"), facts()));

    assertThat(page.expectFirst("main > .notice").text())
        .isEqualTo(
            "This grade isn't complete. 1 task couldn't be judged, which isn't your fault and costs"
                + " nothing. Your instructor decides about 2.85 points.");
    assertThat(page.expectFirst("li.undecided").text())
        .contains("Not decided yet. 3 points open.", "Why The cluster didn't answer")
        .doesNotContain("Grade it again.");
    assertThat(page.expectFirst("tr.total").text()).isEqualTo("Total 3.8 + ? 7");
    assertThat(read(LearnerGradePage.of(GradeFixtures.passed("ada"), facts())).select(".notice"))
        .isEmpty();
  }

  @Test
  void whatNeedsADecisionComesFirstInAClass() {
    Document page =
        read(
            ClassGradePage.of(
                "Deployments",
                GradeFixtures.forty(),
                List.of("ada and ben have the same seed, 4711.")));
    List<String> names = page.expectFirst("table").select("tbody th").eachText();

    assertThat(names).hasSize(40).startsWith("learner-13", "learner-09", "learner-18");
    assertThat(names.subList(5, 40)).isSorted();
    assertThat(page.expectFirst("table tbody tr").text())
        .isEqualTo(
            "learner-13 not graded Docker is not reachable at unix:///var/run/docker.sock. Start the"
                + " engine, and grade it again.");
    assertThat(page.expectFirst("dl.facts").text())
        .isEqualTo("Submissions 40 For you to decide 5 Complete grades 35 Median of these 100 %");
    assertThat(page.select("ul li").eachText())
        .containsExactly("ada and ben have the same seed, 4711.");
    assertThat(page.expectFirst("table a").attr("href")).isEqualTo("learner-09/grade.html");
  }

  @Test
  void anInstructorReadsWhatAClassDidNotSolve() {
    Document page =
        read(
            ClassGradePage.of(
                "Deployments",
                GradeFixtures.forty(),
                List.of("ada and ben have the same seed, 4711.")));

    assertThat(page.select("table").get(1).select("tbody tr").eachText())
        .containsExactly(
            "1: Create a Deployment 39 39 100 %",
            "2: Scale it 26 35 74 %", "3: Expose it 30 39 76 %");
    assertThat(page.select("table").get(2).select("tbody tr").eachText())
        .first()
        .isEqualTo(
            "Step 2: It has three replicas of nginx:1.27 9 35 Deployment \"web\": spec.replicas is"
                + " 2, expected 3");
    assertThat(page.select("table").get(2).text())
        .contains("Step 2: " + GradeFixtures.SECRET + " is safe (hidden) 9 9");
  }

  @Test
  void stepsOfAClassAreThoseOfTheFileWhateverTheOrder() {
    Document page = read(ClassGradePage.of("Night", GradeFixtures.inOtherOrders(), List.of()));

    assertThat(page.select("table").getFirst().select("tbody tr").eachText())
        .containsExactly("ada 1 / 2 1 \u2013", "ben 1 / 2 1 \u2013");
    assertThat(page.select("table").get(1).select("tbody tr").eachText())
        .containsExactly("1: The bell 2 2 100 %", "2: The store 0 2 0 %");
  }

  @Test
  void aClassWithoutAGradeHasNoStatistics() {
    var page =
        read(
            ClassGradePage.of(
                "x", List.of(new ClassResult.NotGraded("ada", "No lab.", "Wait.")), List.of()));

    assertThat(page.select("table")).hasSize(1);
    assertThat(page.text()).contains("ada not graded No lab. Wait.");
  }

  @Test
  void whateverTheTextsAreTheyAreShownAndMeanNothing() {
    for (String text : HostileTexts.ALL) {
      Grade grade = GradeFixtures.hostile(text);
      Document page = read(LearnerGradePage.of(grade, GradeFixtures.facts(text)));
      Document all =
          read(
              ClassGradePage.of(
                  text,
                  List.of(
                      new ClassResult.Graded(grade, ""),
                      new ClassResult.NotGraded(text, text, text)),
                  List.of(text)));

      assertThat(page.select("script, img, iframe, b, svg, a")).isEmpty();
      assertThat(all.select("script, img, iframe, b, svg, a")).isEmpty();
      assertThat(page.expectFirst("li.failed strong").text()).isEqualTo(HostileTexts.read(text));
      assertThat(page.title()).isEqualTo(HostileTexts.read(text));
    }
  }

  private static GradeFacts facts() {
    return GradeFixtures.facts("deployment.apps/web created\n");
  }

  private static Document read(HtmlPage page) {
    return Jsoup.parse(page.html());
  }
}
