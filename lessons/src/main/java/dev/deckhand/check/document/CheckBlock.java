package dev.deckhand.check.document;

import dev.deckhand.check.diagnostic.SourcePosition;
import java.util.Map;
import java.util.Set;

/**
 * A {@code check} or {@code answer} block, as it stands in a lesson.
 *
 * @param id unique in its lesson: the step's number and the block's own, {@code 2.1}
 * @param title the block's title, empty for none
 * @param attributes what the author wrote after {@code [source.check,yaml,}: {@code within=60s};
 *     AsciiDoc's own attributes are passed over
 * @param options those with a percent sign: {@code keep}
 * @param place where the block begins
 * @param body the lines between the delimiters
 * @param bodyPlace where the first line of the body stands
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
