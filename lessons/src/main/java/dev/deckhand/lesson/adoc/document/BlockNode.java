package dev.deckhand.lesson.adoc.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block of a parsed file. Two nodes are equal only if they are the same. */
public interface BlockNode {

  /** What kind of block it is, in Asciidoctor's words, as {@code paragraph} and {@code ulist}. */
  String context();

  /** The style; null for none. */
  @Nullable String style();

  /** The converted title; null for none. */
  @Nullable String title();

  /** The level of a section. */
  int level();

  /** The line of the block in the file; 0 if it isn't known. */
  int line();

  /** The attributes, by name; those that are given without a name by their positions from 1. */
  Map<String, String> attributes();

  /** The roles, in order. */
  List<String> roles();

  /** The blocks inside; the items of a list. */
  List<BlockNode> blocks();

  /** The converted text of a block that has no blocks inside. */
  @Nullable String content();

  /** The lines of a paragraph or a verbatim block, as they are in the file. */
  List<String> lines();

  /** The block that contains it; null if that is no block. */
  @Nullable BlockNode parent();

  /** An attribute's value; empty if the block doesn't have it. */
  default String attribute(String name) {
    return attributes().getOrDefault(name, "");
  }

  default boolean hasRole(String role) {
    return roles().contains(role);
  }
}
