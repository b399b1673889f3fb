package dev.deckhand.check;

import static dev.deckhand.check.CheckFixture.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.document.CheckBlockFixture;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n";
  private static final String PODS = "apiVersion: v1\nkind: Pod\nmetadata: {labels: {app: web}}\n";

  /** Of a kind that may have any field. */
  private static final String FREE =
      "apiVersion: example.com/v1\nkind: Pod\nmetadata: {name: web}\n";

  private static final String RUNNING = "status: {phase: Running}\n";

  private final Judge judge = new Judge(CheckBlockFixture.EXPRESSIONS);

  private static String pod(String name, String phase) {
    return "metadata: {name: %s, labels: {app: web}}\nstatus: {phase: %s}".formatted(name, phase);
  }

  @Test
  void unreachableClusterIsNotTheLearnersFault() {
    Check check = CheckBlockFixture.check(POD + RUNNING);
    Map<Subject, Observation> now =
        Map.of(
            check.expectations().getFirst().subject(),
            new Observation.Unreachable("The cluster does not answer.", "Type \"reset\"."));

    assertThat(judge.judge(check, new Evidence(now, Map.of())))
        .isEqualTo(new Verdict.Undecided("The cluster does not answer.", "Type \"reset\"."));
  }

  @Test
  void whatIsUnreachableCountsMoreThanWhatHasFailed() {
    Check check =
        CheckBlockFixture.check(
            POD + RUNNING + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}");
    Map<Subject, Observation> now =
        Map.of(
            check.expectations().get(0).subject(), new Observation.Snapshot(List.of()),
            check.expectations().get(1).subject(), new Observation.Unreachable("No.", "Wait."));

    assertThat(judge.judge(check, new Evidence(now, Map.of())))
        .isEqualTo(new Verdict.Undecided("No.", "Wait."));
  }

  @Test
  void whatIsUnreachableIsSaidBeforeWhatIsNotSeenYet() {
    Check check =
        CheckBlockFixture.check(
            POD + RUNNING + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}");
    Map<Subject, Observation> now =
        Map.of(check.expectations().get(1).subject(), new Observation.Unreachable("No.", "Wait."));

    assertThat(judge.judge(check, new Evidence(now, Map.of())))
        .isEqualTo(new Verdict.Undecided("No.", "Wait."));
  }

  @Test
  void whatNobodyHasLookedAtYetIsUndecided() {
    Verdict verdict =
        judge.judge(CheckBlockFixture.check(POD + RUNNING), new Evidence(Map.of(), Map.of()));

    assertThat(sentences(verdict))
        .singleElement()
        .asString()
        .contains("Still looking at Pod \"web\"");
  }

  @Test
  void aCheckThatAsksForBeforeIsUndecidedWhereNobodyLookedThen() {
    Check check = CheckBlockFixture.check(POD + "(before == null): true");
    Subject subject = check.expectations().getFirst().subject();
    Map<Subject, Observation> now = Map.of(subject, new Observation.Snapshot(List.of()));
    Map<Subject, Observation> blind = Map.of(subject, new Observation.Unreachable("No.", "Wait."));

    assertThat(judge.judge(check, new Evidence(now, Map.of())))
        .isInstanceOf(Verdict.Undecided.class);
    assertThat(judge.judge(check, new Evidence(now, blind))).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void aCheckThatDoesNotAskForBeforeNeedsNone() {
    Check check = CheckBlockFixture.check(POD + RUNNING);
    Map<Subject, Observation> now =
        Map.of(
            check.expectations().getFirst().subject(),
            new Observation.Snapshot(List.of(CheckBlockFixture.object(pod("web", "Running")))));

    assertThat(judge.judge(check, new Evidence(now, Map.of()))).isEqualTo(new Verdict.Passed());
  }

  @Test
  void everyDocumentMustHold() {
    Check check =
        CheckBlockFixture.check(
            POD + RUNNING + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}");
    var now = new HashMap<Subject, Observation>();
    now.put(
        check.expectations().get(0).subject(),
        new Observation.Snapshot(List.of(CheckBlockFixture.object(pod("web", "Pending")))));
    now.put(check.expectations().get(1).subject(), new Observation.Snapshot(List.of()));

    assertThat(sentences(judge.judge(check, new Evidence(now, Map.of()))))
        .containsExactly(
            "Pod \"web\": status.phase is Pending, expected Running",
            "Service \"web\": does not exist, expected to exist");
  }

  @Test
  void aNamedObjectThatMustBeAbsentFailsWhileItExists() {
    var checkFixture = CheckFixture.of(POD, Map.of("expect", "absent"));

    assertThat(checkFixture.verdictOn()).isEqualTo(new Verdict.Passed());
    assertThat(sentences(checkFixture.verdictOn(pod("web", "Running"))))
        .containsExactly("Pod \"web\": exists, expected not to exist");
    assertThat(
            sentences(checkFixture.verdictOn("metadata: {name: web, deletionTimestamp: '2026'}")))
        .containsExactly(
            "Pod \"web\": is being deleted, but is still there, expected not to exist");
  }

  @Test
  void absentWithoutANameIsAboutObjectsThatMatch() {
    var checkFixture =
        CheckFixture.of(PODS + "status: {phase: Failed}", Map.of("expect", "absent"));

    assertThat(checkFixture.verdictOn(pod("a", "Running"))).isEqualTo(new Verdict.Passed());
    assertThat(sentences(checkFixture.verdictOn(pod("a", "Running"), pod("b", "Failed"))))
        .containsExactly("Pod with app=web: b, expected none like that");
  }

  @Test
  void oneObjectThatMatchesWillDo() {
    assertThat(CheckFixture.of(PODS + RUNNING).verdictOn(pod("a", "Pending"), pod("b", "Running")))
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void theNearestObjectIsToldAbout() {
    String far =
        "metadata: {name: far, labels: {app: web}}\nstatus: {phase: Failed, reason: Evicted}";
    String near =
        "metadata: {name: near, labels: {app: web}}\nstatus: {phase: Running, reason: Slow}";

    assertThat(
            sentences(
                CheckFixture.of(PODS + "status: {phase: Running, reason: Fine}")
                    .verdictOn(far, near)))
        .containsExactly("Pod \"near\": status.reason is Slow, expected Fine");
  }

  @Test
  void tooFewThatMatchAreCountedAndTheNearestOtherIsExplained() {
    var checkFixture = CheckFixture.of(PODS + RUNNING, Map.of("count", ">=2"));

    assertThat(sentences(checkFixture.verdictOn(pod("a", "Running"), pod("b", "Pending"))))
        .containsExactly(
            "Pod with app=web: 1 of 2 matches: a, expected at least 2 like that",
            "Pod \"b\": status.phase is Pending, expected Running");
  }

  @Test
  void tooFewAtAllAreCounted() {
    assertThat(
            sentences(
                CheckFixture.of(PODS + RUNNING, Map.of("count", "3"))
                    .verdictOn(pod("a", "Running"))))
        .containsExactly("Pod with app=web: 1 of 1 matches: a, expected exactly 3 like that");
  }

  @Test
  void tooManyAreNamed() {
    var checkFixture = CheckFixture.of(PODS + RUNNING, Map.of("count", "1"));

    assertThat(
            sentences(
                checkFixture.verdictOn(
                    pod("a", "Running"),
                    pod("b", "Running"),
                    pod("c", "Running"),
                    pod("d", "Running"),
                    pod("e", "Pending"))))
        .containsExactly(
            "Pod with app=web: 4 of 5 match: a, b, c and 1 more, expected exactly 1 like that");
  }

  @Test
  void aCountOfNoneHoldsWhereThereIsNone() {
    assertThat(CheckFixture.of(PODS + RUNNING, Map.of("count", "0")).verdictOn(pod("a", "Pending")))
        .isEqualTo(new Verdict.Passed());
    assertThat(CheckFixture.of(PODS + RUNNING, Map.of("count", "<2")).verdictOn())
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void findingsAreFew() {
    String many =
        IntStream.range(0, 30).mapToObj(i -> "  f" + i + ": 1\n").reduce("spec:\n", String::concat);

    assertThat(sentences(CheckFixture.of(FREE + many).verdictOn("spec: {x: 1}"))).hasSize(5);
  }

  @Test
  void whatWasAskedForComesBeforeWhatCameOfIt() {
    assertThat(
            sentences(
                CheckFixture.of(POD + "status: {phase: Running}\nspec: {nodeName: a}")
                    .verdictOn("spec: {nodeName: b}\nstatus: {phase: Pending}")))
        .containsExactly(
            "Pod \"web\": spec.nodeName is b, expected a",
            "Pod \"web\": status.phase is Pending, expected Running");
  }

  @Test
  void dockerObjectsAreCalledByTheirOwnNames() {
    var checkFixture =
        CheckFixture.of(
            "apiVersion: docker/v1\nkind: Container\nmetadata: {labels: {lesson: one}}\n"
                + "State: {Running: true}");

    assertThat(sentences(checkFixture.verdictOn("Name: /quirky_fox\nState: {Running: false}")))
        .containsExactly("Container \"quirky_fox\": State.Running is false, expected true");
  }

  @Test
  void anEmptyAnswerIsWrong() {
    assertThat(
            sentences(
                CheckFixture.verdictOnAnswer(FREE + "(self.x == answer): true", "x: ''", "   ")))
        .containsExactly("Your answer: it is empty, expected some text");
  }

  @Test
  void anEmptyAnswerIsUndecidedWhereNobodyCanLook() {
    Question question = CheckBlockFixture.question(FREE + "(self.x == answer): true");
    Map<Subject, Observation> now =
        Map.of(
            question.expectations().getFirst().subject(),
            new Observation.Unreachable("No.", "Wait."));

    assertThat(judge.judge(question, new Evidence(now, Map.of()), ""))
        .isEqualTo(new Verdict.Undecided("No.", "Wait."));
  }

  @Test
  void anAnswerThatIsNoNumberIsToldSo() {
    assertThat(
            sentences(
                CheckFixture.verdictOnAnswer(FREE + "(self.x > int(answer)): true", "x: 3", "few")))
        .containsExactly(
            "Your answer: \"few\": the answer cannot be read as a number, expected what Pod"
                + " \"web\" shows now");
  }

  @Test
  void expressionsThatTakeTooLongTogetherAreTheLessonsFault() {
    String slow = "(self.l.all(a, self.l.all(b, a + b > 0))): true";
    DataNode object = DataNode.of(Map.of("l", java.util.Collections.nCopies(99, 1)));

    Verdict verdict =
        CheckFixture.of(FREE.replace("metadata: {name: web}\n", "") + slow, Map.of("count", "0"))
            .verdictOnAll(java.util.Collections.nCopies(500, object));

    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void aQuestionAboutWhatIsNotThereSaysThatItIsNotThere() {
    Question question = CheckBlockFixture.question(FREE + "(self.x == answer): true");
    Map<Subject, Observation> none =
        Map.of(question.expectations().getFirst().subject(), new Observation.Snapshot(List.of()));

    assertThat(sentences(judge.judge(question, new Evidence(none, Map.of()), "3")))
        .containsExactly("Pod \"web\": does not exist, expected to exist");
  }

  @Test
  void aJudgementThatWouldCostTooMuchIsTheLessonsFault() {
    DataPattern pattern =
        new DataPattern.Scalar(new DataNode.Text("x"), new SourcePosition("a.adoc", 1));
    DataNode node = new DataNode.Text("x");
    for (int depth = 0; depth < 20_000; depth++) {
      pattern = new DataPattern.Elements(List.of(pattern), new SourcePosition("a.adoc", 1));
      node = new DataNode.Items(List.of(node));
    }
    Check check = CheckBlockFixture.check(POD);
    Subject subject = check.expectations().getFirst().subject();
    var shape =
        new DataPattern.Shape(Map.of("deep", pattern), List.of(), new SourcePosition("a.adoc", 1));
    var deep =
        new Check(
            "1",
            "Deep",
            List.of(new Expectation(subject, shape)),
            new Check.Settings(
                check.role(), check.within(), check.hold(), CountConstraint.ANY, 1, false),
            check.place());

    Verdict verdict =
        judge.judge(
            deep,
            new Evidence(
                Map.of(
                    subject,
                    new Observation.Snapshot(List.of(new DataNode.Fields(Map.of("deep", node))))),
                Map.of()));

    assertThat(sentences(verdict)).singleElement().asString().contains("a.adoc:10");
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
  }
}
