package dev.deckhand.lesson;

import java.util.List;

/** A piece of prose, in the order in which the learner reads it. */
public sealed interface Block {

  /** Running text. */
  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /** A heading inside a step; level 1 is the highest. */
  record Heading(int level, List<Inline> content) implements Block {
    public Heading {
      content = List.copyOf(content);
    }
  }

  /** Commands for the learner to try, without their prompt; the shell offers them for insertion. */
  record Run(List<String> commands) implements Block {
    public Run {
      commands = List.copyOf(commands);
    }
  }

  /**
   * Text that is shown verbatim.
   *
   * @param title empty for none
   * @param language empty for none
   */
  record Listing(String title, String language, List<String> lines) implements Block {
    public Listing {
      lines = List.copyOf(lines);
    }
  }

  /** A list; each item is one or more blocks. */
  record Bullets(boolean numbered, List<List<Block>> items) implements Block {
    public Bullets {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A list of terms with their definitions. */
  record Terms(List<Term> terms) implements Block {
    public Terms {
      terms = List.copyOf(terms);
    }
  }

  /** One term of {@link Terms}. */
  record Term(List<Inline> term, List<Block> meaning) {
    public Term {
      term = List.copyOf(term);
      meaning = List.copyOf(meaning);
    }
  }

  /**
   * A table; every row has the same number of cells.
   *
   * @param title empty for none
   * @param header empty for a table without one
   */
  record Table(String title, List<List<Inline>> header, List<List<List<Inline>>> rows)
      implements Block {
    public Table {
      header = header.stream().map(List::copyOf).toList();
      rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
    }
  }

  /** An admonition. */
  record Admonition(Tone tone, List<Block> content) implements Block {
    public Admonition {
      content = List.copyOf(content);
    }
  }

  /** A quotation or a sidebar. */
  record Quote(List<Block> content, String source) implements Block {
    public Quote {
      content = List.copyOf(content);
    }
  }

  /**
   * A picture. Its description is for those who can't see it.
   *
   * @param image the name of its PNG among the course's images; empty for none
   * @param drawn the same as ASCII art, for terminals that show no images; empty for none
   */
  record Picture(String words, String image, List<String> drawn) implements Block {
    public Picture {
      drawn = List.copyOf(drawn);
    }
  }

  /** A thematic break. */
  record Rule() implements Block {}

  /** What an admonition is for. */
  enum Tone {
    NOTE,
    TIP,
    IMPORTANT,
    CAUTION,
    WARNING
  }
}
