package dev.deckhand.site;

import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.site.notes.LessonNotes;
import java.util.List;

/** What a learner may have typed or been shown, and what would be AsciiDoc or HTML elsewhere. */
public final class HostileTexts {

  /** All of them. */
  public static final List<String> ALL =
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
          "http://example.com[x] mailto:a@b.c a@b.example footnote:[x] <<step-1>> [[anchor]]"
              + " ((term))",
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

  private HostileTexts() {}

  /** How a page shows it within a line. */
  public static String read(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** All of them as commands, output, remarks and answers. */
  public static LessonNotes book() {
    var entries = new java.util.ArrayList<LessonNotes.Event>();
    entries.add(new LessonNotes.Event(new JournalEvent.StepBegan(1), NotesFixtures.AT));
    for (String text : ALL) {
      entries.add(NotesFixtures.typed("a\n" + text, 0, "  " + text + "\n    x\n\n  " + text));
      entries.add(new LessonNotes.Event(new JournalEvent.NoteAdded(1, text), NotesFixtures.AT));
      entries.add(
          new LessonNotes.Event(
              new JournalEvent.QuestionAnswered(1, "1.a1", text, false), NotesFixtures.AT));
    }
    entries.add(new LessonNotes.Event(new JournalEvent.StepBegan(2), NotesFixtures.AT));
    return new LessonNotes(NotesFixtures.lesson(), String.join(" ", ALL), entries);
  }
}
