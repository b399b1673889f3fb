package dev.deckhand.site;

import static dev.deckhand.site.Books.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.site.render.PageRenderer;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotesOnAPageTest {

  private static final List<String> TEXTS = HostileTexts.ALL;

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
    var page = renderer.page(notes.adoc(HostileTexts.book()));
    assertThat(Shown.pre(page.body(), "command"))
        .containsExactlyElementsOf(TEXTS.stream().map(text -> "$ a\n> " + text).toList());
    assertThat(Shown.pre(page.body(), "output"))
        .containsExactlyElementsOf(
            TEXTS.stream().map(text -> "  " + text + "\n    x\n\n  " + text).toList());
    assertThat(Shown.texts(page.body(), "remark"))
        .containsExactlyElementsOf(TEXTS.stream().map(HostileTexts::read).toList());
    assertThat(Shown.texts(page.body(), "answer"))
        .containsExactlyElementsOf(
            TEXTS.stream()
                .map(text ->
                    "Which revision is it now? " + HostileTexts.read(text) + " \u2717 not right")
                .toList());
  }

  @Test
  void nothingThatWasTypedDoesAnything() {
    var page = renderer.page(notes.adoc(HostileTexts.book()));
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
}
