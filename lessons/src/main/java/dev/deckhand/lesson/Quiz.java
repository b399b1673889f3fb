package dev.deckhand.lesson;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A question with choices, of which one or more are right.
 *
 * @param id unique in its lesson
 * @param title the question
 */
public record Quiz(String id, String title, List<Choice> choices, SourcePosition place) {
  public Quiz {
    choices = List.copyOf(choices);
    if (choices.stream().noneMatch(Choice::right)) {
      throw new IllegalArgumentException(place + ": a quiz has at least one right choice");
    }
  }

  /** The numbers of the right choices, counted from 1. */
  public Set<Integer> rightChoices() {
    return IntStream.rangeClosed(1, choices.size())
        .filter(number -> choices.get(number - 1).right())
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * One choice.
   *
   * @param explanation shown when it is chosen; may be empty
   */
  public record Choice(List<Inline> content, boolean right, List<Block> explanation) {
    public Choice {
      content = List.copyOf(content);
      explanation = List.copyOf(explanation);
    }
  }
}
