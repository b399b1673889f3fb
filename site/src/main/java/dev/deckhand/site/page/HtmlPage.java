package dev.deckhand.site.page;

import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * A page in one file: its style is inside, and it requests nothing from any host.
 *
 * @param title plain text
 * @param body what stands below the title
 * @param copyButtons whether its commands have a button that copies them, for readers with scripts
 *     on
 */
public record HtmlPage(String title, List<Element> body, boolean copyButtons) {

  public HtmlPage {
    body = List.copyOf(body);
  }

  /** Returns the whole page. */
  public String html() {
    Document page = document(title, policy());
    page.head().appendChild(raw("style", PageAsset.STYLE.text()));
    Element main = Html.element("main", "", Html.element("h1", "", title));
    body.forEach(block -> main.appendChild(block.clone()));
    page.body().appendChild(main);
    if (copyButtons) {
      page.body().appendChild(raw("script", PageAsset.COPY_SCRIPT.text()));
    }
    return Html.write(page);
  }

  /**
   * Returns an empty page in English, with its metadata.
   *
   * @param policy its Content-Security-Policy
   */
  public static Document document(String title, String policy) {
    Document page = Document.createShell("");
    page.prependChild(new DocumentType("html", "", ""));
    page.expectFirst("html").attr("lang", "en");
    page.head()
        .appendChildren(
            List.of(
                new Element("meta").attr("charset", "utf-8"),
                new Element("meta")
                    .attr("http-equiv", "Content-Security-Policy")
                    .attr("content", policy),
                named("viewport", "width=device-width, initial-scale=1"),
                named("color-scheme", "light dark"),
                Html.element("title", "", title)));
    return page;
  }

  /** Returns a piece of metadata. */
  public static Element named(String name, String content) {
    return new Element("meta").attr("name", name).attr("content", content);
  }

  private static Element raw(String tag, String content) {
    return new Element(tag).appendChild(new DataNode(content));
  }

  /** Only our own script runs, whatever else the page contains. */
  private String policy() {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'"
        + "; img-src data:"
        + (copyButtons ? "; script-src '" + PageAsset.COPY_SCRIPT.policyHash() + "'" : "");
  }
}
