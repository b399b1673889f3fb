package dev.deckhand.site.web;

/** What stands around the content of every page. */
public final class PageTemplate {

  /**
   * Nothing is asked of another host, and no script runs but those that lie in the site's own
   * folder. {@code file:} is there for browsers to which two files are never of one origin.
   */
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'self' file:;"
          + " script-src 'self' file:";

  private final boolean coverage;

  /**
   * @param coverage whether there is a page of what the courses cover
   */
  public PageTemplate(boolean coverage) {
    this.coverage = coverage;
  }

  /**
   * Returns the whole page.
   *
   * @param written HTML of the page's AsciiDoc
   */
  public String html(WebPage page, String written) {
    return head(page)
        + header(page)
        + """
        <div class="sheet%s">
        <main id="site-content" class="%s">
        %s<h1>%s</h1>
        %s%s%s</main>
        %s</div>
        <footer class="site"><p>Made with Deckhand, which teaches these lessons in your own terminal.</p></footer>
        </body>
        </html>
        """
            .formatted(
                page.aside().isEmpty() ? "" : " with-aside",
                page.styleClass(),
                page.breadcrumbs(),
                Html.text(page.title()),
                page.htmlBefore(),
                written,
                page.htmlAfter(),
                page.aside());
  }

  private static String head(WebPage page) {
    String top = SitePaths.relativeRoot(page.path());
    boolean home = page.path().equals(SitePaths.INDEX);
    return """
    <!DOCTYPE html>
    <html lang="en" data-top="%s">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="description" content="%s">
    <title>%s</title>
    <link rel="stylesheet" href="%s">
    <script src="%s"></script>
    </head>
    """
        .formatted(
            top,
            POLICY,
            Html.text(page.description()),
            Html.text(home ? page.title() : page.title() + " – Deckhand"),
            top + SitePaths.STYLE,
            top + SitePaths.SCRIPT);
  }

  /** Search and switch are shown by the script that they need. */
  private String header(WebPage page) {
    String top = SitePaths.relativeRoot(page.path());
    return """
    <body>
    <a class="skip" href="#site-content">To the text</a>
    <header class="site">
    <a class="home" href="%s">Deckhand</a>
    <nav aria-label="Site">%s</nav>
    <form class="search" role="search" hidden>
    <label class="unseen" for="site-search">Search the lessons</label>
    <input id="site-search" type="search" placeholder="Search" autocomplete="off" spellcheck="false">
    <div class="found" hidden>
    <p class="count" role="status"></p>
    <ol></ol>
    </div>
    </form>
    <button type="button" class="theme" hidden></button>
    </header>
    """
        .formatted(
            top + SitePaths.INDEX,
            tab(page, SitePaths.INDEX, "Courses")
                + (coverage ? " " + tab(page, SitePaths.COVERAGE, "Coverage") : ""));
  }

  private static String tab(WebPage page, String address, String name) {
    return "<a href=\""
        + SitePaths.relativeRoot(page.path())
        + address
        + "\""
        + (page.path().equals(address) ? " aria-current=\"page\"" : "")
        + ">"
        + name
        + "</a>";
  }
}
