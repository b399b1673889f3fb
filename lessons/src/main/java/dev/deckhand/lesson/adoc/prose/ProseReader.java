package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads AsciiDoc's blocks into prose. Unsupported blocks are reported. */
public final class ProseReader {

  private static final int MAX_DEPTH = 12;

  private final DiagnosticCollector diagnostics;
  private final InlineReader inlines;
  private final ListReader lists;
  private final BlockRoleReader blockRoleReader;
  private final PictureReader pictures;
  private int depth;

  public ProseReader(DiagnosticCollector diagnostics, PictureSource pictureSource) {
    this.diagnostics = diagnostics;
    this.blockRoleReader = new BlockRoleReader(diagnostics);
    this.inlines = new InlineReader(diagnostics);
    this.pictures = new PictureReader(diagnostics, inlines, pictureSource);
    this.lists = new ListReader(diagnostics, this);
  }

  public InlineReader inlines() {
    return inlines;
  }

  /** Reads blocks in order. */
  public List<Block> read(List<? extends BlockNode> nodes) {
    var blocks = new ArrayList<Block>();
    nodes.forEach(node -> blocks.addAll(read(node)));
    return List.copyOf(blocks);
  }

  /** Reads a block that must not have a role, into any number of blocks of prose. */
  public List<Block> read(BlockNode node) {
    blockRoleReader.checkNested(node);
    return readMarked(node);
  }

  /** Reads a block whose role has been read. */
  public List<Block> readMarked(BlockNode node) {
    int line = node.line();
    if (line > 0) {
      diagnostics.setCurrentLine(line);
    }
    if (depth >= MAX_DEPTH) {
      diagnostics.error("This is nested too deep to be shown.", "Stay within 12 levels.");
      return List.of();
    }
    depth++;
    try {
      return convert(node);
    } finally {
      depth--;
    }
  }

  /** Reads the content of a block with a role: the blocks inside if it is a container. */
  public List<Block> readContent(BlockNode node) {
    return switch (node.context()) {
      case "open", "example", "sidebar" -> withTitle(node, children(node));
      default -> readMarked(node);
    };
  }

  private List<Block> convert(BlockNode node) {
    return switch (node.context()) {
      case "paragraph" -> {
        checkLostHeading(node);
        yield withTitle(node, paragraph(node));
      }
      case "section" -> section(node);
      case "floating_title" -> List.of(heading(node));
      case "listing", "literal", "stem" -> listing(node);
      case "ulist", "olist", "colist" -> withTitle(node, List.of(lists.bullets(node)));
      case "dlist" -> withTitle(node, List.of(lists.terms(node)));
      case "table" -> List.of(new TableReader(diagnostics, this).read(node));
      case "admonition" ->
          List.of(new Block.Admonition(tone(node), withTitle(node, children(node))));
      case "quote", "verse" -> withTitle(node, List.of(quote(node)));
      case "sidebar" -> List.of(new Block.Quote(withTitle(node, children(node)), ""));
      case "example", "open", "preamble" -> withTitle(node, children(node));
      case "image" -> List.of(pictures.image(node));
      case "thematic_break" -> List.of(new Block.Rule());
      case "page_break", "toc", "comment" -> List.of();
      default -> reportUnknown(node);
    };
  }

  private void checkLostHeading(BlockNode node) {
    if (node.lines().stream().anyMatch(line -> line.matches("={2,6}\\s.*"))) {
      diagnostics.error(
          "A heading stands inside another block, and is not read as one.",
          "Put it outside, with an empty line before it.");
    }
  }

  private List<Block> reportUnknown(BlockNode node) {
    diagnostics.error(
        "A lesson cannot show a block of the kind \"" + node.context() + "\".",
        "Say it in paragraphs, lists, tables, listings, admonitions or images.");
    return List.of();
  }

  private List<Block> children(BlockNode node) {
    return node.blocks().isEmpty() ? paragraph(node) : read(node.blocks());
  }

  private List<Block> paragraph(BlockNode node) {
    List<Inline> text = inlines.read(node.content());
    return text.isEmpty() ? List.of() : List.of(new Block.Paragraph(text));
  }

  private List<Block> section(BlockNode node) {
    var blocks = new ArrayList<Block>();
    blocks.add(heading(node));
    blocks.addAll(read(node.blocks()));
    return blocks;
  }

  public Block heading(BlockNode node) {
    return new Block.Heading(Math.max(1, node.level() - 1), inlines.read(node.title()));
  }

  private List<Block> listing(BlockNode node) {
    List<String> lines = node.lines();
    if (node.hasRole("run")) {
      return withTitle(node, RunBlockReader.read(lines));
    }
    if (node.hasRole(BlockRole.DRAWN.keyword())) {
      pictures.checkAsciiArt(node);
      return List.of();
    }
    if (node.hasRole(BlockRole.DIAGRAM.keyword())) {
      return List.of(pictures.diagram(node));
    }
    return List.of(
        new Block.Listing(inlines.plainText(node.title()), node.attribute("language"), lines));
  }

  private Block quote(BlockNode node) {
    String source =
        List.of("attribution", "citetitle").stream()
            .map(name -> inlines.plainText(node.attribute(name)))
            .filter(part -> !part.isEmpty())
            .reduce((who, where) -> who + ", " + where)
            .orElse("");
    return new Block.Quote(node.context().equals("verse") ? verse(node) : children(node), source);
  }

  private List<Block> verse(BlockNode node) {
    var content = new ArrayList<Inline>();
    for (String line : String.valueOf(node.content()).split("\n", -1)) {
      if (!content.isEmpty()) {
        content.add(new Inline.Break());
      }
      content.addAll(inlines.read(line));
    }
    return List.of(new Block.Paragraph(content));
  }

  private static Block.Tone tone(BlockNode node) {
    return Block.Tone.valueOf(
        node.attributes().getOrDefault("name", "note").toUpperCase(Locale.ROOT));
  }

  private List<Block> withTitle(BlockNode node, List<Block> blocks) {
    String title = inlines.plainText(node.title());
    if (title.isEmpty() || node.context().equals("preamble")) {
      return blocks;
    }
    var all = new ArrayList<Block>();
    all.add(new Block.Paragraph(List.of(new Inline.Strong(List.of(new Inline.Words(title))))));
    all.addAll(blocks);
    return all;
  }
}
