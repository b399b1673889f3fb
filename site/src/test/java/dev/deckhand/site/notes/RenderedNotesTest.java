package dev.deckhand.site.notes;

import static dev.deckhand.site.NotesFixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.site.HostileTexts;
import dev.deckhand.site.NotesFixtures;
import dev.deckhand.site.RenderedPageText;
import dev.deckhand.site.render.PageRenderer;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedNotesTest {

  private static final List<String> TEXTS = HostileTexts.ALL;

  private final LessonNotesDocument lessonNotesDocument = new LessonNotesDocument(ZoneOffset.UTC);
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
    var htmlPage = renderer.render(lessonNotesDocument.adoc(HostileTexts.book()));
    assertThat(RenderedPageText.pre(htmlPage.body(), "command"))
        .containsExactlyElementsOf(TEXTS.stream().map(text -> "$ a\n> " + text).toList());
    assertThat(RenderedPageText.pre(htmlPage.body(), "output"))
        .containsExactlyElementsOf(
            TEXTS.stream().map(text -> "  " + text + "\n    x\n\n  " + text).toList());
    assertThat(RenderedPageText.texts(htmlPage.body(), "remark"))
        .containsExactlyElementsOf(TEXTS.stream().map(HostileTexts::read).toList());
    assertThat(RenderedPageText.texts(htmlPage.body(), "answer"))
        .containsExactlyElementsOf(
            TEXTS.stream()
                .map(text ->
                    "Which revision is it now? " + HostileTexts.read(text) + " \u2717 not right")
                .toList());
  }

  @Test
  void nothingThatWasTypedDoesAnything() {
    var htmlPage = renderer.render(lessonNotesDocument.adoc(HostileTexts.book()));
    assertThat(htmlPage.language()).isEqualTo("en");
    assertThat(htmlPage.body()).contains("id=\"step-2\"");
    assertThat(htmlPage.html()).doesNotContain("<script", "<img", "<iframe", "href=", "root:x");
  }

  @Test
  void theDebriefIsAsItsAuthorWroteIt() {
    var adoc =
        lessonNotesDocument.adoc(
            NotesFixtures.of(new LessonNotes.StepStarted(1, AT), new LessonNotes.StepCompleted(1)));
    var body = renderer.render(adoc).body();
    assertThat(body)
        .contains("<code>kubectl get deploy,rs,pods</code> shows the one in the")
        .contains("<strong>middle</strong>; see")
        .contains("<a href=\"https://kubernetes.io/docs/?a=%5Bb%5D\">the manual, part [1]</a>")
        .contains("Pod | Pods", "Names are yours.", "of two Pods", "front.yaml")
        .contains("<pre>  kind: Deployment\n\n  a: &lt;b&gt;</pre>");
    assertThat(RenderedPageText.pre(body, "command")).containsExactly("$ kubectl get rs");
  }
}
