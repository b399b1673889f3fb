package dev.deckhand.site;

import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.HtmlPage;
import java.util.List;
import org.jsoup.Jsoup;

/** What a reader sees of a page. */
public final class RenderedPageText {

  private RenderedPageText() {}

  /** What stands below the title, as HTML. */
  public static String body(HtmlPage page) {
    return Html.write(page.body());
  }

  /** The texts of the preformatted blocks with a role. */
  public static List<String> pre(HtmlPage page, String role) {
    return Jsoup.parse(page.html()).select("div." + role + " pre").stream()
        .map(block -> block.wholeText())
        .toList();
  }

  /** The texts of the blocks with a role, without line breaks. */
  public static List<String> texts(HtmlPage page, String role) {
    return Jsoup.parse(page.html()).select("main ." + role).stream()
        .map(block -> block.text().strip())
        .toList();
  }
}
