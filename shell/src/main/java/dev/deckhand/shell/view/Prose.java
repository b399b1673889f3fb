package dev.deckhand.shell.view;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A lesson's prose as lines. Immutable. */
public final class Prose {

  private final Look look;
  private final Inlines inlines;
  private final Sources sources;
  private final Tables tables;
  private final PictureView pictures;

  public Prose(Look look) {
    this.look = look;
    this.inlines = new Inlines(look);
    this.sources = new Sources(look);
    this.tables = new Tables(look);
    this.pictures = new PictureView(look);
  }

  /** Draws blocks as wide as running text is best read. */
  public List<AttributedString> lines(List<Block> blocks) {
    return lines(blocks, look.measure());
  }

  /** Draws blocks in a width given in columns. */
  public List<AttributedString> lines(List<Block> blocks, int width) {
    return lines(blocks, width, 0);
  }

  private List<AttributedString> lines(List<Block> blocks, int width, int depth) {
    return Lines.apart(blocks.stream().map(block -> block(block, width, depth)).toList());
  }

  private List<AttributedString> block(Block block, int width, int depth) {
    return switch (block) {
      case Block.Paragraph(var content) -> paragraph(content, width);
      case Block.Heading(var level, var content) -> heading(level, content, width);
      case Block.Run(var commands) -> sources.run(commands, width);
      case Block.Listing(var title, var _, var lines) -> sources.listing(title, lines, width);
      case Block.Bullets bullets -> bullets(bullets, width, depth);
      case Block.Terms(var terms) -> terms(terms, width, depth);
      case Block.Table table -> tables.table(table, width);
      case Block.Admonition(var tone, var content) -> admonition(tone, content, width);
      case Block.Quote(var content, var source) -> quote(content, source, width);
      case Block.Picture picture -> pictures.picture(picture, width);
      case Block.Rule() ->
          List.of(Ink.of(look.marks().line().repeat(width), look.palette().line()));
    };
  }

  private List<AttributedString> paragraph(List<Inline> content, int width) {
    if (content.size() == 1 && content.getFirst() instanceof Inline.Code(var command)) {
      return sources.command(command, width);
    }
    return Wrap.lines(inlines.text(content), width);
  }

  private List<AttributedString> heading(int level, List<Inline> content, int width) {
    var style = level == 1 ? look.palette().heading() : look.palette().strong();
    return Wrap.lines(inlines.text(content, style), width);
  }

  private List<AttributedString> bullets(Block.Bullets list, int width, int depth) {
    int last = list.items().size();
    int reach = list.numbered() ? (last + ". ").length() : look.marks().bullet(depth).length() + 1;
    var items = new ArrayList<List<AttributedString>>();
    for (int i = 0; i < last; i++) {
      var sign = list.numbered() ? (i + 1) + "." : look.marks().bullet(depth);
      var first = new Ink().put(sign, look.palette().accent()).pad(reach).done();
      items.add(Lines.hang(first, item(list.items().get(i), width - reach, depth + 1)));
    }
    return spaced(items, list.items().stream().allMatch(Prose::isShort));
  }

  /** A list that hangs on the last paragraph stays close to it. */
  private List<AttributedString> item(List<Block> blocks, int width, int depth) {
    if (!isShort(blocks)) {
      return lines(blocks, width, depth);
    }
    return blocks.stream().flatMap(block -> block(block, width, depth).stream()).toList();
  }

  private static boolean isShort(List<Block> blocks) {
    return blocks.stream()
        .skip(1)
        .allMatch(block ->
            block instanceof Block.Bullets inner
                && inner.items().stream().allMatch(Prose::isShort));
  }

  private static List<AttributedString> spaced(List<List<AttributedString>> parts, boolean close) {
    return close ? parts.stream().flatMap(List::stream).toList() : Lines.apart(parts);
  }

  private List<AttributedString> terms(List<Block.Term> terms, int width, int depth) {
    var parts = new ArrayList<List<AttributedString>>();
    for (Block.Term term : terms) {
      var name = Wrap.lines(inlines.text(term.term(), look.palette().strong()), width);
      var meaning = Lines.indent(2, lines(term.meaning(), width - 2, depth));
      parts.add(Lines.joined(name, meaning));
    }
    return spaced(parts, terms.stream().allMatch(term -> isShort(term.meaning())));
  }

  private List<AttributedString> admonition(Block.Tone tone, List<Block> content, int width) {
    var style =
        switch (tone) {
          case NOTE, IMPORTANT -> look.palette().accent();
          case TIP -> look.palette().good();
          case CAUTION -> look.palette().unsure();
          case WARNING -> look.palette().bad();
        };
    var word = look.say(Phrase.valueOf("TONE_" + tone.name().toUpperCase(Locale.ROOT)));
    var label = Ink.of(word, look.palette().label(style));
    return beside(style, Lines.joined(List.of(label), lines(content, width - 2)));
  }

  private List<AttributedString> quote(List<Block> content, String source, int width) {
    var words = lines(content, width - 2);
    if (source.isEmpty()) {
      return beside(look.palette().faint(), words);
    }
    var from = Ink.of(look.say(Phrase.QUOTE_SOURCE, source), look.palette().faint());
    return beside(look.palette().faint(), Lines.joined(words, Wrap.lines(from, width - 2)));
  }

  private List<AttributedString> beside(AttributedStyle style, List<AttributedString> lines) {
    var bar = Ink.of(look.marks().side() + " ", style);
    return Lines.hang(bar, bar, lines);
  }
}
