package dev.deckhand.shell.picture;

import dev.deckhand.lesson.Png;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which terminals are told to show a picture. */
public enum GraphicsProtocol {
  /** <a href="https://sw.kovidgoyal.net/kitty/graphics-protocol/">Kitty's</a>, of PNG as it is. */
  KITTY {
    @Override
    Optional<String> draw(Png picture, ImageFrame imageFrame) {
      return Optional.of(KittySequence.of(picture, imageFrame));
    }
  },
  /** <a href="https://iterm2.com/documentation-images.html">iTerm2's</a>, of any file. */
  ITERM2 {
    @Override
    Optional<String> draw(Png picture, ImageFrame imageFrame) {
      return Optional.of(ITerm2Sequence.of(picture, imageFrame));
    }
  },
  /** That of DEC's VT340, of coloured dots. */
  SIXEL {
    @Override
    Optional<String> draw(Png picture, ImageFrame imageFrame) {
      return SixelSequence.of(picture, imageFrame);
    }
  };

  /** Returns what draws a picture within a frame; empty where its bytes are damaged. */
  abstract Optional<String> draw(Png picture, ImageFrame imageFrame);

  /** The name as people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The protocol of that name; empty where nobody knows it. */
  public static Optional<GraphicsProtocol> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
