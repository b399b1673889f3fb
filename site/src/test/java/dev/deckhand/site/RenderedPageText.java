package dev.deckhand.site;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What a reader sees of a page. */
public final class RenderedPageText {

  private RenderedPageText() {}

  /** The texts of the preformatted blocks with a role. */
  public static List<String> pre(String body, String role) {
    return blocks(body, role).stream()
        .map(block -> block.getElementsByTagName("pre").item(0).getTextContent())
        .toList();
  }

  /** The texts of the blocks with a role. */
  public static List<String> texts(String body, String role) {
    return blocks(body, role).stream().map(block -> block.getTextContent().strip()).toList();
  }

  private static List<Element> blocks(String body, String role) {
    try {
      var closed = body.replaceAll("<((?:br|hr|col)\\b[^>]*)>", "<$1/>");
      var page =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader("<p>" + closed + "</p>")));
      var blocks = new ArrayList<Element>();
      var all = page.getElementsByTagName("div");
      for (int i = 0; i < all.getLength(); i++) {
        var block = (Element) all.item(i);
        if (List.of(block.getAttribute("class").split(" ")).contains(role)) {
          blocks.add(block);
        }
      }
      return blocks;
    } catch (Exception broken) {
      throw new AssertionError("a body is well-formed: " + body, broken);
    }
  }
}
