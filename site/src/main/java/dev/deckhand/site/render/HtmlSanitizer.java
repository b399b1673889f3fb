package dev.deckhand.site.render;

import dev.deckhand.lesson.Png;
import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Lets through what a page may hold, and nothing else: AsciiDoc can carry raw HTML on many ways
 * (passthroughs, attributes, {@code subs}), so what comes out is judged and not what goes in. Not
 * let through: scripts, styles, forms, frames, handlers and anything that another host would be
 * asked for. Pictures are those that are handed in; of others the words are left.
 */
final class HtmlSanitizer {

  private static final Set<String> ELEMENTS =
      Set.of(
          "a",
          "b",
          "blockquote",
          "br",
          "caption",
          "cite",
          "code",
          "col",
          "colgroup",
          "dd",
          "del",
          "details",
          "div",
          "dl",
          "dt",
          "em",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "i",
          "kbd",
          "li",
          "mark",
          "ol",
          "p",
          "pre",
          "s",
          "span",
          "strong",
          "sub",
          "summary",
          "sup",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "u",
          "ul");
  private static final Set<String> ATTRIBUTES =
      Set.of("class", "id", "href", "colspan", "rowspan", "start", "title", "lang", "dir");
  private static final Set<String> VOID_ELEMENTS = Set.of("br", "col", "hr");
  private static final Set<String> DROPPED_ELEMENTS =
      Set.of("script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math");
  private static final Pattern ALLOWED_TARGET = Pattern.compile("(?i)(https?://|mailto:|#)[^\\s]*");

  private final Function<String, Optional<Png>> pictures;
  private final StringBuilder html = new StringBuilder();

  private HtmlSanitizer(Function<String, Optional<Png>> pictures) {
    this.pictures = pictures;
  }

  /**
   * Returns the allowed part of well-formed HTML, as HTML.
   *
   * @param pictures those that it may show, by their sources
   */
  static String sanitize(String wellFormed, Function<String, Optional<Png>> pictures) {
    var htmlSanitizer = new HtmlSanitizer(pictures);
    htmlSanitizer.content(parse(wellFormed).getDocumentElement());
    return htmlSanitizer.html.toString();
  }

  /** Returns the text alone, not escaped. */
  static String text(String wellFormed) {
    return parse(wellFormed).getDocumentElement().getTextContent();
  }

  private static Document parse(String wellFormed) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      // none of ours would be one that prints
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader("<div>" + wellFormed + "</div>")));
    } catch (SAXException raw) {
      throw new MalformedHtmlException(raw);
    } catch (ParserConfigurationException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void content(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        element(element);
      } else if (node.getNodeType() == Node.TEXT_NODE
          || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        html.append(escaped(node.getNodeValue()));
      }
    }
  }

  private void element(Element element) {
    var name = nameOf(element);
    if (DROPPED_ELEMENTS.contains(name)) {
      return;
    }
    if (name.equals("img")) {
      picture(element);
    } else if (!ELEMENTS.contains(name)) {
      content(element);
    } else {
      html.append('<').append(name);
      attributes(element);
      html.append('>');
      if (!VOID_ELEMENTS.contains(name)) {
        content(element);
        html.append("</").append(name).append('>');
      }
    }
  }

  /** A header that says nothing heads nothing: it is announced as an empty cell. */
  private static String nameOf(Element element) {
    var name = element.getTagName().toLowerCase(Locale.ROOT);
    boolean empty =
        element.getTextContent().isBlank() && element.getElementsByTagName("*").getLength() == 0;
    return name.equals("th") && empty ? "td" : name;
  }

  private void attributes(Element element) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var name = attributes.item(i).getNodeName().toLowerCase(Locale.ROOT);
      var value = attributes.item(i).getNodeValue();
      boolean leads = name.equals("href") && !ALLOWED_TARGET.matcher(value).matches();
      if (ATTRIBUTES.contains(name) && !leads) {
        html.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
      }
    }
  }

  private void picture(Element element) {
    String words = escaped(element.getAttribute("alt"));
    html.append(
        pictures.apply(element.getAttribute("src")).map(one -> image(one, words)).orElse(words));
  }

  private static String image(Png picture, String words) {
    return "<img src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(picture.bytes())
        + "\" alt=\""
        + words
        + "\" width=\""
        + picture.width()
        + "\" height=\""
        + picture.height()
        + "\">";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
