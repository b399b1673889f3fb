package dev.deckhand.lesson.adoc.asciidoctor;

import static dev.deckhand.lesson.adoc.document.InlineMarkup.element;

import dev.deckhand.lesson.adoc.document.InlineMarkup;
import java.util.Map;
import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.converter.ConverterFor;
import org.asciidoctor.converter.StringConverter;
import org.jspecify.annotations.Nullable;

/** Makes Asciidoctor write inline text as {@link InlineMarkup}. */
@ConverterFor(InlineMarkupConverter.BACKEND)
public final class InlineMarkupConverter extends StringConverter {

  public static final String BACKEND = "deckhand";

  /** Called by Asciidoctor. */
  public InlineMarkupConverter(String backend, Map<String, Object> options) {
    super(backend, options);
  }

  @Override
  public String convert(
      ContentNode node, @Nullable String transform, @Nullable Map<Object, Object> options) {
    return node instanceof PhraseNode phrase ? markup(phrase) : "";
  }

  private static String markup(PhraseNode phrase) {
    String type = phrase.getType() == null ? "" : phrase.getType();
    String text = phrase.getText() == null ? "" : phrase.getText();
    return switch (phrase.getNodeName()) {
      case "inline_quoted" -> element(type, "", text);
      case "inline_anchor" -> anchor(phrase, type, text);
      case "inline_break" -> text + element("break", "", "");
      case "inline_kbd", "inline_button", "inline_menu" -> element("monospaced", "", label(phrase));
      case "inline_indexterm" -> text;
      case "inline_image" -> element("image", phrase.getTarget(), altText(phrase));
      case "inline_footnote" -> " (" + text + ")";
      default -> element(phrase.getNodeName(), "", text);
    };
  }

  private static String anchor(PhraseNode phrase, String type, String text) {
    return switch (type) {
      case "link" -> element("link", phrase.getTarget(), text);
      case "xref" -> text.isEmpty() ? reference(phrase) : text;
      default -> text;
    };
  }

  private static String reference(PhraseNode phrase) {
    String target = phrase.getTarget().replaceFirst("^#", "");
    Object node = phrase.getDocument().getCatalog().getRefs().get(target);
    return node instanceof org.asciidoctor.ast.StructuralNode block && block.getTitle() != null
        ? block.getTitle()
        : target;
  }

  private static String altText(PhraseNode phrase) {
    return String.valueOf(phrase.getAttribute("alt", phrase.getTarget()));
  }

  private static String label(PhraseNode phrase) {
    Object keys = phrase.getAttribute("keys");
    return keys instanceof Iterable<?> several
        ? String.join("+", stringsOf(several))
        : phrase.getText() == null
            ? String.valueOf(phrase.getAttribute("menu", ""))
            : phrase.getText();
  }

  private static java.util.List<String> stringsOf(Iterable<?> several) {
    var strings = new java.util.ArrayList<String>();
    several.forEach(one -> strings.add(String.valueOf(one)));
    return strings;
  }
}
