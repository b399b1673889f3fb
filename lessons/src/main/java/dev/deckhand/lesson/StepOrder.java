package dev.deckhand.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * An order of a lesson's steps.
 *
 * @param written for each place, the number of its step in the lesson's file, counted from 1
 */
public record StepOrder(List<Integer> written) {

  public StepOrder {
    written = List.copyOf(written);
    if (!written.stream().sorted().toList().equals(numbers(written.size()))) {
      throw new IllegalArgumentException("no order of " + written.size() + " steps: " + written);
    }
  }

  /** The order of the file. */
  public static StepOrder asWritten(int steps) {
    return new StepOrder(numbers(steps));
  }

  /** Draws a random order; all are equally likely. */
  public static StepOrder random(int steps, RandomGenerator random) {
    var drawn = new ArrayList<>(numbers(steps));
    for (int last = steps - 1; last > 0; last--) {
      Collections.swap(drawn, last, random.nextInt(last + 1));
    }
    return new StepOrder(drawn);
  }

  /** The same order for a lesson whose number of steps has changed: new steps come last. */
  public StepOrder resizedTo(int steps) {
    var fitted = new ArrayList<>(written.stream().filter(number -> number <= steps).toList());
    IntStream.rangeClosed(written.size() + 1, steps).forEach(fitted::add);
    return new StepOrder(fitted);
  }

  /** The number in the file of the step at a place; the place itself if it is unknown. */
  public int numberAt(int place) {
    return place >= 1 && place <= written.size() ? written.get(place - 1) : place;
  }

  /** The place of a step by its number in the file; the number itself if it is unknown. */
  public int positionOf(int number) {
    int index = written.indexOf(number);
    return index < 0 ? number : index + 1;
  }

  private static List<Integer> numbers(int steps) {
    return IntStream.rangeClosed(1, steps).boxed().toList();
  }
}
