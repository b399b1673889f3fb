package dev.deckhand.site.asciidoc;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.OfferedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes prose as AsciiDoc. */
public final class AsciidocBlockWriter {

  private static final Pattern EXTERNAL_URL = Pattern.compile("https?://[!-~]+");

  /** Longer than the fences of blocks that it may stand in. */
  private static final String DRAWING_FENCE = "=".repeat(16);

  private static final String BREAK = " +\n{empty}";

  private AsciidocBlockWriter() {}

  /** Returns blocks as lines, with an empty line after each. */
  public static List<String> lines(List<Block> blocks) {
    return lines(blocks, 0);
  }

  /** Returns running text on one line that starts a paragraph. */
  public static String inline(List<Inline> content) {
    return paragraph(content).replace(BREAK, " ");
  }

  /** Running text that may contain line breaks; plus signs in words are escaped. */
  private static String paragraph(List<Inline> content) {
    return "{empty}" + text(content);
  }

  private static List<String> lines(List<Block> blocks, int depth) {
    var lines = new ArrayList<String>();
    for (Block block : blocks) {
      lines.addAll(block(block, depth));
      lines.add("");
    }
    return lines;
  }

  private static List<String> block(Block block, int depth) {
    return switch (block) {
      case Block.Paragraph(var content) -> List.of(paragraph(content));
      case Block.Heading(var level, var content) ->
          List.of("[discrete]", "==" + "=".repeat(Math.clamp(level, 1, 3)) + " " + inline(content));
      case Block.Run(var commands) -> literalCommands(commands);
      case Block.Listing(var title, var _, var source) -> listing(title, source);
      case Block.Bullets(var numbered, var items) -> bullets(numbered, items, 1);
      case Block.Terms(var terms) -> terms(terms);
      case Block.Table table -> table(table);
      case Block.Admonition(var tone, var content) ->
          fenced("[" + tone.name().toUpperCase(Locale.ROOT) + "]", '=', content, depth);
      case Block.Quote(var content, var source) -> quote(content, source, depth);
      case Block.Picture picture -> picture(picture);
      case Block.Rule() -> List.of("'''");
    };
  }

  /** Returns commands as a block, with an empty line below. */
  public static List<String> commands(List<String> entries) {
    var lines = new ArrayList<>(literalCommands(entries));
    lines.add("");
    return lines;
  }

  private static List<String> literalCommands(List<String> entries) {
    return AsciidocEscaper.literalBlock("command", withPrompts(entries));
  }

  /** Commands behind their prompts, as a terminal shows them. */
  public static List<String> withPrompts(List<String> entries) {
    return OfferedCommand.of(entries).stream()
        .flatMap(one -> one.linesWithPrompts().stream())
        .toList();
  }

  /**
   * The image, its caption, and the drawing, which is collapsed if there is an image, and left out
   * of paper, where nothing collapses. On paper, text in the image is about as large as text around
   * it.
   */
  private static List<String> picture(Block.Picture picture) {
    String words = AsciidocEscaper.inline(picture.words());
    List<String> drawing =
        picture.drawn().isEmpty()
            ? List.of()
            : AsciidocEscaper.literalBlock("diagram", picture.drawn());
    var lines = new ArrayList<String>();
    if (!picture.image().isEmpty()) {
      lines.add("image::" + picture.image() + "[\"" + words + "\",pdfwidth=60iw]");
      lines.add("");
    }
    lines.add("[.caption]");
    lines.add("{empty}__" + words + "__");
    if (!drawing.isEmpty()) {
      lines.add("");
      lines.addAll(picture.image().isEmpty() ? drawing : collapsed(drawing));
    }
    return lines;
  }

  private static List<String> collapsed(List<String> drawing) {
    var lines = new ArrayList<>(List.of("ifndef::backend-pdf[]"));
    lines.addAll(List.of(".As text", "[%collapsible.drawing]", DRAWING_FENCE));
    lines.addAll(drawing);
    lines.addAll(List.of(DRAWING_FENCE, "", "endif::[]"));
    return lines;
  }

  private static List<String> listing(String title, List<String> source) {
    var block = new ArrayList<>(AsciidocEscaper.literalBlock("listing", source));
    if (!title.isEmpty()) {
      block.addFirst("." + AsciidocEscaper.line(title));
    }
    return block;
  }

