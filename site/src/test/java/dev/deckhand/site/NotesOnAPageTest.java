package dev.deckhand.site;

import static dev.deckhand.site.Books.AT;
import static dev.deckhand.site.Books.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.site.render.PageRenderer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotesOnAPageTest {

  private static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "{lt}script{gt}alert(1){lt}/script{gt}",
          "include::/etc/passwd[]",
          "\\include::/etc/passwd[]",
          "\\\\include::/etc/passwd[]",
          "ifdef::asciidoctor[gone]",
          "ifeval::[1 == 2]",
          "endif::[]",
          "....",
          "..........",
          "----",
          "====",
          "____",
          "++++",
          "////",
          "|===",
          "```",
          "--",
          ":lang: xx",
          ":!sectids:",
          "{lang} {set:a:b} {counter:x} {asciidoctor-version}",
          "pass:[<b>x</b>] +++<b>y</b>+++ $$z$$ ++a++ +b+",
          "stem:[x] latexmath:[x] kbd:[a] btn:[b] menu:c[d]",
          "image::http://example.com/a.png[] image:b.png[] link:javascript:alert(1)[x]",
          "http://example.com[x] mailto:a@b.c a@b.example footnote:[x] <<step-1>> [[anchor]] ((term))",
          "*bold* _it_ `mono` #mark# ^sup^ ~sub~ **b** __i__ ``m`` ##k##",
          "= Title",
          "== Section",
          "=== Deep",
          "# Markdown",
          "* item",
          "- item",
          ". item",
          "1. item",
          "<1> callout",
          "term:: meaning",
          "question;; answer",
          "NOTE: admonition",
          "[source]",
          ".title",
          "+",
          "'''",
          "<<<",
          "---",
          "***",
          "a -- b ... (C) (R) (TM) -> => <- <= it's 'quoted' \"double\" &amp; &#65; &lt;",
          "ends with plus +",
          "// comment",
          "kubectl get pods -o jsonpath='{.items[*].metadata.name}' # <3>",
          "a \\ backslash \\{x} \\*y*",
          "| cell | cell",
          "\"\"",
          "x]] > ]]> <![CDATA[ <!-- -->",
          "部署 العنقود 🚀 e\u0301");

  private final Notes notes = new Notes(ZoneOffset.UTC);
  private PageRenderer renderer;

  @BeforeAll
  void start() {
    renderer = PageRenderer.start();
  }

  @AfterAll
  void stop() {
    renderer.close();
  }

  /** All on one page, so that what one text opens would swallow the next. */
  @Test
  void whateverWasTypedOrPrintedIsShownAsItWas() {
    var page = renderer.page(notes.adoc(book()));
    assertThat(Shown.pre(page.body(), "command"))
        .containsExactlyElementsOf(TEXTS.stream().map(text -> "$ a\n> " + text).toList());
    assertThat(Shown.pre(page.body(), "output"))
        .containsExactlyElementsOf(
            TEXTS.stream().map(text -> "  " + text + "\n    x\n\n  " + text).toList());
    assertThat(Shown.texts(page.body(), "remark"))
        .containsExactlyElementsOf(TEXTS.stream().map(NotesOnAPageTest::read).toList());
    assertThat(Shown.texts(page.body(), "answer"))
        .containsExactlyElementsOf(
            TEXTS.stream()
                .map(text -> "Which revision is it now? " + read(text) + " \u2717 not right")
                .toList());
  }

  @Test
  void nothingThatWasTypedDoesAnything() {
    var page = renderer.page(notes.adoc(book()));
    assertThat(page.language()).isEqualTo("en");
    assertThat(page.body()).contains("id=\"step-2\"");
    assertThat(page.html()).doesNotContain("<script", "<img", "<iframe", "href=", "root:x");
  }

  @Test
  void theDebriefIsAsItsAuthorWroteIt() {
    var adoc = notes.adoc(Books.of(new NoteBook.StepBegan(1, AT), new NoteBook.Passed(1)));
    var body = renderer.page(adoc).body();
    assertThat(body)
        .contains("<code>kubectl get deploy,rs,pods</code> shows the one in the")
        .contains("<strong>middle</strong>; see")
        .contains("<a href=\"https://kubernetes.io/docs/?a=%5Bb%5D\">the manual, part [1]</a>")
        .contains("Pod | Pods", "Names are yours.", "of two Pods", "front.yaml")
        .contains("<pre>  kind: Deployment\n\n  a: &lt;b&gt;</pre>");
    assertThat(Shown.pre(body, "command")).containsExactly("$ kubectl get rs");
  }

  /** Typographic apostrophes are what AsciiDoc makes of plain ones within a word. */
  private static String read(String text) {
    return text.replaceAll("(?<=[a-z])'(?=[a-z])", "\u2019").replaceAll(" +", " ").strip();
  }

  private static NoteBook book() {
    var entries = new ArrayList<NoteBook.Entry>();
    entries.add(new NoteBook.StepBegan(1, AT));
    for (String text : TEXTS) {
      entries.add(typed("a\n" + text, 0, "  " + text + "\n    x\n\n  " + text));
      entries.add(new NoteBook.Remark(text, AT));
      entries.add(new NoteBook.Answered("1.a1", text, false));
    }
    entries.add(new NoteBook.StepBegan(2, AT));
    return new NoteBook(Books.lesson(), String.join(" ", TEXTS), entries);
  }
}
