package dev.deckhand.lesson.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ValueDrawTest {

  private static final List<VariableGroup> GROUPS =
      VariableParser.parse("app=word, port+spare=8100..8999, reply=204|404").groups();

  /** Grades that were given depend on these values: they must never change. */
  @Test
  void aSeedLeadsToTheSameValuesForever() {
    assertThat(ValueDraw.draw(GROUPS, "containers/publish", 4711))
        .extracting(value -> value.name() + "=" + value.value())
        .containsExactly("app=long-pebble", "port=8441", "spare=8399", "reply=204");
    assertThat(ValueDraw.draw(GROUPS, "containers/publish", 0))
        .extracting(DrawnValue::value)
        .containsExactly("rustic-heron", "8370", "8448", "204");
  }

  @Test
  void otherSeedsAndOtherLessonsHaveOtherValues() {
    assertThat(ValueDraw.draw(GROUPS, "a/b", 1))
        .isNotEqualTo(ValueDraw.draw(GROUPS, "a/b", 2))
        .isNotEqualTo(ValueDraw.draw(GROUPS, "a/c", 1));
  }

  @Test
  void anAddedVariableLeavesTheOthersAsTheyWere() {
    List<VariableGroup> more = VariableParser.parse("zeal=1..9, reply=204|404").groups();
    for (long seed = 0; seed < 50; seed++) {
      assertThat(ValueDraw.draw(more, "a/b", seed).getLast())
          .isEqualTo(ValueDraw.draw(GROUPS, "a/b", seed).getLast());
    }
  }

  @Test
  void variablesOfOneGroupAreNeverEqual() {
    List<VariableGroup> all = VariableParser.parse("a+b+c+d=1..4").groups();
    for (long seed = 0; seed < 500; seed++) {
      assertThat(ValueDraw.draw(all, "a/b", seed))
          .extracting(DrawnValue::value)
          .containsExactlyInAnyOrder("1", "2", "3", "4");
    }
  }

  @Test
  void allValuesAreAboutEquallyLikely() {
    List<VariableGroup> die = VariableParser.parse("die=1..6").groups();
    Map<String, Integer> counts = new HashMap<>();
    LongStream.range(0, 6000)
        .forEach(seed ->
            counts.merge(ValueDraw.draw(die, "a/b", seed).getFirst().value(), 1, Integer::sum));
    // seven standard deviations around 1000
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allMatch(count -> count > 800 && count < 1200);
  }

  @Test
  void theExtremesAreTheFirstAndTheLastValues() {
    assertThat(ValueDraw.lowest(GROUPS))
        .extracting(DrawnValue::value)
        .containsExactly("amber-acorn", "8100", "8101", "204");
    assertThat(ValueDraw.highest(GROUPS))
        .extracting(DrawnValue::value)
        .containsExactly("young-willow", "8999", "8998", "404");
  }

  @Test
  void allWordPairsAreDifferentNamesForDockerAndKubernetes() {
    var words = new ValueDomain.WordPairs();
    assertThat(LongStream.range(0, words.size()).mapToObj(words::at))
        .hasSize(4096)
        .doesNotHaveDuplicates()
        .allMatch(word -> word.matches("[a-z]+-[a-z]+") && word.length() <= 63);
  }

  @Test
  void aLearnersSeedIsNeverThatOfTheExample() {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      assertThat(ValueDraw.randomSeed(random)).isBetween(1L, ValueDraw.MAX_SEED);
    }
  }
}
