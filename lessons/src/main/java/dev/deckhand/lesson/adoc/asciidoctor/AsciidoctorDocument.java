package dev.deckhand.lesson.adoc.asciidoctor;

import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import java.util.List;
import java.util.Objects;
import org.asciidoctor.ast.Document;

/** A file that AsciidoctorJ parsed. */
record AsciidoctorDocument(Document document) implements DocumentNode {

  @Override
  public boolean hasTitle() {
    return document.getAttributes().get("doctitle") != null;
  }

  @Override
  public String title() {
    return Objects.toString(document.getDoctitle(), "");
  }

  @Override
  public String attribute(String name) {
    return Objects.toString(document.getAttributes().get(name), "");
  }

  @Override
  public List<BlockNode> blocks() {
    return AsciidoctorNode.all(document.getBlocks());
  }
}
