package dev.deckhand.lesson.adoc.prose;

import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.adoc.document.InlineMarkup;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the markup of {@link InlineMarkup} into inline elements. */
public final class InlineReader {

  private static final Pattern RAW_TAG = Pattern.compile("</?[a-zA-Z!][^<>]*>");
  private static final Pattern SPACE = Pattern.compile("[ \t\n]+");

  private final DiagnosticCollector diagnostics;

  InlineReader(DiagnosticCollector diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reads converted text; nothing for null. */
  List<Inline> read(@Nullable String markup) {
    if (markup == null) {
      return List.of();
    }
    return trimmed(new MarkupScanner(markup).readUntilClose(false));
  }

  /** Reads a converted title as plain text. */
  public String plainText(@Nullable String markup) {
    return Inline.plainText(read(markup)).replace('\n', ' ').strip();
  }

  private static List<Inline> trimmed(List<Inline> content) {
    var trimmed = new ArrayList<>(content);
    if (!trimmed.isEmpty() && trimmed.getFirst() instanceof Inline.Words(var text)) {
      replace(trimmed, 0, text.stripLeading());
    }
    if (!trimmed.isEmpty() && trimmed.getLast() instanceof Inline.Words(var text)) {
      replace(trimmed, trimmed.size() - 1, text.stripTrailing());
    }
    return List.copyOf(trimmed);
  }

  private static void replace(List<Inline> content, int index, String text) {
    if (text.isEmpty()) {
      content.remove(index);
    } else {
      content.set(index, new Inline.Words(text));
    }
  }

  /** Scans one text. */
  private final class MarkupScanner {

    private final String markup;
    private int position;

    MarkupScanner(String markup) {
      this.markup = markup;
    }

    List<Inline> readUntilClose(boolean code) {
      var content = new ArrayList<Inline>();
      while (position < markup.length() && !markup.startsWith(InlineMarkup.CLOSE, position)) {
        if (markup.startsWith(InlineMarkup.OPEN, position)) {
          content.addAll(element(code));
        } else {
          add(content, text(code));
        }
      }
      position = Math.min(markup.length(), position + InlineMarkup.CLOSE.length());
      return merged(content);
    }

    private List<Inline> element(boolean code) {
      int end = markup.indexOf('>', position);
      String[] tag = markup.substring(position + 2, end).split(" ", 2);
      position = end + 1;
      boolean inCode = code || tag[0].equals("monospaced");
      List<Inline> inner = readUntilClose(inCode);
      return styled(tag[0], tag.length > 1 ? CharacterReferences.decode(tag[1]) : "", inner);
    }

    private String text(boolean code) {
      int open = markup.indexOf("<" + InlineMarkup.MARK, position);
      int end = open < 0 ? markup.length() : open;
      String raw = markup.substring(position, end);
      position = end;
      if (RAW_TAG.matcher(raw).find()) {
        diagnostics.warning(
            "HTML cannot be shown in a terminal; it stands there as it is written.",
            "Say it in AsciiDoc.");
      }
      String text =
          CharacterReferences.decode(code ? CharacterReferences.undoTypography(raw) : raw);
      return code ? text.replace('\n', ' ') : SPACE.matcher(text).replaceAll(" ");
    }

    private void add(List<Inline> content, String text) {
      // a line end after a break belongs to it
      boolean fresh = !content.isEmpty() && content.getLast() instanceof Inline.Break;
      String words = fresh ? text.stripLeading() : text;
      if (!words.isEmpty()) {
        content.add(new Inline.Words(words));
      }
    }
  }

  private List<Inline> styled(String kind, String target, List<Inline> inner) {
    return switch (kind) {
      case "strong", "mark" -> List.of(new Inline.Strong(inner));
      case "emphasis" -> List.of(new Inline.Emphasis(inner));
      case "monospaced" -> List.of(code(inner));
      case "double" -> quoted("\u201c", inner, "\u201d");
      case "single" -> quoted("\u2018", inner, "\u2019");
      case "superscript" -> quoted("^", inner, "");
      case "asciimath", "latexmath" -> List.of(new Inline.Code(Inline.plainText(inner)));
      case "link" -> List.of(new Inline.Link(inner, target));
      case "break" -> List.of(new Inline.Break());
      case "subscript", "unquoted", "image" -> inner;
      default -> {
        diagnostics.error(
            "A lesson cannot show \"" + kind + "\".",
            "Say it in words, code, bold, italic or a link.");
        yield inner;
      }
    };
  }

  private Inline code(List<Inline> inner) {
    if (!inner.stream().allMatch(Inline.Words.class::isInstance)) {
      diagnostics.warning(
          "Code holds other markup: `" + Inline.plainText(inner) + "`.",
          "Write it as `+...+` to have every character as it stands.");
    }
    return new Inline.Code(Inline.plainText(inner));
  }

  private static List<Inline> quoted(String open, List<Inline> inner, String close) {
    var content = new ArrayList<Inline>();
    content.add(new Inline.Words(open));
    content.addAll(inner);
    if (!close.isEmpty()) {
      content.add(new Inline.Words(close));
    }
    return content;
  }

  private static List<Inline> merged(List<Inline> content) {
    var merged = new ArrayList<Inline>();
    for (Inline inline : content) {
      if (inline instanceof Inline.Words(var text)
          && !merged.isEmpty()
          && merged.getLast() instanceof Inline.Words(var before)) {
        merged.set(merged.size() - 1, new Inline.Words(before + text));
      } else {
        merged.add(inline);
      }
    }
    return merged;
  }
}
