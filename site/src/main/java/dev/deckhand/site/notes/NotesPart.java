package dev.deckhand.site.notes;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import java.util.List;

/** A part of a document of notes, in the order of reading. */
sealed interface NotesPart {

  /**
   * A heading with an id that others lead to.
   *
   * @param level 1 for the highest below the title
   */
  record Section(int level, String id, String title) implements NotesPart {}

  /**
   * A paragraph.
   *
   * @param role what it says, for its looks
   */
  record Line(String role, List<Inline> content) implements NotesPart {
    public Line {
      content = List.copyOf(content);
    }

    Line(String role, String text) {
      this(role, List.of(new Inline.Words(text)));
    }
  }

  /** A command as it was typed. */
  record TypedCommand(String command) implements NotesPart {}

  /** What a command printed. */
  record Printed(boolean failed, List<String> lines) implements NotesPart {
    public Printed {
      lines = List.copyOf(lines);
    }
  }

  /** The learner's own words, a paragraph each. */
  record LearnerWords(List<List<Inline>> paragraphs) implements NotesPart {
    public LearnerWords {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** What the author says once a step is done. */
  record Debrief(List<Block> content) implements NotesPart {
    public Debrief {
      content = List.copyOf(content);
    }
  }

  /** How far the learner came in a course. */
  record Progress(String course, List<ProgressRow> rows, ProgressRow total) implements NotesPart {
    public Progress {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of {@link Progress}.
   *
   * @param anchor the id of the section about it; empty for none
   * @param figures state, steps, hints, time
   */
  record ProgressRow(String title, String anchor, List<String> figures) {
    public ProgressRow {
      figures = List.copyOf(figures);
    }
  }
}
