package dev.deckhand.shell.view.style;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The texts of the views in one language. Immutable. */
public final class TextBundle {

  private static final String BUNDLE = "dev.deckhand.shell.view.style.messages";

  private final Map<TextKey, String> patterns;
  private final Locale locale;

  /** Words of any origin, one text for each phrase. */
  public TextBundle(Map<TextKey, String> patterns, Locale locale) {
    this.patterns = Map.copyOf(patterns);
    this.locale = locale;
  }

  /**
   * Reads the texts for a language, or in English if there is no translation.
   *
   * @throws java.util.MissingResourceException if a key has no text
   */
  public static TextBundle in(Locale locale) {
    var bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var patterns = new EnumMap<TextKey, String>(TextKey.class);
    for (TextKey textKey : TextKey.values()) {
      patterns.put(textKey, bundle.getString(textKey.key()));
    }
    return new TextBundle(patterns, locale);
  }

  /** English. */
  public static TextBundle english() {
    return in(Locale.ENGLISH);
  }

  /** Formats a text; the values replace {@code {0}}, {@code {1}} and so on. */
  public String format(TextKey textKey, Object... values) {
    var pattern = patterns.get(textKey);
    if (pattern == null) {
      throw new IllegalStateException("no words for " + textKey);
    }
    return new MessageFormat(pattern, locale).format(values);
  }
}
