package dev.deckhand.lesson.adoc.document;

import java.util.List;

/** A parsed file. */
public interface DocumentNode {

  /** Whether the file begins with a title. */
  boolean hasTitle();

  /** The converted title; that of the first section if there is none of its own. */
  String title();

  /** An attribute's value, with HTML's characters escaped; empty if it has none. */
  String attribute(String name);

  /** The blocks at the top level. */
  List<BlockNode> blocks();
}
