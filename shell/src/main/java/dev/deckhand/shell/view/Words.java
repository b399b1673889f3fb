package dev.deckhand.shell.view;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of the views in one language. Immutable. */
public final class Words {

  private static final String BUNDLE = "dev.deckhand.shell.view.messages";

  private final Map<Phrase, String> patterns;
  private final Locale locale;

  /** Words of any origin, one text for each phrase. */
  Words(Map<Phrase, String> patterns, Locale locale) {
    this.patterns = Map.copyOf(patterns);
    this.locale = locale;
  }

  /**
   * Reads the words for a language; English where there is no translation.
   *
   * @throws java.util.MissingResourceException if a phrase has no text
   */
  public static Words in(Locale locale) {
    var bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var patterns = new EnumMap<Phrase, String>(Phrase.class);
    for (Phrase phrase : Phrase.values()) {
      patterns.put(phrase, bundle.getString(phrase.key()));
    }
    return new Words(patterns, locale);
  }

  /** English. */
  public static Words english() {
    return in(Locale.ENGLISH);
  }

  /** Says a phrase; the values take the places {@code {0}}, {@code {1}} and so on. */
  public String say(Phrase phrase, Object... values) {
    var pattern = patterns.get(phrase);
    if (pattern == null) {
      throw new IllegalStateException("no words for " + phrase);
    }
    return new MessageFormat(pattern, locale).format(values);
  }
}
