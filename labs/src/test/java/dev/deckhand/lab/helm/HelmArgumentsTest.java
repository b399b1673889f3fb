package dev.deckhand.lab.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelmArgumentsTest {

  private static HelmArguments line(String typed) {
    return HelmArguments.of(List.of(typed.split(" ")));
  }

  @Test
  void flagsMayStandAnywhereInEitherForm() {
    HelmArguments line = line("install -n shop web ./web --set=replicas=2 --wait --timeout 1m30s");

    assertThat(line.positionals()).containsExactly("install", "web", "./web");
    assertThat(line.value("namespace")).contains("shop");
    assertThat(line.hasFlag("wait")).isTrue();
    assertThat(line.timeoutSeconds(300)).isEqualTo(90);
  }

  @Test
  void aCommaPartsTwoAssignments() {
    assertThat(line("upgrade a b --set x=1,y.z=two --set q={a,b}").assignments("set"))
        .containsEntry("x", "1")
        .containsEntry("y.z", "two")
        .containsEntry("q", "{a,b}");
  }

  @Test
  void aFlagThatNobodyKnowsIsNamedWithTheRemedy() {
    assertThatThrownBy(() -> line("install a b --post-renderer x"))
        .isInstanceOf(HelmCommandException.class)
        .hasMessageContaining("--post-renderer")
        .hasMessageContaining("install helm");
  }
}
