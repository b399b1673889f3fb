package dev.deckhand.lesson.adoc.document;

import org.jspecify.annotations.Nullable;

/** An item of a list, or a term or definition in a list of terms. */
public interface ListItemNode extends BlockNode {

  /** The converted text; null for none. */
  @Nullable String text();
}
