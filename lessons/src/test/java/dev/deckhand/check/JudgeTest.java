package dev.deckhand.check;

import static dev.deckhand.check.Court.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.document.Blocks;
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

  private final Judge judge = new Judge(Blocks.EXPRESSIONS);

  private static String pod(String name, String phase) {
    return "metadata: {name: %s, labels: {app: web}}\nstatus: {phase: %s}".formatted(name, phase);
  }

  @Test
  void unreachableClusterIsNotTheLearnersFault() {
    Check check = Blocks.check(POD + RUNNING);
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
        Blocks.check(POD + RUNNING + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}");
    Map<Subject, Observation> now =
        Map.of(
            check.expectations().get(0).subject(), new Observation.Seen(List.of()),
            check.expectations().get(1).subject(), new Observation.Unreachable("No.", "Wait."));

    assertThat(judge.judge(check, new Evidence(now, Map.of())))
        .isEqualTo(new Verdict.Undecided("No.", "Wait."));
  }

  @Test
  void whatIsUnreachableIsSaidBeforeWhatIsNotSeenYet() {
    Check check =
        Blocks.check(POD + RUNNING + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}");
    Map<Subject, Observation> now =
        Map.of(check.expectations().get(1).subject(), new Observation.Unreachable("No.", "Wait."));

    assertThat(judge.judge(check, new Evidence(now, Map.of())))
        .isEqualTo(new Verdict.Undecided("No.", "Wait."));
  }

  @Test
  void whatNobodyHasLookedAtYetIsUndecided() {
    Verdict verdict = judge.judge(Blocks.check(POD + RUNNING), new Evidence(Map.of(), Map.of()));

    assertThat(sentences(verdict))
        .singleElement()
        .asString()
        .contains("Still looking at Pod \"web\"");
  }

  @Test
  void aCheckThatAsksForBeforeIsUndecidedWhereNobodyLookedThen() {
    Check check = Blocks.check(POD + "(before == null): true");
    Subject subject = check.expectations().getFirst().subject();
    Map<Subject, Observation> now = Map.of(subject, new Observation.Seen(List.of()));
    Map<Subject, Observation> blind = Map.of(subject, new Observation.Unreachable("No.", "Wait."));

    assertThat(judge.judge(check, new Evidence(now, Map.of())))
        .isInstanceOf(Verdict.Undecided.class);
    assertThat(judge.judge(check, new Evidence(now, blind))).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void aCheckThatDoesNotAskForBeforeNeedsNone() {
    Check check = Blocks.check(POD + RUNNING);
    Map<Subject, Observation> now =
        Map.of(
            check.expectations().getFirst().subject(),
            new Observation.Seen(List.of(Blocks.object(pod("web", "Running")))));

    assertThat(judge.judge(check, new Evidence(now, Map.of()))).isEqualTo(new Verdict.Passed());
  }

  @Test
  void everyDocumentMustHold() {
    Check check =
        Blocks.check(POD + RUNNING + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}");
    var now = new HashMap<Subject, Observation>();
    now.put(
        check.expectations().get(0).subject(),
        new Observation.Seen(List.of(Blocks.object(pod("web", "Pending")))));
    now.put(check.expectations().get(1).subject(), new Observation.Seen(List.of()));

    assertThat(sentences(judge.judge(check, new Evidence(now, Map.of()))))
        .containsExactly(
            "Pod \"web\": status.phase is Pending, expected Running",
            "Service \"web\": does not exist, expected to exist");
  }

  @Test
  void aNamedObjectThatMustBeAbsentFailsWhileItExists() {
    var court = Court.of(POD, Map.of("expect", "absent"));

    assertThat(court.sees()).isEqualTo(new Verdict.Passed());
    assertThat(sentences(court.sees(pod("web", "Running"))))
        .containsExactly("Pod \"web\": exists, expected not to exist");
    assertThat(sentences(court.sees("metadata: {name: web, deletionTimestamp: '2026'}")))
        .containsExactly(
            "Pod \"web\": is being deleted, but is still there, expected not to exist");
  }

  @Test
  void absentWithoutANameIsAboutObjectsThatMatch() {
    var court = Court.of(PODS + "status: {phase: Failed}", Map.of("expect", "absent"));

    assertThat(court.sees(pod("a", "Running"))).isEqualTo(new Verdict.Passed());
    assertThat(sentences(court.sees(pod("a", "Running"), pod("b", "Failed"))))
        .containsExactly("Pod with app=web: b, expected none like that");
  }

  @Test
  void oneObjectThatMatchesWillDo() {
    assertThat(Court.of(PODS + RUNNING).sees(pod("a", "Pending"), pod("b", "Running")))
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void theNearestObjectIsToldAbout() {
    String far =
        "metadata: {name: far, labels: {app: web}}\nstatus: {phase: Failed, reason: Evicted}";
    String near =
        "metadata: {name: near, labels: {app: web}}\nstatus: {phase: Running, reason: Slow}";

    assertThat(sentences(Court.of(PODS + "status: {phase: Running, reason: Fine}").sees(far, near)))
        .containsExactly("Pod \"near\": status.reason is Slow, expected Fine");
  }

  @Test
  void tooFewThatMatchAreCountedAndTheNearestOtherIsExplained() {
    var court = Court.of(PODS + RUNNING, Map.of("count", ">=2"));

    assertThat(sentences(court.sees(pod("a", "Running"), pod("b", "Pending"))))
        .containsExactly(
            "Pod with app=web: 1 of 2 matches: a, expected at least 2 like that",
            "Pod \"b\": status.phase is Pending, expected Running");
  }

  @Test
  void tooFewAtAllAreCounted() {
    assertThat(sentences(Court.of(PODS + RUNNING, Map.of("count", "3")).sees(pod("a", "Running"))))
        .containsExactly("Pod with app=web: 1 of 1 matches: a, expected exactly 3 like that");
  }

  @Test
  void tooManyAreNamed() {
    var court = Court.of(PODS + RUNNING, Map.of("count", "1"));

    assertThat(
            sentences(
                court.sees(
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
    assertThat(Court.of(PODS + RUNNING, Map.of("count", "0")).sees(pod("a", "Pending")))
        .isEqualTo(new Verdict.Passed());
    assertThat(Court.of(PODS + RUNNING, Map.of("count", "<2")).sees())
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void findingsAreFew() {
    String many =
        IntStream.range(0, 30).mapToObj(i -> "  f" + i + ": 1\n").reduce("spec:\n", String::concat);

    assertThat(sentences(Court.of(FREE + many).sees("spec: {x: 1}"))).hasSize(5);
  }

  @Test
  void whatWasAskedForComesBeforeWhatCameOfIt() {
    assertThat(
            sentences(
                Court.of(POD + "status: {phase: Running}\nspec: {nodeName: a}")
                    .sees("spec: {nodeName: b}\nstatus: {phase: Pending}")))
        .containsExactly(
            "Pod \"web\": spec.nodeName is b, expected a",
            "Pod \"web\": status.phase is Pending, expected Running");
  }

  @Test
  void dockerObjectsAreCalledByTheirOwnNames() {
    var court =
        Court.of(
            "apiVersion: docker/v1\nkind: Container\nmetadata: {labels: {lesson: one}}\n"
                + "State: {Running: true}");

    assertThat(sentences(court.sees("Name: /quirky_fox\nState: {Running: false}")))
        .containsExactly("Container \"quirky_fox\": State.Running is false, expected true");
  }

  @Test
  void anEmptyAnswerIsWrong() {
    assertThat(sentences(Court.answered(FREE + "(self.x == answer): true", "x: ''", "   ")))
        .containsExactly("Your answer: it is empty, expected some text");
  }

  @Test
  void anEmptyAnswerIsUndecidedWhereNobodyCanLook() {
    Question question = Blocks.question(FREE + "(self.x == answer): true");
    Map<Subject, Observation> now =
        Map.of(
            question.expectations().getFirst().subject(),
            new Observation.Unreachable("No.", "Wait."));

    assertThat(judge.judge(question, new Evidence(now, Map.of()), ""))
        .isEqualTo(new Verdict.Undecided("No.", "Wait."));
  }

  @Test
  void anAnswerThatIsNoNumberIsToldSo() {
    assertThat(sentences(Court.answered(FREE + "(self.x > int(answer)): true", "x: 3", "few")))
        .containsExactly(
            "Your answer: \"few\": the answer cannot be read as a number, expected what Pod"
                + " \"web\" shows now");
  }

  @Test
  void expressionsThatTakeTooLongTogetherAreTheLessonsFault() {
    String slow = "(self.l.all(a, self.l.all(b, a + b > 0))): true";
    Node object = Node.of(Map.of("l", java.util.Collections.nCopies(99, 1)));

    Verdict verdict =
        Court.of(FREE.replace("metadata: {name: web}\n", "") + slow, Map.of("count", "0"))
            .seesAll(java.util.Collections.nCopies(500, object));

    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void aQuestionAboutWhatIsNotThereSaysThatItIsNotThere() {
    Question question = Blocks.question(FREE + "(self.x == answer): true");
    Map<Subject, Observation> none =
        Map.of(question.expectations().getFirst().subject(), new Observation.Seen(List.of()));

    assertThat(sentences(judge.judge(question, new Evidence(none, Map.of()), "3")))
        .containsExactly("Pod \"web\": does not exist, expected to exist");
  }

  @Test
  void aJudgementThatWouldCostTooMuchIsTheLessonsFault() {
    Pattern pattern = new Pattern.Scalar(new Node.Text("x"), new Place("a.adoc", 1));
    Node node = new Node.Text("x");
    for (int depth = 0; depth < 20_000; depth++) {
      pattern = new Pattern.Elements(List.of(pattern), new Place("a.adoc", 1));
      node = new Node.Items(List.of(node));
    }
    Check check = Blocks.check(POD);
    Subject subject = check.expectations().getFirst().subject();
    var shape = new Pattern.Shape(Map.of("deep", pattern), List.of(), new Place("a.adoc", 1));
    var deep =
        new Check(
            "1",
            "Deep",
            List.of(new Expectation(subject, shape)),
            check.role(),
            check.within(),
            check.hold(),
            false,
            Count.ANY,
            1,
            false,
            check.place());

    Verdict verdict =
        judge.judge(
            deep,
            new Evidence(
                Map.of(
                    subject, new Observation.Seen(List.of(new Node.Fields(Map.of("deep", node))))),
                Map.of()));

    assertThat(sentences(verdict)).singleElement().asString().contains("a.adoc:10");
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
  }
}
