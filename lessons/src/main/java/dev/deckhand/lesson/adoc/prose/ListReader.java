package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.adoc.source.BlockLines;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.DescriptionList;
import org.asciidoctor.ast.DescriptionListEntry;
import org.asciidoctor.ast.ListItem;
import org.asciidoctor.ast.StructuralNode;
import org.jspecify.annotations.Nullable;

/** Reads lists of all kinds, with nested blocks. */
public final class ListReader {

  private final DiagnosticCollector diagnostics;
  private final ProseReader prose;

  public ListReader(DiagnosticCollector diagnostics, ProseReader prose) {
    this.diagnostics = diagnostics;
    this.prose = prose;
  }

  Block bullets(StructuralNode list) {
    boolean numbered = !list.getContext().equals("ulist");
    var items = new ArrayList<List<Block>>();
    for (StructuralNode node : list.getBlocks()) {
      items.add(item((ListItem) node));
    }
    return new Block.Bullets(numbered, items);
  }

  Block terms(StructuralNode list) {
    var terms = new ArrayList<Block.Term>();
    for (DescriptionListEntry entry : ((DescriptionList) list).getItems()) {
      var words = new ArrayList<Inline>();
      for (ListItem term : entry.getTerms()) {
        if (!words.isEmpty()) {
          words.add(new Inline.Words(", "));
        }
        words.addAll(text(term));
      }
      terms.add(new Block.Term(words, item(entry.getDescription())));
    }
    return new Block.Terms(terms);
  }

  /** The text of an item, without nested blocks. */
  public List<Inline> text(ListItem item) {
    diagnostics.setCurrentLine(BlockLines.startOf(item));
    return item.hasText() ? prose.inlines().read(item.getText()) : List.of();
  }

  private List<Block> item(@Nullable ListItem item) {
    if (item == null) {
      return List.of();
    }
    var blocks = new ArrayList<Block>();
    List<Inline> text = text(item);
    if (!text.isEmpty()) {
      blocks.add(new Block.Paragraph(withCheckbox(item, text)));
    }
    blocks.addAll(prose.read(item.getBlocks()));
    return blocks;
  }

  /** A checklist that isn't a quiz shows its boxes. */
  private static List<Inline> withCheckbox(ListItem item, List<Inline> text) {
    if (!item.hasAttribute("checkbox")) {
      return text;
    }
    var marked = new ArrayList<Inline>();
    marked.add(new Inline.Words(item.hasAttribute("checked") ? "[x] " : "[ ] "));
    marked.addAll(text);
    return marked;
  }
}
