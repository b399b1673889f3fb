package dev.deckhand.check.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BipartiteMatchingTest {

  @Test
  void asManyArePlacedAsCanBe() {
    var random = new Random(11);
    for (int round = 0; round < 2000; round++) {
      int actual = random.nextInt(6);
      List<BitSet> fitting = new ArrayList<>();
      for (int i = 0; i < random.nextInt(6); i++) {
        fitting.add(some(random, actual));
      }

      int[] partners = BipartiteMatching.of(fitting, actual);

      int[] placed = IntStream.of(partners).filter(p -> p != BipartiteMatching.UNMATCHED).toArray();
      assertThat(placed).doesNotHaveDuplicates().hasSize(best(fitting, 0, new BitSet()));
      for (int i = 0; i < partners.length; i++) {
        assertThat(partners[i] == BipartiteMatching.UNMATCHED || fitting.get(i).get(partners[i]))
            .isTrue();
      }
    }
  }

  private static BitSet some(Random random, int actual) {
    var bits = new BitSet();
    IntStream.range(0, actual).filter(j -> random.nextInt(3) == 0).forEach(bits::set);
    return bits;
  }

  /** By trying all. */
  private static int best(List<BitSet> fitting, int from, BitSet taken) {
    if (from == fitting.size()) {
      return 0;
    }
    int most = best(fitting, from + 1, taken);
    for (int j : fitting.get(from).stream().filter(j -> !taken.get(j)).toArray()) {
      taken.set(j);
      most = Math.max(most, 1 + best(fitting, from + 1, taken));
      taken.clear(j);
    }
    return most;
  }

  @Test
  void aLongChainOfSwapsDoesNotOverflow() {
    // each may have its own or the one before; the last may only have the very first
    List<BitSet> fitting = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      var bits = new BitSet();
      bits.set(i);
      bits.set(i + 1);
      fitting.add(bits);
    }
    var only = new BitSet();
    only.set(0);
    fitting.add(only);

    assertThat(BipartiteMatching.of(fitting, 3001)).doesNotContain(BipartiteMatching.UNMATCHED);
  }
}
