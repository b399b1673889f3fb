package dev.deckhand.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusFreshnessTest {

  private static final String FIVE_READY =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: front}
      spec: {replicas: 5}
      status:
        (self.readyReplicas == 5): true
      """;

  @Test
  void aStatusOfBeforeTheLastChangeProvesNothing() {
    Verdict verdict = CheckFixture.of(FIVE_READY).verdictOn(front(4, 3));
    assertThat(CheckFixture.sentences(verdict))
        .containsExactly(
            "Deployment \"front\": its status still tells of before the last change, expected one"
                + " that tells of the change");
  }

  @Test
  void aStatusThatHasCaughtUpCounts() {
    assertThat(CheckFixture.of(FIVE_READY).verdictOn(front(4, 4)))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void aCheckThatLooksAtTheSpecAloneNeedsNoStatus() {
    String spec =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: front}
        spec: {replicas: 5}
        """;
    assertThat(CheckFixture.of(spec).verdictOn(front(4, 3))).isInstanceOf(Verdict.Passed.class);
  }

  private static String front(int generation, int observed) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: front, generation: %d}
    spec: {replicas: 5}
    status: {observedGeneration: %d, readyReplicas: 5, replicas: 5, updatedReplicas: 5}
    """
        .formatted(generation, observed);
  }
}
