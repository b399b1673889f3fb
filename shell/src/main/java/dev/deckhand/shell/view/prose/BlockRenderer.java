package dev.deckhand.shell.view.prose;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Renders a lesson's prose as lines. Immutable. */
public final class BlockRenderer {

  private final RenderContext context;
  private final InlineRenderer inlineRenderer;
  private final CodeRenderer codeRenderer;
  private final TableRenderer tableRenderer;
  private final PictureRenderer pictures;

  public BlockRenderer(RenderContext context) {
    this.context = context;
    this.inlineRenderer = new InlineRenderer(context);
    this.codeRenderer = new CodeRenderer(context);
    this.tableRenderer = new TableRenderer(context);
    this.pictures = new PictureRenderer(context);
  }

  /** Renders blocks in the best width for reading. */
  public List<AttributedString> lines(List<Block> blocks) {
    return lines(blocks, context.textWidth());
  }

  /** Renders blocks in a width in columns. */
  public List<AttributedString> lines(List<Block> blocks, int width) {
    return lines(blocks, width, 0);
  }

  private List<AttributedString> lines(List<Block> blocks, int width, int depth) {
    return LineLayout.separated(blocks.stream().map(block -> block(block, width, depth)).toList());
  }

  private List<AttributedString> block(Block block, int width, int depth) {
    return switch (block) {
      case Block.Paragraph(var content) -> paragraph(content, width);
      case Block.Heading(var level, var content) -> heading(level, content, width);
      case Block.Run(var commands) -> codeRenderer.commands(commands, width);
      case Block.Listing(var title, var _, var lines) -> codeRenderer.listing(title, lines, width);
      case Block.Bullets bullets -> bullets(bullets, width, depth);
      case Block.Terms(var terms) -> terms(terms, width, depth);
      case Block.Table table -> tableRenderer.table(table, width);
      case Block.Admonition(var tone, var content) -> admonition(tone, content, width);
      case Block.Quote(var content, var source) -> quote(content, source, width);
      case Block.Picture picture -> pictures.picture(picture, width);
      case Block.Rule() ->
          List.of(
              StyledLineBuilder.of(
                  context.glyphs().rule().repeat(width), context.palette().rule()));
    };
  }

  private List<AttributedString> paragraph(List<Inline> content, int width) {
    if (content.size() == 1 && content.getFirst() instanceof Inline.Code(var command)) {
      return codeRenderer.command(command, width);
    }
    return LineWrapper.wrap(inlineRenderer.text(content), width);
  }

  private List<AttributedString> heading(int level, List<Inline> content, int width) {
    var style = level == 1 ? context.palette().heading() : context.palette().strong();
    return LineWrapper.wrap(inlineRenderer.text(content, style), width);
  }

  private List<AttributedString> bullets(Block.Bullets list, int width, int depth) {
    int last = list.items().size();
    int reach =
        list.numbered() ? (last + ". ").length() : context.glyphs().bullet(depth).length() + 1;
    var items = new ArrayList<List<AttributedString>>();
    for (int i = 0; i < last; i++) {
      var sign = list.numbered() ? (i + 1) + "." : context.glyphs().bullet(depth);
      var first =
          new StyledLineBuilder().append(sign, context.palette().accent()).pad(reach).build();
      items.add(LineLayout.prefixed(first, item(list.items().get(i), width - reach, depth + 1)));
    }
    return spaced(items, list.items().stream().allMatch(BlockRenderer::isShort));
  }

  /** A list directly after a paragraph has no empty line before it. */
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
                && inner.items().stream().allMatch(BlockRenderer::isShort));
  }

  private static List<AttributedString> spaced(List<List<AttributedString>> parts, boolean close) {
    return close ? parts.stream().flatMap(List::stream).toList() : LineLayout.separated(parts);
  }

  private List<AttributedString> terms(List<Block.Term> terms, int width, int depth) {
    var parts = new ArrayList<List<AttributedString>>();
    for (Block.Term term : terms) {
      var name =
          LineWrapper.wrap(inlineRenderer.text(term.term(), context.palette().strong()), width);
      var meaning = LineLayout.indent(2, lines(term.meaning(), width - 2, depth));
      parts.add(LineLayout.concatenated(name, meaning));
    }
    return spaced(parts, terms.stream().allMatch(term -> isShort(term.meaning())));
  }

  private List<AttributedString> admonition(Block.Tone tone, List<Block> content, int width) {
    var style =
        switch (tone) {
          case NOTE, IMPORTANT -> context.palette().accent();
          case TIP -> context.palette().good();
          case CAUTION -> context.palette().unsure();
          case WARNING -> context.palette().bad();
        };
    var word = context.format(TextKey.valueOf("TONE_" + tone.name().toUpperCase(Locale.ROOT)));
    var label = StyledLineBuilder.of(word, context.palette().label(style));
    return withSideBar(style, LineLayout.concatenated(List.of(label), lines(content, width - 2)));
  }

  private List<AttributedString> quote(List<Block> content, String source, int width) {
    var words = lines(content, width - 2);
    if (source.isEmpty()) {
      return withSideBar(context.palette().faint(), words);
    }
    var from =
        StyledLineBuilder.of(
            context.format(TextKey.QUOTE_SOURCE, source), context.palette().faint());
    return withSideBar(
        context.palette().faint(),
        LineLayout.concatenated(words, LineWrapper.wrap(from, width - 2)));
  }

  private List<AttributedString> withSideBar(AttributedStyle style, List<AttributedString> lines) {
    var bar = StyledLineBuilder.of(context.glyphs().sideBar() + " ", style);
    return LineLayout.prefixed(bar, bar, lines);
  }
}
