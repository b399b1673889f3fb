package dev.deckhand.site.page;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.OfferedCommand;
import dev.deckhand.lesson.Png;
import dev.deckhand.site.text.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Turns prose into HTML. */
public final class HtmlProse {

  /** Returns what to show below an offered command. Called once for each, in reading order. */
  interface OutputLookup {
    List<Element> below(String command);
  }

  private static final Pattern EXTERNAL_URL = Pattern.compile("https?://[!-~]+");

  /** What RFC 3986 allows nowhere in a query or a path. */
  private static final Pattern NOT_IN_URL = Pattern.compile("[\"<>\\[\\]^`{|}\\\\]");

  private static final int DEEPEST_HEADING = 6;

  private final Function<String, Optional<Png>> pictures;
  private final int headingLevel;

  /**
   * @param headingLevel of the heading that the prose stands below: 1 for {@code h1}
   * @param pictures by the names under which the prose shows them
   */
  public HtmlProse(int headingLevel, Function<String, Optional<Png>> pictures) {
    this.headingLevel = headingLevel;
    this.pictures = pictures;
  }

  /** Returns blocks one after the other. */
  public List<Element> blocks(List<Block> blocks) {
    return blocks(blocks, _ -> List.of());
  }

  /** Returns blocks one after the other, with what their commands printed below each of these. */
  List<Element> blocks(List<Block> blocks, OutputLookup outputs) {
    return blocks.stream().flatMap(block -> block(block, outputs)).toList();
  }

  private Stream<Element> block(Block block, OutputLookup outputs) {
    return switch (block) {
      case Block.Paragraph(var content) -> Stream.of(paragraph("", inline(content)));
      case Block.Heading(var level, var content) -> Stream.of(heading(level, content));
      case Block.Run(var commands) -> run(commands, outputs).stream();
      case Block.Listing(var title, var _, var lines) ->
          Stream.of(preformatted("listing", title, lines));
      case Block.Bullets(var numbered, var items) ->
          Stream.of(bullets(numbered, items.stream().map(item -> item(item, outputs)).toList()));
      case Block.Terms(var terms) -> Stream.of(terms(terms, outputs));
      case Block.Table table -> Stream.of(table(table));
      case Block.Admonition(var tone, var content) ->
          Stream.of(admonition(tone, blocks(content, outputs)));
      case Block.Quote(var content, var source) -> Stream.of(quote(content, source, outputs));
      case Block.Picture picture -> picture(picture).stream();
      case Block.Rule() -> Stream.of(new Element("hr"));
    };
  }

  /** Returns running text. */
  public static List<Node> inline(List<Inline> content) {
    return content.stream().flatMap(HtmlProse::inline).toList();
  }

  private static Stream<Node> inline(Inline inline) {
    return switch (inline) {
      case Inline.Words(var words) -> Stream.of(Html.text(ShownText.onOneLine(words)));
      case Inline.Code(var code) -> Stream.of(Html.code(ShownText.onOneLine(code)));
      case Inline.Strong(var inner) -> Stream.of(Html.element("strong", "", inline(inner)));
      case Inline.Emphasis(var inner) -> Stream.of(Html.element("em", "", inline(inner)));
      case Inline.Link(var inner, var target) -> link(inline(inner), target);
      case Inline.Break() -> Stream.of(new Element("br"));
    };
  }

  /** A target that isn't a web address is dropped, and the text stays. */
  private static Stream<Node> link(List<Node> text, String target) {
    return EXTERNAL_URL.matcher(target).matches()
        ? Stream.of(Html.element("a", "", text).attr("href", percentEncoded(target)))
        : text.stream();
  }

  private static String percentEncoded(String target) {
    return NOT_IN_URL
        .matcher(target)
        .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
  }

  /** Returns a paragraph. */
  public static Element paragraph(String role, List<Node> content) {
    return Html.element("div", ("paragraph " + role).strip(), Html.element("p", "", content));
  }

  /** Returns a paragraph of text. */
  public static Element paragraph(String role, String text) {
    return paragraph(role, List.of(Html.text(text)));
  }

  /** Returns a title above a block; nothing where it is empty. */
  static Stream<Element> title(String title) {
    return title.isEmpty() ? Stream.of() : Stream.of(Html.element("div", "title", title));
  }

  /** Returns lines that are shown as they are. */
  public static Element preformatted(String role, String title, List<String> lines) {
    var text = new Element("pre").appendText(String.join("\n", ShownText.preformatted(lines)));
    return Html.element(
        "div",
        "literalblock " + role,
        Stream.concat(title(title), Stream.of(Html.element("div", "content", text))).toList());
  }

  /** Returns commands behind their prompts. */
  public static Element commands(List<String> entries) {
    return commands(OfferedCommand.of(entries).stream());
  }

  private static Element commands(Stream<OfferedCommand> commands) {
    return preformatted(
        "command", "", commands.flatMap(one -> one.linesWithPrompts().stream()).toList());
  }

