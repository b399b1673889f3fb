package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lesson.Keyword;
import dev.deckhand.lesson.adoc.document.BlockNode;
import dev.deckhand.lesson.adoc.prose.BlockRole;
import dev.deckhand.lesson.adoc.source.BlockAttributes;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.lint.LintWaivers;
import dev.deckhand.lesson.lint.Remedies;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the waivers of steps. */
final class WaiverReader {

  private static final List<String> KEYWORDS = Keyword.all(LintWaivers.Waiver.class);

  private final DiagnosticCollector diagnostics;

  WaiverReader(DiagnosticCollector diagnostics) {
    this.diagnostics = diagnostics;
  }

  LintWaivers read(List<BlockNode> sections) {
    Map<Integer, Set<LintWaivers.Waiver>> waived = new HashMap<>();
    for (int i = 0; i < sections.size(); i++) {
      waived.put(i + 1, read(sections.get(i)));
    }
    return new LintWaivers(waived);
  }

  private Set<LintWaivers.Waiver> read(BlockNode section) {
    if (section.attributes().containsKey("title")) {
      diagnostics.error(
          section,
          "The line with a dot above this step titles nothing.",
          "Put it right above a block, or delete it.");
    }
    var waived = EnumSet.noneOf(LintWaivers.Waiver.class);
    for (String role : section.roles()) {
      Keyword.find(LintWaivers.Waiver.class, role)
          .ifPresentOrElse(waived::add, () -> unknown(role, section));
    }
    BlockAttributes.of(section).named().keySet().stream()
        .filter(name ->
            !name.equals("because")
                && SpellingSuggester.suggest(name, List.of("because")).isPresent())
        .forEach(name ->
            diagnostics.error(
                section, "Nobody knows \"" + name + "\" on a step.", "Did you mean \"because\"?"));
    if (!waived.isEmpty() && section.attribute("because").isBlank()) {
      diagnostics.warning(
          section,
          "The step is marked " + waived.iterator().next().keyword() + ", and does not say why.",
          "Write [.no-hint,because=\"...\"].");
    }
    return waived;
  }

  private void unknown(String role, BlockNode section) {
    if (SpellingSuggester.suggest(role, KEYWORDS).isPresent() || BlockRole.of(role).isPresent()) {
      diagnostics.error(
          section, "A step cannot be marked \"" + role + "\".", Remedies.suggest(role, KEYWORDS));
    }
  }
}
