package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.asciidoctor.ast.StructuralNode;

/** Reads AsciiDoc's blocks into prose. What it cannot show becomes a finding. */
final class ProseReader {

  private static final int DEEPEST = 12;

  private final Ledger ledger;
  private final InlineReader inlines;
  private final ListReader lists;
  private final Roles roles;
  private final PictureReader pictures;
  private int depth;

  ProseReader(Ledger ledger, Pictures pictures) {
    this.ledger = ledger;
    this.roles = new Roles(ledger);
    this.inlines = new InlineReader(ledger);
    this.pictures = new PictureReader(ledger, inlines, pictures);
    this.lists = new ListReader(ledger, this);
  }

  InlineReader inlines() {
    return inlines;
  }

  /** Reads blocks one after the other. */
  List<Block> read(List<? extends StructuralNode> nodes) {
    var blocks = new ArrayList<Block>();
    nodes.forEach(node -> blocks.addAll(read(node)));
    return List.copyOf(blocks);
  }

  /** Reads one block, on which no mark is looked for: none, one or several pieces of prose. */
  List<Block> read(StructuralNode node) {
    roles.outOfPlace(node);
    return show(node);
  }

  /** Reads one block whose mark has been read. */
  List<Block> show(StructuralNode node) {
    int line = Lines.of(node);
    if (line > 0) {
      ledger.reading(line);
    }
    if (depth >= DEEPEST) {
      ledger.error(ledger.here(), "This is nested too deep to be shown.", "Stay within 12 levels.");
      return List.of();
    }
    depth++;
    try {
      return shown(node);
    } finally {
      depth--;
    }
  }

  /** Reads what a marked block holds: the blocks inside where it is a mere container. */
  List<Block> readContent(StructuralNode node) {
    return switch (node.getContext()) {
      case "open", "example", "sidebar" -> titled(node, inside(node));
      default -> show(node);
    };
  }

  private List<Block> shown(StructuralNode node) {
    return switch (node.getContext()) {
      case "paragraph" -> {
        lostHeading(node);
        yield titled(node, paragraph(node));
      }
      case "section" -> section(node);
      case "floating_title" -> List.of(heading(node));
      case "listing", "literal", "stem" -> listing(node);
      case "ulist", "olist", "colist" -> titled(node, List.of(lists.bullets(node)));
      case "dlist" -> titled(node, List.of(lists.terms(node)));
      case "table" -> List.of(new TableReader(ledger, this).read(node));
      case "admonition" -> List.of(new Block.Admonition(tone(node), titled(node, inside(node))));
      case "quote", "verse" -> titled(node, List.of(quote(node)));
      case "sidebar" -> List.of(new Block.Quote(titled(node, inside(node)), ""));
      case "example", "open", "preamble" -> titled(node, inside(node));
      case "image" -> List.of(pictures.image(node));
      case "thematic_break" -> List.of(new Block.Rule());
      case "page_break", "toc", "comment" -> List.of();
      default -> unknown(node);
    };
  }

  private void lostHeading(StructuralNode node) {
    if (Lines.source(node).stream().anyMatch(line -> line.matches("={2,6}\\s.*"))) {
      ledger.error(
          ledger.here(),
          "A heading stands inside another block, and is not read as one.",
          "Put it outside, with an empty line before it.");
    }
  }

  private List<Block> unknown(StructuralNode node) {
    ledger.error(
        ledger.here(),
        "A lesson cannot show a block of the kind \"" + node.getContext() + "\".",
        "Say it in paragraphs, lists, tables, listings, admonitions or images.");
    return List.of();
  }

  private List<Block> inside(StructuralNode node) {
    return node.getBlocks().isEmpty() ? paragraph(node) : read(node.getBlocks());
  }

  private List<Block> paragraph(StructuralNode node) {
    Object content = node.getContent();
    List<Inline> text = inlines.read(content instanceof String markup ? markup : null);
    return text.isEmpty() ? List.of() : List.of(new Block.Paragraph(text));
  }

  private List<Block> section(StructuralNode node) {
    var blocks = new ArrayList<Block>();
    blocks.add(heading(node));
    blocks.addAll(read(node.getBlocks()));
    return blocks;
  }

  Block heading(StructuralNode node) {
    return new Block.Heading(Math.max(1, node.getLevel() - 1), inlines.read(node.getTitle()));
  }

  private List<Block> listing(StructuralNode node) {
    List<String> lines = Lines.source(node);
    if (node.hasRole("run")) {
      return titled(node, RunReader.read(lines));
    }
    if (node.hasRole(Role.DRAWN.word())) {
      pictures.letters(node);
      return List.of();
    }
    if (node.hasRole(Role.DIAGRAM.word())) {
      return List.of(pictures.diagram(node));
    }
    Object language = node.getAttribute("language", "", false);
    return List.of(
        new Block.Listing(inlines.plain(node.getTitle()), Objects.toString(language, ""), lines));
  }

  private Block quote(StructuralNode node) {
    String source =
        List.of("attribution", "citetitle").stream()
            .map(name -> inlines.plain(Objects.toString(node.getAttribute(name, "", false), "")))
            .filter(part -> !part.isEmpty())
            .reduce((who, where) -> who + ", " + where)
            .orElse("");
    return new Block.Quote(node.getContext().equals("verse") ? verse(node) : inside(node), source);
  }

  private List<Block> verse(StructuralNode node) {
    var content = new ArrayList<Inline>();
    for (String line : String.valueOf(node.getContent()).split("\n", -1)) {
      if (!content.isEmpty()) {
        content.add(new Inline.Break());
      }
      content.addAll(inlines.read(line));
    }
    return List.of(new Block.Paragraph(content));
  }

  private static Block.Tone tone(StructuralNode node) {
    return Block.Tone.valueOf(
        Objects.toString(node.getAttribute("name", "note"), "note").toUpperCase(Locale.ROOT));
  }

  private List<Block> titled(StructuralNode node, List<Block> blocks) {
    String title = inlines.plain(node.getTitle());
    if (title.isEmpty() || node.getContext().equals("preamble")) {
      return blocks;
    }
    var all = new ArrayList<Block>();
    all.add(new Block.Paragraph(List.of(new Inline.Strong(List.of(new Inline.Words(title))))));
    all.addAll(blocks);
    return all;
  }
}
