package dev.deckhand.workshop.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list itself: it's long enough, and each entry is run. */
class AttackListTest {

  private static final Set<String> BY_DATA = Set.of("request", "socket", "handshake", "output");

  private static final List<Class<?>> BY_METHOD =
      List.of(MemberAttacksTest.class, LoadAttacksTest.class, ShellAttacksTest.class);

  @Test
  void hasAtLeastSixtyEntriesAndEachOnce() {
    List<String> ids = Attack.all().stream().map(Attack::id).toList();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    assertThat(ids).allSatisfy(id -> assertThat(id).matches("[a-z0-9.{}/-]+"));
  }

  @Test
  void saysWhatIsTriedAndExpected() {
    assertThat(Attack.all())
        .allSatisfy(attack -> {
          assertThat(attack.group()).isNotEmpty();
          assertThat(attack.tries()).isNotEmpty();
          assertThat(attack.expected()).isNotEmpty();
          assertThat(attack.data().has("source")).isTrue();
        });
  }

  @Test
  void namesTheTestOfEachEntryThatIsNoData() {
    List<String> named =
        Attack.all().stream().map(Attack::by).filter(by -> !BY_DATA.contains(by)).toList();
    List<String> methods =
        BY_METHOD.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getName())
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(methods);
  }
}
