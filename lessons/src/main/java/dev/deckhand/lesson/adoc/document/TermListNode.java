package dev.deckhand.lesson.adoc.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of terms. */
public interface TermListNode extends BlockNode {

  /** The entries, in order. */
  List<Entry> entries();

  /**
   * Terms that share a definition.
   *
   * @param definition null for none
   */
  record Entry(List<ListItemNode> terms, @Nullable ListItemNode definition) {
    public Entry {
      terms = List.copyOf(terms);
    }
  }
}
