package dev.deckhand.check.document;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.Map;
import java.util.Set;

/**
 * A {@code check} or {@code answer} block of a lesson, not yet read.
 *
 * @param id unique in its lesson: the number of the step and that of the block, {@code 2.1}
 * @param title the title of the block; empty for none
 * @param attributes those after {@code [source.check,yaml,}: {@code within=60s}; AsciiDoc's own are
 *     ignored
 * @param options the words after a percent sign: {@code keep}
 * @param place the first line of the block
 * @param body the lines between the delimiters
 * @param bodyPlace the first line of the body
 */
public record CheckBlock(
    String id,
    String title,
    Map<String, String> attributes,
    Set<String> options,
    SourcePosition place,
    String body,
    SourcePosition bodyPlace) {
  public CheckBlock {
    attributes = Map.copyOf(attributes);
    options = Set.copyOf(options);
  }
}
