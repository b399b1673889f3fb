package dev.deckhand.workshop.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TryLimitTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private final TryLimit limit =
      new TryLimit(
          3,
          10,
          Duration.ofMinutes(1),
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void anAddressHasSoManyTriesInATime() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.allows("a")).isTrue();
      limit.failed("a");
    }
    assertThat(limit.allows("a")).isFalse();
    assertThat(limit.allows("b")).isTrue();
    now = now.plusSeconds(61);
    assertThat(limit.allows("a")).isTrue();
  }

  @Test
  void allAddressesTogetherHaveABound() {
    for (int i = 0; i < 10; i++) {
      limit.failed("address " + i);
    }
    assertThat(limit.allows("another")).isFalse();
    now = now.plusSeconds(61);
    assertThat(limit.allows("another")).isTrue();
  }

  @Test
  void aClockThatGoesBackLocksNobodyOutForGood() {
    for (int i = 0; i < 3; i++) {
      limit.failed("a");
    }
    now = now.minusSeconds(3600);
    assertThat(limit.allows("a")).isTrue();
  }
}
