package dev.deckhand.workshop.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostRuleTest {

  private final HostRule rule =
      new HostRule(Set.of("Workshop.example", "10.1.2.3", "[fd00:0:0:0:0:0:0:7]"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "workshop.example",
        "WORKSHOP.EXAMPLE:8080",
        "10.1.2.3",
        "10.1.2.3:80",
        "[fd00::7]",
        "[fd00::7]:8080",
        "[FD00:0:0::7]"
      })
  void namesOfTheServerAreAllowedWithAnyPort(String host) {
    assertThat(rule.allows(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "evil.example",
        "workshop.example.evil",
        "xworkshop.example",
        "workshop.example:80:80",
        "workshop.example:",
        "workshop.example:999999",
        "user@workshop.example",
        "workshop.example/x",
        "[fd00::8]",
        "[fd00::7",
        "fd00::7",
        "[workshop.example]",
        "workshop.example\u0000"
      })
  void othersAreNot(String host) {
    assertThat(rule.allows(host)).isFalse();
  }

  @Test
  void noHostIsNotAllowed() {
    assertThat(rule.allows(null)).isFalse();
  }

  @Test
  void onlyNamesOfTheMachineItselfAreLoopback() {
    assertThat(Set.of("localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080"))
        .allMatch(HostRule::isLoopback);
    assertThat(Set.of("localhost.evil", "127.0.0.2", "[::2]", "workshop.example"))
        .noneMatch(HostRule::isLoopback);
  }
}
