package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Nearest;
import dev.deckhand.lesson.lint.Remedies;
import java.util.List;
import java.util.Set;

/** Finds attributes of a header that nobody reads. */
final class HeaderWords {

  static final List<String> OF_A_LESSON =
      List.of("id", "lab", "images", "needs", "requires", "namespace", "minutes", "level");
  static final List<String> OF_A_COURSE = List.of("summary", "license", "order");

  private static final Set<String> OF_ASCIIDOC =
      Set.of(
              "attribute-missing author authors compat-mode copyright description docname doctype email"
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

  private HeaderWords() {}

  /** Finds unknown attributes, and known ones that came too late. */
  static void check(HeaderLines lines, SourceFile file, List<String> known, Ledger ledger) {
    for (HeaderLines.Entry entry : lines.entries()) {
      if (!isUsed(entry.name(), file, known)) {
        unknown(entry, known, ledger);
      }
    }
    for (HeaderLines.Entry entry : lines.late()) {
      if (known.contains(entry.name())) {
        ledger.error(
            ledger.at(entry.line()),
            "\":" + entry.name() + ":\" stands below an empty line, where the header has ended.",
            "Take out the empty line: the header goes on from the title without one.");
      }
    }
  }

  private static boolean isUsed(String name, SourceFile file, List<String> known) {
    return known.contains(name)
        || OF_ASCIIDOC.contains(name)
        || name.endsWith("-caption")
        || name.startsWith("page-")
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
