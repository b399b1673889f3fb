package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Nearest;
import dev.deckhand.lesson.lint.Remedies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds attributes of a header that nobody reads. */
final class HeaderWords {

  static final List<String> OF_A_LESSON =
      List.of("id", "lab", "images", "needs", "requires", "namespace", "minutes", "level", "order");
  static final List<String> OF_A_COURSE = List.of("summary", "license", "order");

  private static final Set<String> OF_ASCIIDOC =
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

  /** Attributes with which the same text means something else; they stand anywhere in a file. */
  private static final Pattern OTHER_READING =
      Pattern.compile(":!?(compat-mode|leveloffset)!?:(?:\\s.*)?");

  private HeaderWords() {}

  /** Finds unknown attributes, and known ones that came too late. */
  static void check(HeaderLines lines, SourceFile file, List<String> known, Ledger ledger) {
    otherReadings(file, ledger);
    var seen = new HashSet<String>();
    for (HeaderLines.Entry entry : lines.entries()) {
      if (!isUsed(entry.name(), file, known)) {
        unknown(entry, known, ledger);
      }
      if (known.contains(entry.name()) && !seen.add(entry.name())) {
        ledger.error(
            ledger.at(entry.line()),
            "The attribute \":" + entry.name() + ":\" stands in the header twice.",
            "Keep one of them.");
      }
    }
    for (HeaderLines.Entry entry : lines.stray()) {
      stray(entry, known, ledger);
    }
    for (HeaderLines.Entry entry : lines.late()) {
      if (known.contains(entry.name())) {
        ledger.error(
            ledger.at(entry.line()),
            "\":" + entry.name() + ":\" stands below an empty line, where the header has ended.",
            "Put it right below the title: the header ends with the first empty line.");
      }
    }
  }

  private static void otherReadings(SourceFile file, Ledger ledger) {
    for (int number = 1; number <= file.lines().size(); number++) {
      Matcher attribute = OTHER_READING.matcher(file.line(number));
      if (attribute.matches()) {
        ledger.error(
            ledger.at(number),
            "The attribute \":"
                + attribute.group(1)
                + ":\" changes what the rest of the file means.",
            "Take it out.");
      }
    }
  }

  private static void stray(HeaderLines.Entry entry, List<String> known, Ledger ledger) {
    if (known.contains(entry.name()) || Nearest.to(entry.name(), known).isPresent()) {
      String name =
          known.contains(entry.name()) ? entry.name() : Nearest.to(entry.name(), known).orElse("");
      ledger.error(
          ledger.at(entry.line()),
          "\"" + entry.value() + "\" is not read as an attribute.",
          "Write it at the beginning of the line, as \":"
              + name
              + ": ...\", with a space after the colon.");
    }
  }

  private static boolean isUsed(String name, SourceFile file, List<String> known) {
    return known.contains(name)
        || OF_ASCIIDOC.contains(name)
        || name.endsWith("-caption")
        || name.startsWith("page-")
        || OTHER_READING.matcher(":" + name + ":").matches()
        || file.lines().stream().anyMatch(line -> line.contains("{" + name + "}"));
  }

  private static void unknown(HeaderLines.Entry entry, List<String> known, Ledger ledger) {
    String message = "Nobody knows the attribute \":" + entry.name() + ":\".";
    String remedy = Remedies.choose(entry.name(), known);
    if (Nearest.to(entry.name(), known).isPresent()) {
      ledger.error(ledger.at(entry.line()), message, remedy);
    } else {
      ledger.warning(ledger.at(entry.line()), message, remedy);
    }
  }
}
