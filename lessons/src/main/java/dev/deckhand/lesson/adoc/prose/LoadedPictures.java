package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.adoc.diagram.DiagramCache;
import dev.deckhand.lesson.variable.PictureReference;
import java.util.List;

/** The pictures of a file that was read before. */
public final class LoadedPictures implements PictureSource {

  private final List<PictureReference> references;

  /**
   * @param references what {@link PictureLoader#references()} returned then
   */
  public LoadedPictures(List<PictureReference> references) {
    this.references = List.copyOf(references);
  }

  @Override
  public String load(String target, SourcePosition where) {
    String name = target.substring(target.lastIndexOf('/') + 1);
    return references.stream().anyMatch(one -> one.image().equals(name)) ? name : "";
  }

  @Override
  public RenderedDiagram render(List<String> source, SourcePosition where, int content) {
    String name = DiagramCache.nameOf(source) + ".png";
    return references.stream()
        .filter(one -> one.image().equals(name))
        .findFirst()
        .map(one -> new RenderedDiagram(name, one.asciiArt()))
        .orElse(RenderedDiagram.NONE);
  }
}
