package dev.deckhand.site.page;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.text.ShownText;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Builds HTML elements. Texts and attributes are escaped when they are written. */
public final class Html {

  private static final String BLOCKS =
      "head, body, header, footer, main, nav, section, form, div, h1, h2, h3, h4, h5, h6, p, pre,"
          + " hr, ul, ol, dl, li, dd, table, caption, thead, tbody, tr, blockquote, details,"
          + " summary, meta, title, link, style, script, label, input, button";

  private Html() {}

  /** Returns an element with a class; an empty class means none. */
  public static Element element(String tag, String cssClass, List<? extends Node> content) {
    var element = new Element(tag);
    if (!cssClass.isEmpty()) {
      element.attr("class", cssClass);
    }
    return element.appendChildren(content);
  }

  /** Returns an element with a class; an empty class means none. */
  public static Element element(String tag, String cssClass, Node... content) {
    return element(tag, cssClass, Arrays.asList(content));
  }

  /** Returns an element with a class that holds text. */
  public static Element element(String tag, String cssClass, String text) {
    return element(tag, cssClass, text(text));
  }

  /** Returns text, without control sequences and control characters. */
  public static TextNode text(String text) {
    return new TextNode(ShownText.clean(text));
  }

  /** Returns a link. */
  public static Element link(String target, String text) {
    return element("a", "", text).attr("href", target);
  }

  /** Returns text in the typeface of code. */
  public static Element code(String text) {
    return element("code", "", text);
  }

  /**
   * Returns a list.
   *
   * @param tag {@code ul} or {@code ol}
   * @param items what each item holds
   */
  public static Element list(
      String tag, String cssClass, List<? extends List<? extends Node>> items) {
    return element(tag, cssClass, items.stream().map(item -> element("li", "", item)).toList());
  }

  /** Returns an image that is part of the page. */
  static Element image(Png picture, String words) {
    return new Element("img")
        .attr("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.bytes()))
        .attr("alt", ShownText.onOneLine(words).strip())
        .attr("width", Integer.toString(picture.width()))
        .attr("height", Integer.toString(picture.height()));
  }

  /** Writes elements, with a line break after each block. */
  public static String write(List<? extends Node> nodes) {
    var document = new Document("");
    nodes.forEach(node -> document.appendChild(node.clone()));
    return write(document);
  }

  /** Writes a document, with a line break after each block; what is preformatted stays. */
  public static String write(Document document) {
    document.outputSettings().prettyPrint(false);
    document.select(BLOCKS).forEach(block -> block.after(new TextNode("\n")));
    return document.html();
  }
}
