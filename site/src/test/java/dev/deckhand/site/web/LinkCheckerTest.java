package dev.deckhand.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCheckerTest {

  private final SortedMap<String, String> pages = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"../index.html\">up</a>",
        "<a href=\"b.html#here\">there</a>",
        "<a href=\"#own\">below</a><p id=\"own\"></p>",
        "<img src=\"data:image/png;base64,AAAA\">",
        "<script src=\"../assets/site.js\"></script>",
        "<a href=\"https://example.org/x?y=1&amp;z=2#w\">elsewhere</a>",
        "<label for=\"f\">F</label><input id=\"f\">",
        "<p>href=\"gone.html\"</p>",
        "<p id=\"a&amp;b\"></p><a href=\"#a&amp;b\">it</a>"
      })
  void whatLeadsSomewhereIsFine(String html) {
    assertThat(flaws(html)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"c.html\">no page</a>",
        "<a href=\"b.html#nowhere\">no id</a>",
        "<a href=\"#nowhere\">no id</a>",
        "<a href=\"../../index.html\">out of the site</a>",
        "<a href=\"javascript:alert(1)\">no page</a>",
        "<img src=\"https://example.org/a.png\">",
        "<script src=\"../assets/other.js\"></script>",
        "<label for=\"f\">F</label>",
        "<p aria-labelledby=\"own none\" id=\"own\"></p>",
        "<p id=\"twice\"></p><p id=\"twice\"></p>"
      })
  void whatLeadsNowhereIsSaidWithItsPage(String html) {
    assertThat(flaws(html)).singleElement().asString().startsWith("courses/a.html: ");
  }

  private List<String> flaws(String html) {
    pages.put("index.html", "<p id=\"top\"></p>");
    pages.put("courses/b.html", "<p id=\"here\"></p>");
    pages.put("courses/a.html", html);
    Set<String> files = new HashSet<>(pages.keySet());
    files.add("assets/site.js");
    return LinkChecker.check(pages, files);
  }
}
