package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.List;
import java.util.Optional;

/** Reads images, diagrams and ASCII art. */
final class PictureReader {

  /** The width of a note in a list on a terminal of 80 columns. */
  private static final int MAX_COLUMNS = 76;

  private final DiagnosticCollector diagnostics;
  private final InlineReader inlines;
  private final PictureSource pictureSource;

  PictureReader(
      DiagnosticCollector diagnostics, InlineReader inlines, PictureSource pictureSource) {
    this.diagnostics = diagnostics;
    this.inlines = inlines;
    this.pictureSource = pictureSource;
  }

  Block image(BlockNode node) {
    String target = node.attribute("target");
    String alt = node.attribute("alt");
    String title = inlines.plainText(node.title());
    if (title.isEmpty() && alt.equals(node.attribute("default-alt"))) {
      diagnostics.warning(
          "The image \"" + target + "\" has no words, and not every terminal shows more.",
          "Say in its brackets what is to be seen: image::" + target + "[A node with two Pods].");
    }
    return new Block.Picture(
        title.isEmpty() ? inlines.plainText(alt) : title,
        pictureSource.load(target, diagnostics.currentPlace()),
        List.of());
  }

  Block diagram(BlockNode node) {
    SourcePosition position = diagnostics.at(node);
    String title = inlines.plainText(node.title());
    if (title.isEmpty()) {
      diagnostics.warning(
          position,
          "The diagram has no words, and a drawing cannot be read aloud.",
          "Say in its title, .Like this, what is to be seen.");
    }
    Optional<String> style = DiagramBlocks.language(node);
    return style.isPresent()
        ? plantUmlDiagram(node, style.get(), title)
        : asciiDiagram(node, title);
  }

  /** A diagram in PlantUML, with the ASCII art that may follow it. */
  private Block plantUmlDiagram(BlockNode node, String style, String title) {
    SourcePosition position = diagnostics.at(node);
    if (!style.equals(DiagramBlocks.PLANTUML)) {
      diagnostics.error(
          position,
          "Nobody draws a diagram of the kind \"" + style + "\".",
          "Write it for PlantUML, as [plantuml.diagram], or with letters, as [.diagram].");
      return new Block.Picture(title, "", List.of());
    }
    if (!node.attribute("picture").isEmpty()) {
      diagnostics.error(
          position, "The diagram has an image already: it is drawn.", "Take out picture=.");
    }
    PictureSource.RenderedDiagram renderedDiagram =
        pictureSource.render(node.lines(), position, diagnostics.contentLine(node));
    List<String> letters =
        DiagramBlocks.asciiArtBelow(node).map(BlockNode::lines).orElse(renderedDiagram.asciiArt());
    return new Block.Picture(title, renderedDiagram.name(), letters);
  }

  /** Validates ASCII art for the diagram above, which shows it. */
  void checkAsciiArt(BlockNode node) {
    SourcePosition position = diagnostics.at(node);
    if (!DiagramBlocks.followsDiagram(node)) {
      diagnostics.error(
          position,
          "There is no diagram above for these letters to stand for.",
          "Put it right below a [plantuml.diagram], or mark it [.diagram].");
    }
    checkWidth(node.lines(), position);
  }

  private Block asciiDiagram(BlockNode node, String title) {
    SourcePosition position = diagnostics.at(node);
    List<String> drawn = node.lines();
    checkWidth(drawn, position);
    String target = node.attribute("picture");
    return new Block.Picture(
        title, target.isEmpty() ? "" : pictureSource.load(target, position), drawn);
  }

  private void checkWidth(List<String> drawn, SourcePosition position) {
    if (drawn.stream().allMatch(String::isBlank)) {
      diagnostics.error(position, "The diagram is empty.", "Draw something in it, or delete it.");
    }
    int widest =
        drawn.stream().mapToInt(line -> line.codePointCount(0, line.length())).max().orElse(0);
    if (widest > MAX_COLUMNS) {
      diagnostics.warning(
          position,
          "The diagram is " + widest + " columns wide, and does not fit every terminal.",
          "Draw it within " + MAX_COLUMNS + " columns; within 40 it is seen on the narrowest too.");
    }
  }
}
