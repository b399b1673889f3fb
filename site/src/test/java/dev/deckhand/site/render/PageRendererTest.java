package dev.deckhand.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageRendererTest {

  private PageRenderer renderer;

  @BeforeAll
  void start() {
    renderer = PageRenderer.start();
  }

  @AfterAll
  void stop() {
    renderer.close();
  }

  @Test
  void aPageSaysWhatItIsAndAsksNobody() {
    var html = renderer.render("= A & B\n:lang: de\n\nHello *you*.\n").html();
    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"de\">")
        .contains("<meta name=\"viewport\"")
        .contains("<title>A &amp; B</title>")
        .contains("default-src 'none'")
        .contains("<strong>you</strong>")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("<link", "@import", "url(", "src=");
  }

  @Test
  void whoMayReadAPageIsUpToItsFolder(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("a.html");
    renderer.render("Hello.").write(page);
    Path other = Files.writeString(folder.resolve("b.html"), "other");
    assertThat(Files.getPosixFilePermissions(page)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void aHeaderThatSaysNothingIsAnEmptyCell() {
    assertThat(renderer.render("[options=header]\n|===\n| |A\n|B |C\n|===\n").body())
        .containsSubsequence("<td class", "</td>", "<th class", "A</th>")
        .doesNotContain("</th>\n<th");
  }

  @Test
  void aPageWithoutTitleHasOne() {
    assertThat(renderer.render("Hello.").title()).isEqualTo("Notes");
  }

  @Test
  void aLanguageThatIsNoneIsNotBelieved() {
    assertThat(renderer.render("= T\n:lang: \"><script>\n").language()).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass:[<script>alert(1)</script>]",
        "++++\n<script>alert(1)</script>\n++++",
        "{lt}script{gt}alert(1){lt}/script{gt}",
        ":x: pass:[<script>alert(1)</script>]\n\n{x}",
        "[subs=none]\n----\n<script>alert(1)</script>\n----",
        "+++<b onclick=\"alert(1)\">x</b>+++",
        "+++<svg onload=\"alert(1)\"><script>alert(1)</script></svg>+++",
        "link:javascript:alert(1)[x]",
        "link:++data:text/html,<script>alert(1)</script>++[x]",
        "image::https://example.com/alert(1).png[a picture]",
        "+++<meta http-equiv=\"refresh\" content=\"0;url=https://example.com/alert(1)\"/>+++",
        "+++<a href=\"java&#9;script:alert(1)\">x</a>+++",
        "+++<form action=\"https://example.com/alert(1)\"><button>x</button></form>+++"
      })
  void rawHtmlIsNotBelieved(String adoc) {
    assertThat(renderer.render("= T\n\nBefore.\n\n" + adoc + "\n\nAfter.\n").body())
        .contains("Before.", "After.")
        .doesNotContainIgnoringCase(
            "<script", "onclick", "onload", "href", "<img", "<meta", "<form")
        .doesNotContain("action=", "src=");
  }

  @Test
  void rawHtmlThatIsBrokenIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> renderer.render("pass:[<b>]"))
        .isInstanceOf(MalformedHtmlException.class)
        .hasMessageContaining("Remove the passthroughs");
  }

  @Test
  void otherFilesAreNotIncluded(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret.txt"), "s3cret");
    assertThat(renderer.render("include::" + secret + "[]\n").html()).doesNotContain("s3cret");
  }

  @Test
  void linksToOtherPlacesStay() {
    assertThat(renderer.render("https://kubernetes.io/docs/[docs]").body())
        .contains("<a href=\"https://kubernetes.io/docs/\">docs</a>");
  }

  @Test
  void aPageIsWrittenWholeAndReplacesTheOld(@TempDir Path folder) throws IOException {
    var file = folder.resolve("pages").resolve("notes.html");
    renderer.render("= One").write(file);
    renderer.render("= Two").write(file);
    assertThat(file).content().contains("<h1>Two</h1>").doesNotContain("<h1>One</h1>");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }
}
