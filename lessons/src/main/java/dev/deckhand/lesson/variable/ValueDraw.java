package dev.deckhand.lesson.variable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Draws the values of a lesson's variables. The same seed leads to the same values on every machine
 * and in every version of Java: grades depend on it.
 */
public final class ValueDraw {

  /** The seed of the values that pages show as an example. */
  public static final long EXAMPLE_SEED = 0;

  /** The largest seed. */
  public static final long MAX_SEED = 999_999_999;

  private ValueDraw() {}

  /** Draws a seed for a learner, from 1 to {@link #MAX_SEED}. */
  public static long randomSeed(RandomGenerator random) {
    return random.nextLong(1, MAX_SEED + 1);
  }

  /**
   * The values for a seed, in the order of the variables. A variable's value doesn't depend on
   * other groups, so a variable that is added doesn't change the others.
   *
   * @param lesson the lesson's id: in another lesson, the same seed leads to other values
   */
  public static List<DrawnValue> draw(List<VariableGroup> groups, String lesson, long seed) {
    var drawn = new ArrayList<DrawnValue>();
    for (VariableGroup group : groups) {
      // of the remaining values one is drawn each time, so that no two are equal
      var taken = new TreeSet<Long>();
      for (String name : group.names()) {
        long index = index(lesson, seed, name, group.domain().size() - taken.size());
        for (long other : taken) {
          if (other <= index) {
            index++;
          }
        }
        taken.add(index);
        drawn.add(new DrawnValue(name, group.domain().at(index)));
      }
    }
    return List.copyOf(drawn);
  }

  /** The first values of all; in a group, one after the other. */
  public static List<DrawnValue> lowest(List<VariableGroup> groups) {
    var drawn = new ArrayList<DrawnValue>();
    for (VariableGroup group : groups) {
      for (int i = 0; i < group.names().size(); i++) {
        drawn.add(new DrawnValue(group.names().get(i), group.domain().at(i)));
      }
    }
    return List.copyOf(drawn);
  }

  /** The last values of all; in a group, one before the other. */
  public static List<DrawnValue> highest(List<VariableGroup> groups) {
    var drawn = new ArrayList<DrawnValue>();
    for (VariableGroup group : groups) {
      long last = group.domain().size() - 1;
      for (int i = 0; i < group.names().size(); i++) {
        drawn.add(new DrawnValue(group.names().get(i), group.domain().at(last - i)));
      }
    }
    return List.copyOf(drawn);
  }

  /** A number below a bound: 256 bits of a hash, so that the remainder favors none noticeably. */
  private static long index(String lesson, long seed, String name, long bound) {
    String text = "deckhand-values-1\n" + lesson + "\n" + seed + "\n" + name;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).mod(BigInteger.valueOf(bound)).longValueExact();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
