package dev.deckhand.lab.preflight;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.version.VersionConstraint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions that a lab started now would have. */
public record LabVersions(List<LabVersion> versions) {

  public LabVersions {
    versions = List.copyOf(versions);
  }

  /** Why a lesson can't be taken in such a lab, and what to do; empty if it can. */
  public Optional<LabFault> misfit(LabNeeds needs) {
    List<Misfit> misfits =
        versions.stream().flatMap(version -> Misfit.of(version, needs).stream()).toList();
    return misfits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LabFault(
                LabFault.Kind.WRONG_VERSION,
                misfits.stream().map(Misfit::problem).collect(Collectors.joining(" ")),
                misfits.stream().map(Misfit::remedy).collect(Collectors.joining(" "))));
  }

  /** A version that a lesson doesn't work with. */
  private record Misfit(LabVersion version, VersionConstraint constraint) {

    static Optional<Misfit> of(LabVersion version, LabNeeds needs) {
      return Optional.ofNullable(needs.versions().get(version.tool()))
          .filter(constraint -> !version.fits(constraint))
          .map(constraint -> new Misfit(version, constraint));
    }

    String problem() {
      return version.problem(constraint);
    }

    String remedy() {
      return version.remedy(constraint);
    }
  }

  /** Reports each version, and whether lessons need another. */
  List<MachineFinding> findings(Collection<LabNeeds> lessons) {
    return versions.stream().map(version -> finding(version, lessons)).toList();
  }

  private static MachineFinding finding(LabVersion version, Collection<LabNeeds> lessons) {
    var tool = version.tool();
    String id = "version:" + tool.keyword();
    String title = tool.title() + " in labs";
    var neededBy = Set.of(LabNeeds.labWith(tool));
    if (version.version().isEmpty()) {
      return MachineFinding.unknown(id, title, version.found(), neededBy);
    }
    List<Misfit> unmet =
        lessons.stream().flatMap(needs -> Misfit.of(version, needs).stream()).toList();
    if (unmet.isEmpty()) {
      return MachineFinding.ok(id, title, version.found(), neededBy);
    }
    String lessonsNeed =
        unmet.size() == 1 ? "; 1 lesson needs " : "; " + unmet.size() + " lessons need ";
    String which =
        unmet.stream()
            .map(misfit -> misfit.constraint().toString())
            .distinct()
            .collect(Collectors.joining(" or "));
    return MachineFinding.warning(
        id, title, version.found() + lessonsNeed + which, unmet.getFirst().remedy(), neededBy);
  }
}