  /** Returns a block that stays closed until the reader opens it. */
  static Element collapsible(String role, List<? extends Node> title, List<Element> content) {
    return Html.element(
        "details",
        role,
        Html.element("summary", "title", title),
        Html.element("div", "content", content));
  }

  /** Returns a box. */
  public static Element box(String role, List<Element> content) {
    return Html.element("div", "exampleblock " + role, Html.element("div", "content", content));
  }

  private Element heading(int level, List<Inline> content) {
    int depth = Math.min(DEEPEST_HEADING, headingLevel + Math.max(1, level));
    return Html.element("h" + depth, "", inline(content));
  }

  /** Commands to try. Those without known output share a block. */
  private static List<Element> run(List<String> commands, OutputLookup outputs) {
    var shown = new ArrayList<Element>();
    var together = new ArrayList<OfferedCommand>();
    for (OfferedCommand command : OfferedCommand.of(commands)) {
      together.add(command);
      List<Element> below = outputs.below(command.text());
      if (!below.isEmpty()) {
        shown.add(commands(together.stream()));
        shown.addAll(below);
        together.clear();
      }
    }
    if (!together.isEmpty()) {
      shown.add(commands(together.stream()));
    }
    return shown;
  }

  private static Element bullets(boolean numbered, List<List<Element>> items) {
    return Html.element(
        "div", numbered ? "olist" : "ulist", Html.list(numbered ? "ol" : "ul", "", items));
  }

  /** An item's first paragraph has no margins, so short items stay close together. */
  private List<Element> item(List<Block> item, OutputLookup outputs) {
    if (!item.isEmpty() && item.getFirst() instanceof Block.Paragraph(var content)) {
      return Stream.concat(
              Stream.of(Html.element("p", "", inline(content))),
              blocks(item.subList(1, item.size()), outputs).stream())
          .toList();
    }
    return blocks(item, outputs);
  }

  private Element terms(List<Block.Term> terms, OutputLookup outputs) {
    return Html.element(
        "div",
        "dlist",
        Html.element(
            "dl",
            "",
            terms.stream()
                .flatMap(term ->
                    Stream.of(
                        Html.element("dt", "", inline(term.term())),
                        Html.element("dd", "", blocks(term.meaning(), outputs))))
                .toList()));
  }

  private static Element table(Block.Table table) {
    var rows = new ArrayList<Element>();
    if (!table.title().isEmpty()) {
      rows.add(Html.element("caption", "", table.title()));
    }
    if (!table.header().isEmpty()) {
      rows.add(
          Html.element(
              "thead",
              "",
              Html.element("tr", "", table.header().stream().map(HtmlProse::header).toList())));
    }
    rows.add(Html.element("tbody", "", table.rows().stream().map(HtmlProse::row).toList()));
    return Html.element("table", "", rows);
  }

  /** A header without text is announced as an empty cell. */
  private static Element header(List<Inline> cell) {
    boolean blank = Inline.plainText(cell).isBlank();
    return Html.element(blank ? "td" : "th", "", inline(cell));
  }

  private static Element row(List<List<Inline>> cells) {
    return Html.element(
        "tr", "", cells.stream().map(cell -> Html.element("td", "", inline(cell))).toList());
  }

  private static Element admonition(Block.Tone tone, List<Element> content) {
    String word = tone.name().toLowerCase(Locale.ROOT);
    String label = tone.name().charAt(0) + word.substring(1);
    return Html.element(
        "div",
        "admonitionblock " + word,
        Html.element("div", "title", label),
        Html.element("div", "content", content));
  }

  private Element quote(List<Block> content, String source, OutputLookup outputs) {
    var said = new ArrayList<>(blocks(content, outputs));
    if (!source.isEmpty()) {
      said.add(paragraph("", "(" + source + ")"));
    }
    return quote("", said);
  }

  /** Returns a quotation. */
  public static Element quote(String role, List<Element> said) {
    return Html.element(
        "div", ("quoteblock " + role).strip(), Html.element("blockquote", "", said));
  }

  /** The image, its caption, and the drawing, which is collapsed if there is an image. */
  private List<Element> picture(Block.Picture picture) {
    var shown = new ArrayList<Element>();
    Optional<Png> image = pictures.apply(picture.image());
    image.ifPresent(png ->
        shown.add(
            Html.element(
                "div",
                "imageblock",
                Html.element("div", "content", Html.image(png, picture.words())))));
    shown.add(
        paragraph(
            "caption", List.of(Html.element("em", "", ShownText.onOneLine(picture.words())))));
    if (!picture.drawn().isEmpty()) {
      Element drawing = preformatted("diagram", "", picture.drawn());
      shown.add(
          image.isEmpty()
              ? drawing
              : collapsible("drawing", List.of(Html.text("As text")), List.of(drawing)));
    }
    return shown;
  }
}
