package dev.deckhand.lesson.variable;

import java.util.List;

/**
 * What differs between learners in a lesson: names and numbers that are drawn from a seed.
 *
 * @param variables empty for a lesson that's the same for all
 * @param seed that the values were drawn from, 0 to 999,999,999; {@link ValueDraw#EXAMPLE_SEED} for
 *     the lesson as it's compiled and published
 * @param values of this lesson, in the order of the variables
 * @param source the lines of the lesson's file, from which it's read again with other values; empty
 *     if there are no variables
 * @param pictures the same for all learners: the names of their images, and diagrams as ASCII art
 */
public record LessonVariation(
    List<VariableGroup> variables,
    long seed,
    List<DrawnValue> values,
    List<String> source,
    List<PictureReference> pictures) {

  /** The same for all learners. */
  public static final LessonVariation NONE =
      new LessonVariation(List.of(), ValueDraw.EXAMPLE_SEED, List.of(), List.of(), List.of());

  public LessonVariation {
    variables = List.copyOf(variables);
    values = List.copyOf(values);
    source = List.copyOf(source);
    pictures = List.copyOf(pictures);
    if (variables.isEmpty() != source.isEmpty()) {
      throw new IllegalArgumentException("the lines of the file are for drawing values");
    }
  }

  /** The same with other values. */
  public LessonVariation withValues(long newSeed, List<DrawnValue> newValues) {
    return new LessonVariation(variables, newSeed, newValues, source, pictures);
  }

  /** Whether there is nothing to draw. */
  public boolean isNone() {
    return variables.isEmpty();
  }
}
