package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Nearest;
import dev.deckhand.lesson.lint.Remedies;
import dev.deckhand.lesson.lint.Waivers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.asciidoctor.ast.StructuralNode;

/** Reads what steps are marked to do without. */
final class WaiverReader {

  private static final List<String> WORDS =
      Arrays.stream(Waivers.Waiver.values()).map(Waivers.Waiver::role).toList();

  private final Ledger ledger;

  WaiverReader(Ledger ledger) {
    this.ledger = ledger;
  }

  Waivers read(List<StructuralNode> sections) {
    Map<Integer, Set<Waivers.Waiver>> waived = new HashMap<>();
    for (int i = 0; i < sections.size(); i++) {
      waived.put(i + 1, read(sections.get(i)));
    }
    return new Waivers(waived);
  }

  private Set<Waivers.Waiver> read(StructuralNode section) {
    if (section.getAttributes().containsKey("title")) {
      ledger.error(
          ledger.at(section),
          "The line with a dot above this step titles nothing.",
          "Put it right above a block, or delete it.");
    }
    var waived = EnumSet.noneOf(Waivers.Waiver.class);
    for (String role : section.getRoles()) {
      waiver(role).ifPresentOrElse(waived::add, () -> unknown(role, section));
    }
    BlockAttributes.of(section).named().keySet().stream()
        .filter(name -> !name.equals("because") && Nearest.to(name, List.of("because")).isPresent())
        .forEach(name ->
            ledger.error(
                ledger.at(section),
                "Nobody knows \"" + name + "\" on a step.",
                "Did you mean \"because\"?"));
    if (!waived.isEmpty()
        && Objects.toString(section.getAttribute("because", "", false), "").isBlank()) {
      ledger.warning(
          ledger.at(section),
          "The step is marked " + waived.iterator().next().role() + ", and does not say why.",
          "Write [.no-hint,because=\"...\"].");
    }
    return waived;
  }

  private static Optional<Waivers.Waiver> waiver(String role) {
    return Arrays.stream(Waivers.Waiver.values())
        .filter(waiver -> waiver.role().equals(role))
        .findFirst();
  }

  private void unknown(String role, StructuralNode section) {
    if (Nearest.to(role, WORDS).isPresent() || Role.of(role).isPresent()) {
      ledger.error(
          ledger.at(section),
          "A step cannot be marked \"" + role + "\".",
          Remedies.choose(role, WORDS));
    }
  }
}
