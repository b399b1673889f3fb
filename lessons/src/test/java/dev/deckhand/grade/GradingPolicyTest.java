package dev.deckhand.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradingPolicyTest {

  private static final GradingPolicy POLICY = new GradingPolicy(5, 50, 10, Duration.ofMinutes(15));

  @Test
  void helpCostsItsShare() {
    assertThat(POLICY.deductions(0, 0, Duration.ZERO)).isEmpty();
    assertThat(POLICY.deductions(1, 2, Duration.ofDays(-1)))
        .containsExactly(new Deduction("1 hint", 5), new Deduction("2 solutions shown", 100));
    assertThat(POLICY.deductions(Integer.MAX_VALUE, 0, Duration.ZERO))
        .containsExactly(new Deduction("2147483647 hints", 100));
  }

  @Test
  void aDayThatHasBegunCounts() {
    assertThat(POLICY.deductions(0, 0, Duration.ofMinutes(15))).isEmpty();
    assertThat(POLICY.deductions(0, 0, Duration.ofMinutes(16)))
        .containsExactly(new Deduction("1 day late", 10));
    assertThat(POLICY.deductions(0, 0, Duration.ofDays(1)))
        .containsExactly(new Deduction("1 day late", 10));
    assertThat(POLICY.deductions(0, 0, Duration.ofDays(1).plusSeconds(1)))
        .containsExactly(new Deduction("2 days late", 20));
    assertThat(POLICY.deductions(0, 0, Duration.ofDays(365)))
        .containsExactly(new Deduction("365 days late", 100));
  }

  @Test
  void whatCostsNothingIsNotNamed() {
    assertThat(GradingPolicy.FREE.deductions(3, 3, Duration.ofDays(3))).isEqualTo(List.of());
  }

  @Test
  void costsArePercents() {
    assertThatThrownBy(() -> new GradingPolicy(101, 0, 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GradingPolicy(0, 0, -1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GradingPolicy(0, 0, 0, Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
