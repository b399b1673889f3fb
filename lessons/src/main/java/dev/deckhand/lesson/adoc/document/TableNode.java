package dev.deckhand.lesson.adoc.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table. */
public interface TableNode extends BlockNode {

  int columns();

  List<List<Cell>> header();

  List<List<Cell>> body();

  List<List<Cell>> footer();

  /** A cell. */
  interface Cell {

    /** The converted text. */
    String text();

    /** Whether the cell spans several columns or rows. */
    boolean spans();

    /** The blocks of a cell that is a document of its own; null for any other. */
    @Nullable List<BlockNode> blocks();
  }
}
