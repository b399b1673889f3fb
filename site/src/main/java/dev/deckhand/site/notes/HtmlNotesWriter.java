package dev.deckhand.site.notes;

import dev.deckhand.lesson.Png;
import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.HtmlPage;
import dev.deckhand.site.page.HtmlProse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Writes notes as a page. */
final class HtmlNotesWriter {

  /** How deep the table of contents goes. */
  static final int CONTENTS_LEVELS = 2;

  private static final int DEBRIEF_HEADING = 2;

  private final HtmlProse prose;

  /**
   * @param pictures by the names under which the notes show them
   */
  HtmlNotesWriter(Function<String, Optional<Png>> pictures) {
    this.prose = new HtmlProse(DEBRIEF_HEADING, pictures);
  }

  HtmlPage write(NotesDocument document) {
    var body = new ArrayList<Element>();
    if (document.contents()) {
      body.add(contents(document));
    }
    document.parts().stream().map(this::element).forEach(body::add);
    return new HtmlPage(document.title(), body, false);
  }

  private Element element(NotesPart part) {
    return switch (part) {
      case NotesPart.Section(var level, var id, var title) ->
          Html.element("h" + (level + 1), "", title).id(id);
      case NotesPart.Line(var role, var content) ->
          HtmlProse.paragraph(role, HtmlProse.inline(content));
      case NotesPart.TypedCommand(var command) -> HtmlProse.commands(List.of(command));
      case NotesPart.Printed(var failed, var lines) ->
          HtmlProse.preformatted(failed ? "output-failed" : "output", "", lines);
      case NotesPart.LearnerWords(var paragraphs) ->
          HtmlProse.quote(
              "remark",
              paragraphs.stream()
                  .map(words -> HtmlProse.paragraph("", HtmlProse.inline(words)))
                  .toList());
      case NotesPart.Debrief(var content) -> HtmlProse.box("debrief", prose.blocks(content));
      case NotesPart.Progress progress -> progress(progress);
    };
  }

  private static Element contents(NotesDocument document) {
    List<NotesPart.Section> sections =
        document.parts().stream()
            .flatMap(part -> part instanceof NotesPart.Section section ? Stream.of(section) : null)
            .filter(section -> section.level() <= CONTENTS_LEVELS)
            .toList();
    return Html.element(
            "nav", "toc", Html.element("p", "title", "Contents").id("contents"), list(sections, 1))
        .attr("aria-labelledby", "contents");
  }

  /** Sections of a level, each with the deeper ones that follow it. */
  private static Element list(List<NotesPart.Section> sections, int level) {
    var items = new ArrayList<List<Element>>();
    for (int i = 0; i < sections.size(); i++) {
      NotesPart.Section section = sections.get(i);
      if (section.level() == level) {
        var item = new ArrayList<>(List.of(Html.link("#" + section.id(), section.title())));
        List<NotesPart.Section> deeper =
            sections.subList(i + 1, sections.size()).stream()
                .takeWhile(next -> next.level() > level)
                .toList();
        if (!deeper.isEmpty()) {
          item.add(list(deeper, level + 1));
        }
        items.add(item);
      }
    }
    return Html.list("ul", "", items);
  }

  private static Element progress(NotesPart.Progress progress) {
    return Html.element(
        "table",
        "",
        Html.element("caption", "", progress.course()),
        Html.element(
            "thead",
            "",
            Html.element(
                "tr",
                "",
                ProgressTable.COLUMNS.stream().map(name -> Html.element("th", "", name)).toList())),
        Html.element(
            "tbody",
            "",
            Stream.concat(
                    progress.rows().stream().map(row -> row(title(row), row)),
                    Stream.of(
                        row(
                            Html.element("strong", "", progress.total().title()),
                            progress.total())))
                .toList()));
  }

  private static Node title(NotesPart.ProgressRow row) {
    return row.anchor().isEmpty()
        ? Html.text(row.title())
        : Html.link("#" + row.anchor(), row.title());
  }

  private static Element row(Node title, NotesPart.ProgressRow row) {
    return Html.element("tr", "", Html.element("td", "", title))
        .appendChildren(
            row.figures().stream().map(figure -> Html.element("td", "", figure)).toList());
  }
}
