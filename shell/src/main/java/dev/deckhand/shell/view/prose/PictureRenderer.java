package dev.deckhand.shell.view.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.shell.view.style.ImageDisplay;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * Renders a picture: as an image if the terminal can show one, otherwise as ASCII art if it fits.
 * The description is always shown, before ASCII art, which screen readers can't read.
 */
final class PictureRenderer {

  private final RenderContext context;

  PictureRenderer(RenderContext context) {
    this.context = context;
  }

  List<AttributedString> picture(Block.Picture picture, int width) {
    Optional<ImageDisplay.PlacedImage> placedImage =
        picture.image().isEmpty()
            ? Optional.empty()
            : context.imageDisplay().place(picture.image(), width);
    return placedImage.isPresent()
        ? image(placedImage.get(), picture.words(), width)
        : textDrawing(picture, width);
  }

  private List<AttributedString> image(
      ImageDisplay.PlacedImage placedImage, String words, int width) {
    var lines = new ArrayList<AttributedString>();
    lines.add(new StyledLineBuilder().appendImage(placedImage.sequence()).build());
    for (int row = 1; row < placedImage.rows(); row++) {
      lines.add(AttributedString.EMPTY);
    }
    if (!words.isEmpty()) {
      lines.addAll(LineWrapper.wrap(StyledLineBuilder.of(words, context.palette().faint()), width));
    }
    return lines;
  }

  private List<AttributedString> textDrawing(Block.Picture picture, int width) {
    List<AttributedString> drawn =
        picture.drawn().stream()
            .map(line -> StyledLineBuilder.of(line, context.palette().code()))
            .toList();
    int widest = drawn.stream().mapToInt(AttributedString::columnLength).max().orElse(0);
    if (widest > width) {
      return caption(context.format(TextKey.PICTURE_TOO_WIDE, picture.words(), widest), width);
    }
    if (drawn.isEmpty()) {
      return caption(context.format(TextKey.PICTURE, picture.words()), width);
    }
    List<AttributedString> words =
        picture.words().isEmpty()
            ? List.of()
            : caption(context.format(TextKey.PICTURE, picture.words()), width);
    return LineLayout.concatenated(words, drawn);
  }

  private List<AttributedString> caption(String words, int width) {
    return LineWrapper.wrap(StyledLineBuilder.of(words, context.palette().faint()), width);
  }
}
