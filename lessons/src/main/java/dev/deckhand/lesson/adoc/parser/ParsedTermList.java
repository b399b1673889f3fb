package dev.deckhand.lesson.adoc.parser;

import dev.deckhand.lesson.adoc.document.TermListNode;
import java.util.ArrayList;
import java.util.List;

/** A list of terms. */
final class ParsedTermList extends ParsedBlock implements TermListNode {

  private final List<Entry> entries = new ArrayList<>();

  ParsedTermList(ParsedBlock parent) {
    super(parent, "dlist");
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  @Override
  public List<Entry> entries() {
    return List.copyOf(entries);
  }
}
