package dev.deckhand.lesson.adoc.header;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import dev.deckhand.lesson.lint.Remedies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds header attributes that have no effect. */
public final class HeaderValidator {

  public static final List<String> LESSON_ATTRIBUTES =
      List.of(
          "id lab images needs requires namespace cluster minutes level order vars k8s docker helm"
              .split(" "));
  public static final List<String> COURSE_ATTRIBUTES = List.of("summary", "license", "order");

  private static final Set<String> ASCIIDOC_ATTRIBUTES =
      Set.of(
              "attribute-missing author authors copyright description docname doctype email"
                  .split(" "),
              "encoding experimental figure-caption hardbreaks hardbreaks-option icons iconsdir idprefix"
                  .split(" "),
              "idseparator imagesdir keywords lang license linkattrs nofooter noheader notitle orgname"
                  .split(" "),
              "reproducible revdate revnumber revremark sectanchors sectids sectlinks sectnums showtitle"
                  .split(" "),
              "source-highlighter source-language stem table-caption tabsize title toc toc-title toclevels"
                  .split(" "))
          .stream()
          .flatMap(java.util.Arrays::stream)
          .collect(java.util.stream.Collectors.toUnmodifiableSet());

  /** Attributes that change how the rest of a file is parsed, anywhere in it. */
  private static final Pattern MODE_ATTRIBUTE =
      Pattern.compile(":!?(compat-mode|leveloffset)!?:(?:\\s.*)?");

  private HeaderValidator() {}

  /** Finds unknown attributes, and known ones below the header. */
  public static void check(
      HeaderAttributes lines,
      SourceFile file,
      List<String> known,
      DiagnosticCollector diagnostics) {
    checkModeAttributes(file, diagnostics);
    var seen = new HashSet<String>();
    for (HeaderAttributes.Attribute attribute : lines.attributes()) {
      if (!isUsed(attribute.name(), file, known)) {
        reportUnknown(attribute, known, diagnostics);
      }
      if (known.contains(attribute.name()) && !seen.add(attribute.name())) {
        diagnostics.error(
            attribute.line(),
            "The attribute \":" + attribute.name() + ":\" stands in the header twice.",
            "Keep one of them.");
      }
    }
    for (HeaderAttributes.Attribute attribute : lines.malformed()) {
      reportMalformed(attribute, known, diagnostics);
    }
    for (HeaderAttributes.Attribute attribute : lines.belowHeader()) {
      if (known.contains(attribute.name())) {
        diagnostics.error(
            attribute.line(),
            "\":"
                + attribute.name()
                + ":\" stands below an empty line, where the header has ended.",
            "Put it right below the title: the header ends with the first empty line.");
      }
    }
  }

  private static void checkModeAttributes(SourceFile file, DiagnosticCollector diagnostics) {
    for (int number = 1; number <= file.lines().size(); number++) {
      Matcher attribute = MODE_ATTRIBUTE.matcher(file.line(number));
      if (attribute.matches()) {
        diagnostics.error(
            number,
            "The attribute \":"
                + attribute.group(1)
                + ":\" changes what the rest of the file means.",
            "Take it out.");
      }
    }
  }

  private static void reportMalformed(
      HeaderAttributes.Attribute attribute, List<String> known, DiagnosticCollector diagnostics) {
    if (known.contains(attribute.name())
        || SpellingSuggester.suggest(attribute.name(), known).isPresent()) {
      String name =
          known.contains(attribute.name())
              ? attribute.name()
              : SpellingSuggester.suggest(attribute.name(), known).orElse("");
      diagnostics.error(
          attribute.line(),
          "\"" + attribute.value() + "\" is not read as an attribute.",
          "Write it at the beginning of the line, as \":"
              + name
              + ": ...\", with a space after the colon.");
    }
  }

  private static boolean isUsed(String name, SourceFile file, List<String> known) {
    return known.contains(name)
        || ASCIIDOC_ATTRIBUTES.contains(name)
        || name.endsWith("-caption")
        || name.startsWith("page-")
        || MODE_ATTRIBUTE.matcher(":" + name + ":").matches()
        || file.lines().stream().anyMatch(line -> line.contains("{" + name + "}"));
  }

  private static void reportUnknown(
      HeaderAttributes.Attribute attribute, List<String> known, DiagnosticCollector diagnostics) {
    String message = "Nobody knows the attribute \":" + attribute.name() + ":\".";
    String remedy = Remedies.suggest(attribute.name(), known);
    if (SpellingSuggester.suggest(attribute.name(), known).isPresent()) {
      diagnostics.error(attribute.line(), message, remedy);
    } else {
      diagnostics.warning(attribute.line(), message, remedy);
    }
  }
}
