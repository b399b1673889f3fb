package dev.deckhand.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.site.HostileTexts;
import dev.deckhand.site.NotesFixtures;
import dev.deckhand.site.RenderedPageText;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {

  @Test
  void aPageSaysWhatItIsAndRequestsNothing() {
    var html = page("A & B", strong("you")).html();
    assertThat(html)
        .startsWith("<!doctype html><html lang=\"en\">")
        .contains("<meta name=\"viewport\"")
        .contains("<title>A &amp; B</title>")
        .contains("<h1>A &amp; B</h1>")
        .contains("default-src 'none'")
        .contains("<strong>you</strong>")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("<link", "@import", "url(", "src=");
  }

  @Test
  void aHeaderThatSaysNothingIsAnEmptyCell() {
    var table =
        new Block.Table(
            "",
            List.of(List.of(), NotesFixtures.words("A")),
            List.of(List.of(NotesFixtures.words("B"), NotesFixtures.words("C"))));
    assertThat(body(table))
        .containsSubsequence("<td></td>", "<th>A</th>")
        .doesNotContain("<th></th>");
  }

  @Test
  void whateverTheTextsOfAllBlocksAreTheyAreShownAndMeanNothing() {
    for (String text : HostileTexts.ALL) {
      var words = NotesFixtures.words(text);
      var paragraph = new Block.Paragraph(words);
      HtmlPage page =
          page(
              text,
              paragraph,
              new Block.Heading(1, words),
              new Block.Run(List.of(text)),
              new Block.Listing(text, text, List.of(text)),
              new Block.Bullets(true, List.of(List.of(paragraph))),
              new Block.Terms(List.of(new Block.Term(words, List.of(paragraph)))),
              new Block.Table(text, List.of(words), List.of(List.of(words))),
              new Block.Admonition(Block.Tone.TIP, List.of(paragraph)),
              new Block.Quote(List.of(paragraph), text),
              new Block.Picture(text, "a.png", List.of(text)));
      var read = Jsoup.parse(page.html());
      assertThat(read.select("script, img, iframe, b, svg")).isEmpty();
      assertThat(read.select("pre").eachText()).hasSize(3);
      assertThat(read.expectFirst("main > .listing pre").wholeText()).isEqualTo(text);
      assertThat(read.expectFirst("main > .paragraph").text())
          .isEqualTo(text.replaceAll("\\s+", " "));
      assertThat(read.title()).isEqualTo(text.replaceAll("\\s+", " "));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "java\tscript:alert(1)",
        "https://example.com/a b",
        "//example.com",
        "file:///etc/passwd"
      })
  void whatIsNoAddressOfTheWebIsNoLink(String target) {
    assertThat(body(link(target))).contains("<p>x</p>").doesNotContain("href");
  }

  @Test
  void linksToOtherPlacesStayAndAreEscaped() {
    assertThat(body(link("https://kubernetes.io/docs/")))
        .contains("<a href=\"https://kubernetes.io/docs/\">x</a>");
    assertThat(body(link("https://kubernetes.io/?a=[b]&c=\"d\"")))
        .contains("<a href=\"https://kubernetes.io/?a=%5Bb%5D&amp;c=%22d%22\">x</a>");
  }

  @Test
  void controlCharactersAreReplaced() {
    assertThat(
            body(new Block.Paragraph(NotesFixtures.words("\u001b[31mred\u001b[0m \u202eb\u0000"))))
        .contains("<p>red \ufffdb\ufffd</p>");
  }

  private static Block link(String target) {
    return new Block.Paragraph(List.of(new Inline.Link(NotesFixtures.words("x"), target)));
  }

  private static Block strong(String text) {
    return new Block.Paragraph(List.of(new Inline.Strong(NotesFixtures.words(text))));
  }

  private static String body(Block... blocks) {
    return RenderedPageText.body(page("T", blocks));
  }

  private static HtmlPage page(String title, Block... blocks) {
    return new HtmlPage(
        title, new HtmlProse(1, _ -> Optional.empty()).blocks(List.of(blocks)), false);
  }
}
