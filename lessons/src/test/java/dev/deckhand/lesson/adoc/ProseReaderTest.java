package dev.deckhand.lesson.adoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCompilerExtension.class)
class ProseReaderTest {

  private final CompilerFixture compilerFixture;

  ProseReaderTest(CompilerFixture compilerFixture) {
    this.compilerFixture = compilerFixture;
  }

  @Test
  void runningTextKeepsItsDress() throws IOException {
    assertThat(inlines("A *bold `x`* and _it_,\nhttps://example.org/a_b[a *link*]."))
        .containsExactly(
            words("A "),
            new Inline.Strong(List.of(words("bold "), code("x"))),
            words(" and "),
            new Inline.Emphasis(List.of(words("it"))),
            words(", "),
            new Inline.Link(
                List.of(words("a "), new Inline.Strong(List.of(words("link")))),
                "https://example.org/a_b"),
            words("."));
  }

  @Test
  void typographyIsDecodedInTextAndTakenBackInCode() throws IOException {
    assertThat(inlines("It's \"`so`\" -- 1 < 2 & &rarr; &#8364; `it's -- a->b ... <x>`"))
        .containsExactly(words("It’s “so”\u2009—\u20091 < 2 & → € "), code("it's -- a->b ... <x>"));
  }

  @Test
  void aBreakIsKept() throws IOException {
    assertThat(inlines("one +\ntwo"))
        .containsExactly(words("one"), new Inline.Break(), words("two"));
  }

  @Test
  void whatHasNoDressOfItsOwnIsStillSaid() throws IOException {
    assertThat(
            Inline.plainText(
                inlines("kbd:[Ctrl+C] x^2^ H~2~O #m# footnote:[f] ((t)) <<_s>> a@b.org")))
        .isEqualTo("Ctrl+C x^2 H2O m (f) t S a@b.org");
  }

  @Test
  void everyBlockHasItsPlace() throws IOException {
    assertThat(
            blocks(
                """
                === Deeper

                .Title
                [source,yaml]
                ----
                a: b

                ----

                * one
                ** two
                . three
                +
                four

                //-

                term:: meaning

                |===
                |A |B

                |1 |*2*
                |===

                WARNING: Hot.

                [quote,Somebody,Book]
                Said.

                '''
                """))
        .containsExactly(
            new Block.Heading(1, List.of(words("Deeper"))),
            new Block.Listing("Title", "yaml", List.of("a: b", "")),
            list(
                false,
                List.of(
                    paragraph("one"),
                    list(
                        false,
                        List.of(
                            paragraph("two"),
                            list(true, List.of(paragraph("three"), paragraph("four"))))))),
            new Block.Terms(
                List.of(new Block.Term(List.of(words("term")), List.of(paragraph("meaning"))))),
            new Block.Table(
                "",
                List.of(List.of(words("A")), List.of(words("B"))),
                List.of(
                    List.of(List.of(words("1")), List.of(new Inline.Strong(List.of(words("2"))))))),
            new Block.Admonition(Block.Tone.WARNING, List.of(paragraph("Hot."))),
            new Block.Quote(List.of(paragraph("Said.")), "Somebody, Book"),
            new Block.Rule());
  }

  @Test
  void commandsToTryLoseTheirPromptAndKeepTheirOutputApart() throws IOException {
    assertThat(
            blocks(
                """
                [source.run,console]
                ----
                $ cat <<EOF
                $ not a prompt
                EOF
                $ docker ps
                CONTAINER ID

                none
                $ ls \\
                  -l
                ----
                """))
        .containsExactly(
            new Block.Run(List.of("cat <<EOF\n$ not a prompt\nEOF", "docker ps")),
            new Block.Listing("", "", List.of("CONTAINER ID", "", "none")),
            new Block.Run(List.of("ls \\\n  -l")));
  }

  @Test
  void containersAreOpenedAndTheirTitlesKept() throws IOException {
    assertThat(blocks(".Aside\n****\nx\n****\n\n.Shown\n====\ny\n====\n"))
        .containsExactly(
            new Block.Quote(
                List.of(
                    new Block.Paragraph(List.of(new Inline.Strong(List.of(words("Aside"))))),
                    paragraph("x")),
                ""),
            new Block.Paragraph(List.of(new Inline.Strong(List.of(words("Shown"))))),
            paragraph("y"));
  }

  private List<Block> blocks(String body) throws IOException {
    return compilerFixture.step(body).prose();
  }

  private List<Inline> inlines(String text) throws IOException {
    return ((Block.Paragraph) blocks(text + "\n").getFirst()).content();
  }

  private static Block list(boolean numbered, List<Block> item) {
    return new Block.Bullets(numbered, List.of(item));
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(words(text)));
  }

  private static Inline words(String text) {
    return new Inline.Words(text);
  }

  private static Inline code(String text) {
    return new Inline.Code(text);
  }
}
