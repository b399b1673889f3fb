package dev.deckhand.check.document;

import dev.deckhand.check.diagnostic.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates the messages of the YAML parser for authors. */
final class YamlErrorMessages {
  private static final String QUOTES = "Put a text or an expression with it in single quotes.";

  private static final List<KnownError> KNOWN =
      List.of(
          new KnownError(
              "found character '\\\\t.*",
              "A tab stands where YAML wants spaces.",
              "Indent with spaces."),
          new KnownError(
              "found character '(.+?)' that cannot start any token.*",
              "A value cannot begin with $1.",
              "Put it in single quotes."),
          new KnownError(
              "mapping values are not allowed here.*",
              "There is a colon too many, or the indentation is wrong.",
              "Put a text or an expression with \": \" in single quotes; begin fields of one map in one"
                  + " column."),
          new KnownError(
              "could not find expected ':'.*",
              "A field has no colon here, or a very long name.",
              "Write \"name: value\"; put an expression with \": \", \" #\" or braces in single quotes."),
          new KnownError(
              "expected ',' or '([]}])', but got (.+)",
              "A bracket is opened and not closed with $1.",
              "Close it; put a text with brackets in single quotes."),
          new KnownError(
              "expected <block end>, but found .*",
              "The indentation is wrong, or something follows a value that is complete.",
              "Begin fields of one map in one column; put a text with quotes or brackets in single"
                  + " quotes."),
          new KnownError("found unexpected end of stream.*", "A quote is not closed.", "Close it."),
          new KnownError(
              "found undefined alias (.+)", "The anchor &$1 does not stand before *$1.", QUOTES),
          new KnownError(
              "Global tag is not allowed.*|.*tag handle.*|.*while scanning a tag.*",
              "The tag has no meaning in a check.",
              "Leave it out."),
          new KnownError(
              "found incompatible YAML document.*",
              "This asks for another version of YAML.",
              "Take the line out that begins with %YAML."),
          new KnownError(
              "expected '<document start>', but found .*",
              "Something follows a document that has ended.",
              "Begin the next document with ---."),
          new KnownError(
              "found unknown escape character.*|expected escape sequence.*",
              "A backslash in double quotes begins nothing that YAML knows.",
              "Use single quotes, in which a backslash is one."),
          new KnownError(
              "Number of aliases.*",
              "The block has more aliases than can be followed.",
              "Write it plainly."),
          new KnownError(
              "Nesting Depth exceeded.*",
              "The block is nested too deep.",
              "State only what matters."));

  private YamlErrorMessages() {}

  /** A known error, by the message of the parser. */
  private record KnownError(Pattern parserMessage, String message, String remedy) {
    KnownError(String parserMessage, String message, String remedy) {
      this(Pattern.compile(parserMessage, Pattern.DOTALL), message, remedy);
    }
  }

  static Problem of(String said) {
    for (KnownError knownError : KNOWN) {
      Matcher words = knownError.parserMessage().matcher(said);
      if (words.matches()) {
        return new Problem(words.replaceFirst(knownError.message()), knownError.remedy());
      }
    }
    return new Problem(
        "This is not YAML: " + said.lines().findFirst().orElse("").strip() + ".",
        "Mind indentation; put an expression with \": \", \" #\", or inside braces, in single quotes.");
  }
}
