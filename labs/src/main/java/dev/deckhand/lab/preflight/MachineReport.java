package dev.deckhand.lab.preflight;

import dev.deckhand.lesson.LabKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** All findings on a machine, in the order in which they are shown. */
public record MachineReport(List<MachineFinding> findings) {

  public MachineReport {
    findings = List.copyOf(findings);
  }

  /** What prevents labs of a kind from starting; empty if they start. */
  public List<MachineFinding> missing(LabKind kind) {
    return findings.stream()
        .filter(machineFinding -> machineFinding.state() == MachineFinding.State.MISSING)
        .filter(machineFinding -> machineFinding.neededBy().contains(kind))
        .toList();
  }

  /** Whether labs of a kind start here. */
  public boolean canRun(LabKind kind) {
    return missing(kind).isEmpty();
  }

  /** Whether all labs start here. */
  public boolean canRunEverything() {
    return Arrays.stream(LabKind.values()).allMatch(this::canRun);
  }

  /** Why labs of a kind don't start, in a sentence; empty if they do. */
  public String reason(LabKind kind) {
    return missing(kind).stream()
        .map(machineFinding -> machineFinding.title() + ": " + machineFinding.found())
        .collect(Collectors.joining("; "));
  }

  /** Whether {@code deckhand setup} can get something that is missing. */
  public boolean isFixableBySetup() {
    return findings.stream()
        .anyMatch(machineFinding ->
            machineFinding.state() == MachineFinding.State.MISSING && machineFinding.setupFixes());
  }
}
