package dev.deckhand.workshop.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardedForTest {

  @Test
  void withoutAProxyTheHeaderSaysNothing() {
    assertThat(new ForwardedFor(false).client("10.0.0.1", List.of("6.6.6.6")))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void behindAProxyOnlyWhatThatProxyAddedCounts() {
    var rule = new ForwardedFor(true);
    assertThat(rule.client("10.0.0.1", List.of("6.6.6.6, 192.0.2.7"))).isEqualTo("192.0.2.7");
    assertThat(rule.client("10.0.0.1", List.of("6.6.6.6", "2001:db8::7"))).isEqualTo("2001:db8::7");
    assertThat(rule.client("10.0.0.1", List.of("6.6.6.6, "))).isEqualTo("10.0.0.1");
    assertThat(rule.client("10.0.0.1", List.of("not an address"))).isEqualTo("10.0.0.1");
    assertThat(rule.client("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
  }
}
