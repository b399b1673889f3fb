package dev.deckhand.lesson;

import java.util.List;

/** A stretch of running text. */
public sealed interface Inline {

  /** Plain text; white space is as it should be shown. */
  record Words(String text) implements Inline {}

  /** A command, a name or a value, as typed. */
  record Code(String text) implements Inline {}

  /** Bold text. */
  record Strong(List<Inline> content) implements Inline {
    public Strong {
      content = List.copyOf(content);
    }
  }

  /** Italic text. */
  record Emphasis(List<Inline> content) implements Inline {
    public Emphasis {
      content = List.copyOf(content);
    }
  }

  /** A link. */
  record Link(List<Inline> content, String target) implements Inline {
    public Link {
      content = List.copyOf(content);
    }
  }

  /** A line break that the author asked for. */
  record Break() implements Inline {}

  /** The text without markup. */
  static String plainText(List<Inline> content) {
    var text = new StringBuilder();
    for (Inline inline : content) {
      text.append(
          switch (inline) {
            case Words(var words) -> words;
            case Code(var code) -> code;
            case Strong(var inner) -> plainText(inner);
            case Emphasis(var inner) -> plainText(inner);
            case Link(var inner, var _) -> plainText(inner);
            case Break() -> "\n";
          });
    }
    return text.toString();
  }
}
