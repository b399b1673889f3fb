package dev.deckhand.lesson.adoc.parser;

import dev.deckhand.lesson.adoc.document.ListItemNode;
import org.jspecify.annotations.Nullable;

/** An item of a list, a term or a definition. */
final class ParsedListItem extends ParsedBlock implements ListItemNode {

  private @Nullable String source;
  private @Nullable String text;

  ParsedListItem(ParsedBlock list, @Nullable String source) {
    super(list, "list_item");
    this.source = source;
  }

  @Nullable String source() {
    return source;
  }

  void source(String changed) {
    source = changed;
  }

  boolean hasText() {
    return source != null && !source.isEmpty();
  }

  void convert(InlineConverter inlines) {
    text = source == null || source.isEmpty() ? null : inlines.convert(source);
  }

  /** Makes the first block, a paragraph, the end of the text. */
  void foldFirst() {
    String first = String.join("\n", parsed().removeFirst().lines());
    source = source == null || source.isEmpty() ? first : source + "\n" + first;
  }

  @Override
  public @Nullable String text() {
    return text;
  }
}
