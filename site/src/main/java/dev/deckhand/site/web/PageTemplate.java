package dev.deckhand.site.web;

import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.HtmlPage;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page around the content: header, navigation, footer.
 *
 * @param coverage whether there is a page of what the courses cover
 */
record PageTemplate(boolean coverage) {

  /**
   * Nothing is requested from another host, and only scripts in the site's own folder run. {@code
   * file:} is for browsers that treat every file as an origin of its own.
   */
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'self'"
          + " file:; script-src 'self' file:";

  /** Returns the whole page. */
  String html(WebPage page) {
    String top = SitePaths.relativeRoot(page.path());
    boolean home = page.path().equals(SitePaths.INDEX);
    Document document =
        HtmlPage.document(home ? page.title() : page.title() + " – Deckhand", POLICY);
    document.expectFirst("html").attr("data-top", top);
    document
        .head()
        .appendChildren(
            List.of(
                HtmlPage.named("description", page.description()),
                new Element("link").attr("rel", "stylesheet").attr("href", top + SitePaths.STYLE),
                new Element("script").attr("src", top + SitePaths.SCRIPT)));
    document
        .body()
        .appendChildren(
            List.of(
                Html.link("#site-content", "To the text").addClass("skip"),
                header(page, top),
                sheet(page),
                Html.element(
                    "footer",
                    "site",
                    Html.element(
                        "p",
                        "",
                        "Made with Deckhand, which teaches these lessons in your own terminal."))));
    return Html.write(document);
  }

  private static Element sheet(WebPage page) {
    Element main = Html.element("main", page.styleClass(), page.breadcrumbs()).id("site-content");
    main.appendChild(Html.element("h1", "", page.title())).appendChildren(page.content());
    return Html.element("div", page.aside().isEmpty() ? "sheet" : "sheet with-aside", main)
        .appendChildren(page.aside());
  }

  /** Search and theme switch are hidden until the script that they need shows them. */
  private Element header(WebPage page, String top) {
    var tabs = Html.element("nav", "", tab(page, SitePaths.INDEX, "Courses"));
    if (coverage) {
      tabs.appendText(" ").appendChild(tab(page, SitePaths.COVERAGE, "Coverage"));
    }
    return Html.element(
        "header",
        "site",
        Html.link(top + SitePaths.INDEX, "Deckhand").addClass("home"),
        tabs.attr("aria-label", "Site"),
        search(),
        new Element("button").attr("type", "button").addClass("theme").attr("hidden", true));
  }

  private static Element search() {
    return Html.element(
            "form",
            "search",
            Html.element("label", "unseen", "Search the lessons").attr("for", "site-search"),
            new Element("input")
                .id("site-search")
                .attr("type", "search")
                .attr("placeholder", "Search")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false"),
            Html.element(
                    "div",
                    "found",
                    Html.element("p", "count").attr("role", "status"),
                    new Element("ol"))
                .attr("hidden", true))
        .attr("role", "search")
        .attr("hidden", true);
  }

  private static Element tab(WebPage page, String address, String name) {
    Element link = Html.link(SitePaths.relativeRoot(page.path()) + address, name);
    return page.path().equals(address) ? link.attr("aria-current", "page") : link;
  }
}
