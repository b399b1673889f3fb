package dev.deckhand.site.notes;

import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.AsciidocBlockWriter;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.DelimitedBlocks;
import dev.deckhand.site.asciidoc.PictureRewriter;
import dev.deckhand.site.notes.LessonNotes.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a lesson in a learner's notes, each a section.
 *
 * @param level how many equals signs a section's title has
 * @param anchor what the sections' ids begin with
 */
record StepNotesSection(LessonNotes notes, int level, String anchor) {

  /** Returns all that was begun, with an empty line at the end. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    bySteps(notes.entries()).forEach((step, entries) -> lines.addAll(step(step, entries)));
    return lines;
  }

  /** A step that is taken up again goes on where its notes stopped; 0 is before the first. */
  private static Map<Integer, List<Entry>> bySteps(List<Entry> entries) {
    var steps = new LinkedHashMap<Integer, List<Entry>>();
    int current = 0;
    for (Entry entry : entries) {
      if (entry instanceof LessonNotes.StepStarted(var step, var _)) {
        current = step;
      }
      steps.computeIfAbsent(current, _ -> new ArrayList<>()).add(entry);
    }
    return steps;
  }

  private List<String> step(int number, List<Entry> entries) {
    var step = notes.lesson().steps().stream().filter(s -> s.number() == number).findFirst();
    var lines = new ArrayList<String>();
    lines.add("[#" + anchor + number + "]");
    lines.add(
        "=".repeat(level)
            + " "
            + step.map(s -> number + ". " + AsciidocEscaper.inline(s.title()))
                .orElse("Before the first step"));
    lines.add("");
    var entry = new NotesEntryWriter(notes.lesson(), number);
    entries.forEach(each -> lines.addAll(entry.lines(each)));
    if (entries.stream().anyMatch(LessonNotes.StepCompleted.class::isInstance)) {
      step.map(Step::debrief)
          .filter(blocks -> !blocks.isEmpty())
          .ifPresent(blocks ->
              lines.addAll(
                  DelimitedBlocks.box(
                      "debrief",
                      AsciidocBlockWriter.lines(
                          PictureRewriter.withCoursePaths(notes.lesson().id().course(), blocks)))));
    }
    return lines;
  }
}
