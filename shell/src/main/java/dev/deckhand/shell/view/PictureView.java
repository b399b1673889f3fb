package dev.deckhand.shell.view;

import dev.deckhand.lesson.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * A picture: as an image where there is an easel, else drawn with letters where there is room. Its
 * words are always there; they come before a drawing, which read aloud says nothing.
 */
final class PictureView {

  private final Look look;

  PictureView(Look look) {
    this.look = look;
  }

  List<AttributedString> picture(Block.Picture picture, int width) {
    Optional<Easel.Hung> hung =
        picture.image().isEmpty() ? Optional.empty() : look.easel().hang(picture.image(), width);
    return hung.isPresent() ? image(hung.get(), picture.words(), width) : letters(picture, width);
  }

  private List<AttributedString> image(Easel.Hung hung, String words, int width) {
    var lines = new ArrayList<AttributedString>();
    lines.add(new Ink().draw(hung.sequence()).done());
    for (int row = 1; row < hung.rows(); row++) {
      lines.add(AttributedString.EMPTY);
    }
    if (!words.isEmpty()) {
      lines.addAll(Wrap.lines(Ink.of(words, look.palette().faint()), width));
    }
    return lines;
  }

  private List<AttributedString> letters(Block.Picture picture, int width) {
    List<AttributedString> drawn =
        picture.drawn().stream().map(line -> Ink.of(line, look.palette().code())).toList();
    int widest = drawn.stream().mapToInt(AttributedString::columnLength).max().orElse(0);
    if (widest > width) {
      return said(look.say(Phrase.PICTURE_TOO_WIDE, picture.words(), widest), width);
    }
    if (drawn.isEmpty()) {
      return said(look.say(Phrase.PICTURE, picture.words()), width);
    }
    List<AttributedString> words =
        picture.words().isEmpty()
            ? List.of()
            : said(look.say(Phrase.PICTURE, picture.words()), width);
    return Lines.joined(words, drawn);
  }

  private List<AttributedString> said(String words, int width) {
    return Wrap.lines(Ink.of(words, look.palette().faint()), width);
  }
}
