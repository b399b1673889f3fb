package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.LabKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** All that was found on a machine, in the order in which people read it. */
public record MachineReport(List<Finding> findings) {

  public MachineReport {
    findings = List.copyOf(findings);
  }

  /** What keeps labs of a kind from starting; empty where they start. */
  public List<Finding> lacks(LabKind kind) {
    return findings.stream()
        .filter(finding -> finding.state() == Finding.State.MISSING)
        .filter(finding -> finding.neededBy().contains(kind))
        .toList();
  }

  /** Whether labs of a kind start here. */
  public boolean runs(LabKind kind) {
    return lacks(kind).isEmpty();
  }

  /** Whether all labs start here. */
  public boolean runsEverything() {
    return Arrays.stream(LabKind.values()).allMatch(this::runs);
  }

  /** Why labs of a kind do not start, in a sentence; empty where they do. */
  public String why(LabKind kind) {
    return lacks(kind).stream()
        .map(finding -> finding.title() + ": " + finding.found())
        .collect(Collectors.joining("; "));
  }

  /** Whether {@code deckhand setup} can get something that is missing. */
  public boolean setupHelps() {
    return findings.stream()
        .anyMatch(finding -> finding.state() == Finding.State.MISSING && finding.setupMends());
  }
}