  /** An item's first paragraph, and nested lists; other blocks are attached. */
  private static List<String> bullets(boolean numbered, List<List<Block>> items, int depth) {
    var sign = (numbered ? "." : "*").repeat(Math.min(depth, 5));
    var lines = new ArrayList<String>();
    for (List<Block> item : items) {
      boolean opens = !item.isEmpty() && item.getFirst() instanceof Block.Paragraph;
      lines.add(
          sign
              + " "
              + (opens && item.getFirst() instanceof Block.Paragraph(var content)
                  ? paragraph(content)
                  : "{empty}"));
      for (Block rest : item.subList(opens ? 1 : 0, item.size())) {
        if (rest instanceof Block.Bullets(var inner, var deeper)) {
          lines.addAll(bullets(inner, deeper, depth + 1));
        } else {
          lines.add("+");
          lines.addAll(block(rest, depth));
        }
      }
    }
    return lines;
  }

  private static List<String> terms(List<Block.Term> terms) {
    var lines = new ArrayList<String>();
    for (Block.Term term : terms) {
      lines.add(inline(term.term()) + "::");
      lines.add("{empty}");
      for (Block block : term.meaning()) {
        lines.add("+");
        lines.addAll(block(block, 1));
      }
    }
    return lines;
  }

  private static List<String> table(Block.Table table) {
    var lines = new ArrayList<String>();
    if (!table.title().isEmpty()) {
      lines.add("." + AsciidocEscaper.line(table.title()));
    }
    int columns =
        table.header().isEmpty()
            ? table.rows().stream().mapToInt(List::size).max().orElse(1)
            : table.header().size();
    String options = (table.header().isEmpty() ? "" : "header,") + "unbreakable";
    lines.add("[cols=" + columns + "*,options=\"" + options + "\"]");
    lines.add("|===");
    if (!table.header().isEmpty()) {
      lines.add(row(table.header()));
    }
    table.rows().forEach(row -> lines.add(row(row)));
    lines.add("|===");
    return lines;
  }

  private static String row(List<List<Inline>> cells) {
    return cells.stream().map(cell -> "|" + inline(cell)).collect(Collectors.joining(" "));
  }

  private static List<String> quote(List<Block> content, String source, int depth) {
    var said = new ArrayList<>(content);
    if (!source.isEmpty()) {
      said.add(new Block.Paragraph(List.of(new Inline.Words("(" + source + ")"))));
    }
    return fenced("[quote]", '_', said, depth);
  }

  private static List<String> fenced(String style, char sign, List<Block> content, int depth) {
    var fence = String.valueOf(sign).repeat(4 + depth);
    var lines = new ArrayList<>(List.of(style, fence));
    lines.addAll(lines(content, depth + 1));
    lines.add(fence);
    return lines;
  }

  private static String text(List<Inline> content) {
    return content.stream().map(AsciidocBlockWriter::text).collect(Collectors.joining());
  }

  private static String text(Inline inline) {
    return switch (inline) {
      case Inline.Words(var words) -> withOuterSpaces(words);
      case Inline.Code(var code) -> "``" + AsciidocEscaper.inline(code) + "``";
      case Inline.Strong(var inner) -> "**" + text(inner) + "**";
      case Inline.Emphasis(var inner) -> "__" + text(inner) + "__";
      case Inline.Link(var inner, var target) -> link(text(inner), target);
      case Inline.Break() -> BREAK;
    };
  }

  private static String withOuterSpaces(String words) {
    var safe = AsciidocEscaper.inline(words);
    if (safe.isEmpty()) {
      return words.isEmpty() ? "" : " ";
    }
    return (Character.isWhitespace(words.charAt(0)) ? " " : "")
        + safe
        + (Character.isWhitespace(words.charAt(words.length() - 1)) ? " " : "");
  }

  private static String link(String text, String target) {
    if (!EXTERNAL_URL.matcher(target).matches()) {
      return text;
    }
    var safe =
        target.replace("+", "%2B").replace("[", "%5B").replace("]", "%5D").replace("\"", "%22");
    return "link:++" + safe + "++[" + text.replace(",", "&#44;") + "]";
  }
}
