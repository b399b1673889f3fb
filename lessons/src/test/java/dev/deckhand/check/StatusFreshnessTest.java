package dev.deckhand.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusFreshnessTest {

  private static final String DEPLOYMENT =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: front}\n";

  private static final String FIVE_READY =
      DEPLOYMENT + "spec: {replicas: 5}\nstatus:\n  (self.readyReplicas == 5): true\n";

  /** Of a kind whose controller says what it has seen. */
  private static final String DATABASE = "apiVersion: example.com/v1\nkind: Database\n";

  @Test
  void aStatusFromBeforeTheLastChangeProvesNothing() {
    Verdict verdict = CheckFixture.of(FIVE_READY).verdictOn(front(4, 3, 5));
    assertThat(CheckFixture.sentences(verdict))
        .containsExactly(
            "undecided: The status of Deployment \"front\" is from before its last change. Wait a"
                + " moment: the check runs by itself.");
  }

  @Test
  void aStaleStatusThatDoesNotMatchIsToldAsItIs() {
    Verdict verdict = CheckFixture.of(FIVE_READY).verdictOn(front(4, 3, 2));
    assertThat(CheckFixture.sentences(verdict))
        .containsExactly(
            "Deployment \"front\": status.readyReplicas is 2, expected self.readyReplicas == 5");
  }

  @Test
  void aStatusThatHasCaughtUpCounts() {
    assertThat(CheckFixture.of(FIVE_READY).verdictOn(front(4, 4, 5)))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void aCheckThatReadsTheSpecAloneNeedsNoStatus() {
    assertThat(CheckFixture.of(DEPLOYMENT + "spec: {replicas: 5}").verdictOn(front(4, 3, 5)))
        .isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expect | absent | status: {phase: ok}                    | Undecided",
        "count  | 0      | status: {phase: ok}                    | Undecided",
        "count  | <1     | status: {phase: ok}                    | Undecided",
        "count  | <2     | status: {phase: ok}                    | Passed",
        "count  | 1      | status: {phase: ok}                    | Undecided",
        "expect | absent | status: {phase: failed}                | Undecided",
        "expect | absent | (object.status.phase == \"failed\"): true | Undecided",
        "expect | absent | spec: {size: 1, (object.status.phase == \"failed\"): true} | Undecided",
        // whatever the status will be, the size is another one
        "expect | absent | {spec: {size: 2}, status: {phase: ok}} | Passed",
        "count  | 0      | {spec: {size: 2}, status: {phase: ok}} | Passed",
        // an object that matches by its spec alone is there
        "expect | absent | spec: {size: 1}                        | Failed",
      })
  void aStaleStatusNeitherProvesPresenceNorAbsence(
      String attribute, String value, String pattern, String verdict) {
    String stale =
        """
        metadata: {name: db, generation: 2}
        spec: {size: 1}
        status: {observedGeneration: 1, phase: ok}
        """;
    String body = pattern.startsWith("{") ? flat(pattern) : pattern;
    assertThat(CheckFixture.of(DATABASE + body, Map.of(attribute, value)).verdictOn(stale))
        .extracting(one -> one.getClass().getSimpleName())
        .isEqualTo(verdict);
  }

  @Test
  void whatMatchesForSureFailsAnAbsenceWhateverAStaleStatusSays() {
    var absent = CheckFixture.of(DATABASE + "status: {phase: failed}", Map.of("expect", "absent"));
    assertThat(
            absent.verdictOn(
                "metadata: {name: a, generation: 2}\nstatus: {observedGeneration: 1, phase: ok}",
                "metadata: {name: b, generation: 2}\n"
                    + "status: {observedGeneration: 2, phase: failed}"))
        .isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conditions: [{type: Ready, status: \"True\"}]                                | Undecided",
        "(self.conditions.exists(c, c.type == \"Ready\" && c.status == \"True\")): true |"
            + " Undecided",
        "(self.conditions.all(c, c.status == \"True\")): true                         | Undecided",
        "conditions: [{type: Synced, status: \"True\"}]                               | Passed",
        "phase: ok                                                                    | Passed",
      })
  void aConditionThatIsOlderThanTheObjectProvesNothing(String status, String verdict) {
    String object =
        """
        metadata: {name: db, generation: 2}
        status:
          phase: ok
          conditions:
          - {type: Ready, status: "True", observedGeneration: 1}
          - {type: Synced, status: "True", observedGeneration: 2}
        """;
    assertThat(
            CheckFixture.of(DATABASE + "metadata: {name: db}\nstatus:\n  " + status)
                .verdictOn(object))
        .extracting(one -> one.getClass().getSimpleName())
        .isEqualTo(verdict);
  }

  private static String flat(String map) {
    return map.substring(1, map.length() - 1).replace("}, ", "}\n");
  }

  private static String front(int generation, int observed, int ready) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: front, generation: %d}
    spec: {replicas: 5}
    status: {observedGeneration: %d, readyReplicas: %d, replicas: 5, updatedReplicas: 5}
    """
        .formatted(generation, observed, ready);
  }
}
