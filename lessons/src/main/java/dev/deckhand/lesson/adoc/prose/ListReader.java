package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.ListItemNode;
import dev.deckhand.lesson.adoc.document.TermListNode;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists of all kinds, with nested blocks. */
public final class ListReader {

  private final DiagnosticCollector diagnostics;
  private final ProseReader prose;

  public ListReader(DiagnosticCollector diagnostics, ProseReader prose) {
    this.diagnostics = diagnostics;
    this.prose = prose;
  }

  Block bullets(BlockNode list) {
    boolean numbered = !list.context().equals("ulist");
    var items = new ArrayList<List<Block>>();
    for (BlockNode node : list.blocks()) {
      items.add(item((ListItemNode) node));
    }
    return new Block.Bullets(numbered, items);
  }

  Block terms(BlockNode list) {
    var terms = new ArrayList<Block.Term>();
    for (TermListNode.Entry entry : ((TermListNode) list).entries()) {
      var words = new ArrayList<Inline>();
      for (ListItemNode term : entry.terms()) {
        if (!words.isEmpty()) {
          words.add(new Inline.Words(", "));
        }
        words.addAll(text(term));
      }
      terms.add(new Block.Term(words, item(entry.definition())));
    }
    return new Block.Terms(terms);
  }

  /** The text of an item, without nested blocks. */
  public List<Inline> text(ListItemNode item) {
    diagnostics.setCurrentLine(item.line());
    return prose.inlines().read(item.text());
  }

  private List<Block> item(@Nullable ListItemNode item) {
    if (item == null) {
      return List.of();
    }
    var blocks = new ArrayList<Block>();
    List<Inline> text = text(item);
    if (!text.isEmpty()) {
      blocks.add(new Block.Paragraph(withCheckbox(item, text)));
    }
    blocks.addAll(prose.read(item.blocks()));
    return blocks;
  }

  /** A checklist that isn't a quiz shows its boxes. */
  private static List<Inline> withCheckbox(ListItemNode item, List<Inline> text) {
    if (!item.attributes().containsKey("checkbox")) {
      return text;
    }
    var marked = new ArrayList<Inline>();
    marked.add(new Inline.Words(item.attributes().containsKey("checked") ? "[x] " : "[ ] "));
    marked.addAll(text);
    return marked;
  }
}
