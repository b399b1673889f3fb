package dev.deckhand.check.document;

import java.util.regex.Pattern;

/** Distinguishes expressions from names among the keys of a document. */
final class ExpressionKey {
  private static final Pattern LOOKS_LIKE_EXPRESSION =
      Pattern.compile("\\(.*|(?:!|has\\(|size\\()?(?:self|object|before|answer)\\b[.\\[ )].*");

  private ExpressionKey() {}

  static boolean isExpression(String key) {
    return key.startsWith("(") && key.endsWith(")");
  }

  /** Whether a key that isn't an expression was probably meant to be one. */
  static boolean looksLikeExpression(String key) {
    return LOOKS_LIKE_EXPRESSION.matcher(key).matches();
  }

  /**
   * Returns the expression: the text inside the parentheses, or the whole key if the first
   * parenthesis doesn't match the last, as in {@code (self.a == 1) && (self.b == 2)}.
   */
  static String source(String key) {
    int open = 0;
    char quote = 0;
    for (int i = 0; i < key.length() - 1; i++) {
      char next = key.charAt(i);
      if (quote != 0) {
        i += next == '\\' ? 1 : 0;
        quote = next == quote ? 0 : quote;
      } else if (next == '"' || next == '\'') {
        quote = next;
      } else {
        open += next == '(' ? 1 : next == ')' ? -1 : 0;
      }
      if (open == 0 && quote == 0) {
        return key;
      }
    }
    return key.substring(1, key.length() - 1).strip();
  }
}
