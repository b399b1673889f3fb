package dev.deckhand.workshop.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConnectionCountTest {

  @Test
  void oneAddressDoesNotTakeAllConnections() {
    var count = new ConnectionCount(3, 2);
    assertThat(count.add("a")).isTrue();
    assertThat(count.add("a")).isTrue();
    assertThat(count.add("a")).isFalse();
    assertThat(count.add("b")).isTrue();
    assertThat(count.add("c")).isFalse();
    count.remove("a");
    assertThat(count.add("c")).isTrue();
    assertThat(count.all()).isEqualTo(3);
  }

  @Test
  void whatWasNotCountedCannotEnd() {
    var count = new ConnectionCount(3, 2);
    assertThatThrownBy(() -> count.remove("a")).isInstanceOf(IllegalStateException.class);
  }
}
