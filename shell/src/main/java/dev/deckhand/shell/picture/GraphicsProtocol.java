package dev.deckhand.shell.picture;

import dev.deckhand.lesson.Png;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A protocol by which terminals show pictures. */
public enum GraphicsProtocol {
  /** <a href="https://sw.kovidgoyal.net/kitty/graphics-protocol/">Kitty's</a>: a PNG as it is. */
  KITTY {
    @Override
    Optional<String> draw(Png picture, ImageFrame imageFrame) {
      return Optional.of(KittySequence.of(picture, imageFrame));
    }
  },
  /** <a href="https://iterm2.com/documentation-images.html">iTerm2's</a>: any image file. */
  ITERM2 {
    @Override
    Optional<String> draw(Png picture, ImageFrame imageFrame) {
      return Optional.of(ITerm2Sequence.of(picture, imageFrame));
    }
  },
  /** Sixel, from DEC's VT340: coloured dots. */
  SIXEL {
    @Override
    Optional<String> draw(Png picture, ImageFrame imageFrame) {
      return SixelSequence.of(picture, imageFrame);
    }
  };

  /**
   * Returns the control sequence that draws a picture in a frame; empty if its bytes are damaged.
   */
  abstract Optional<String> draw(Png picture, ImageFrame imageFrame);

  /** The name as people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The protocol with a name; empty if there is none. */
  public static Optional<GraphicsProtocol> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
