package dev.deckhand.site.notes;

import static dev.deckhand.site.NotesFixtures.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.site.HostileTexts;
import dev.deckhand.site.NotesFixtures;
import dev.deckhand.site.RenderedPageText;
import dev.deckhand.site.page.HtmlPage;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class NotesPageTest {

  private static final List<String> TEXTS = HostileTexts.ALL;

  /** All on one page, so that what one text opens would swallow the next. */
  @Test
  void whateverWasTypedOrPrintedIsShownAsItWas() {
    HtmlPage htmlPage = page(HostileTexts.book());
    assertThat(RenderedPageText.pre(htmlPage, "command"))
        .containsExactlyElementsOf(TEXTS.stream().map(text -> "$ a\n> " + text).toList());
    assertThat(RenderedPageText.pre(htmlPage, "output"))
        .containsExactlyElementsOf(
            TEXTS.stream().map(text -> "  " + text + "\n    x\n\n  " + text).toList());
    assertThat(RenderedPageText.texts(htmlPage, "remark"))
        .containsExactlyElementsOf(TEXTS.stream().map(HostileTexts::read).toList());
    assertThat(RenderedPageText.texts(htmlPage, "answer"))
        .containsExactlyElementsOf(
            TEXTS.stream()
                .map(text ->
                    "Which revision is it now? " + HostileTexts.read(text) + " \u2717 not right")
                .toList());
  }

  @Test
  void nothingThatWasTypedDoesAnything() {
    HtmlPage htmlPage = page(HostileTexts.book());
    assertThat(RenderedPageText.body(htmlPage)).contains("id=\"step-2\"");
    var read = Jsoup.parse(htmlPage.html());
    assertThat(read.select("script, img, iframe")).isEmpty();
    assertThat(htmlPage.html()).doesNotContain("root:x");
    assertThat(read.select("a[href]"))
        .allSatisfy(
            link -> assertThat(link.attr("href")).startsWith("http://").isEqualTo(link.text()));
  }

  @Test
  void addressesInRemarksAreLinks() {
    var page =
        page(
            NotesFixtures.of(
                new LessonNotes.Event(
                    new JournalEvent.NoteAdded(
                        1,
                        "See https://example.com/a?b=c&d, and (http://example.org/e_(f)). Not"
                            + " ftp://x, not https://."),
                    AT)));
    assertThat(Jsoup.parse(page.html()).select(".remark a").eachAttr("href"))
        .containsExactly("https://example.com/a?b=c&d", "http://example.org/e_(f)");
    assertThat(RenderedPageText.texts(page, "remark"))
        .containsExactly(
            "See https://example.com/a?b=c&d, and (http://example.org/e_(f)). Not ftp://x,"
                + " not https://.");
  }

  @Test
  void theDebriefIsAsItsAuthorWroteIt() {
    var page =
        page(
            NotesFixtures.of(
                new LessonNotes.Event(new JournalEvent.StepBegan(1), AT),
                new LessonNotes.Event(new JournalEvent.StepPassed(1, StepOutcome.DONE), AT)));
    String body = RenderedPageText.body(page);
    assertThat(body)
        .contains("<code>kubectl get deploy,rs,pods</code> shows the one in the")
        .contains("<strong>middle</strong>; see")
        .contains("<a href=\"https://kubernetes.io/docs/?a=%5Bb%5D\">the manual, part [1]</a>")
        .contains("Pod | Pods", "Names are yours.", "of two Pods", "front.yaml")
        .contains("<pre>  kind: Deployment\n\n  a: &lt;b&gt;</pre>");
    assertThat(RenderedPageText.pre(page, "command")).containsExactly("$ kubectl get rs");
  }

  private static HtmlPage page(LessonNotes notes) {
    return new NotesComposer(ZoneOffset.UTC).of(notes).page(_ -> Optional.empty());
  }
}
