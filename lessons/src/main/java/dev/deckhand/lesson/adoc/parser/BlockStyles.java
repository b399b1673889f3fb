package dev.deckhand.lesson.adoc.parser;

import java.util.Map;
import java.util.Set;

/** What the style of a block makes of it. */
final class BlockStyles {

  static final Set<String> TONES = Set.of("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION");
  static final Set<String> VERBATIM = Set.of("literal", "listing", "source", "verse");
  static final Set<String> PARAGRAPH_STYLES =
      Set.of(
          ("comment example literal listing normal open pass quote sidebar source verse abstract"
                  + " partintro")
              .split(" "));

  /** The styles that change what a delimited block is. */
  private static final Map<String, Set<String>> MASKS =
      Map.of(
          "open",
          Set.of(
              "comment example literal listing pass quote sidebar source verse abstract partintro"
                  .split(" ")),
          "listing",
          Set.of("literal", "source"),
          "literal",
          Set.of("listing", "source"),
          "quote",
          Set.of("verse"));

  private BlockStyles() {}

  /** Whether a delimited block becomes what its style says. */
  static boolean masks(String context, String style) {
    return MASKS.getOrDefault(context, Set.of()).contains(style);
  }

  /** Gives a listing its language, from the position where it's written. */
  static void addLanguage(BlockAttributeMap attributes, String context, String delimiter) {
    String language = attributes.at(2);
    if (context.equals("source")) {
      attributes.set("language", language == null ? attributes.get("language") : language);
      String third = attributes.at(3);
      if (third != null) {
        attributes.put("linenums", third);
      }
      if (!delimiter.equals("listing")) {
        attributes.put("cloaked-context", delimiter);
      }
    } else if (attributes.at(1) == null && language != null) {
      attributes.put("style", "source");
      attributes.put("language", language);
      String third = attributes.at(3);
      if (third != null) {
        attributes.put("linenums", third);
      }
    } else {
      return;
    }
    if (attributes.hasOption("linenums") && !attributes.containsKey("linenums")) {
      attributes.put("linenums", "");
    }
  }

  /** Gives a quote its source. */
  static void addCredit(BlockAttributeMap attributes) {
    if (attributes.at(2) != null) {
      attributes.set("attribution", attributes.at(2));
    }
    if (attributes.at(3) != null) {
      attributes.set("citetitle", attributes.at(3));
    }
  }
}
