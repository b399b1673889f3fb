package dev.deckhand.shell.cli.common;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.preflight.LabVersions;
import dev.deckhand.lab.preflight.MachineReport;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.Collection;
import java.util.Optional;

/** Finds out what this machine can run, and installs what is missing. */
public interface Provisioner {

  /** Examines everything that the catalogue's labs need. Takes a few seconds at most. */
  MachineReport examine() throws InterruptedException;

  /** Finds the versions that a lab would have, without starting it. Takes seconds at most. */
  LabVersions labVersions(Collection<VersionedTool> tools) throws InterruptedException;

  /**
   * Finds what a lesson's lab lacks, and whether it has the versions that the lesson needs; empty
   * if nothing is wrong. Takes a few seconds at most.
   */
  Optional<MissingRequirement> findMissing(LabNeeds needs) throws InterruptedException;

  /** Finds what any lesson of the catalogue lacks. */
  Optional<MissingRequirement> findMissing();

  /**
   * Installs what any lesson of the catalogue lacks, as far as possible. Interrupting the thread
   * stops it; the next call continues from there.
   *
   * @throws LabFault if something couldn't be installed
   */
  void provision(BootProgress progress) throws InterruptedException;

  /**
   * Installs what a lesson lacks, in the same way. If images had to be built, those of the other
   * lessons may be built in the background from now on.
   */
  void provision(LabNeeds needs, BootProgress progress) throws InterruptedException;

  /** Whether images of other lessons are to be built in the background. */
  boolean backgroundBuildPending();

  /**
   * Builds the images of all lessons with the lowest priority, until they're there. Interrupting
   * the thread stops it.
   *
   * @throws LabFault if it fails
   */
  void buildInBackground(BootProgress progress) throws InterruptedException;

  /**
   * A missing requirement.
   *
   * @param fault what doesn't work without it, and how to install it by hand
   * @param proposal what {@link #provision} would do about it, as a question; empty if nothing
   */
  record MissingRequirement(LabFault fault, String proposal) {}
}
