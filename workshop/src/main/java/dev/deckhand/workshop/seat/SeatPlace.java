package dev.deckhand.workshop.seat;

import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.LabFactory;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a seat's labs are.
 *
 * @param folder the seat's own, for sockets and what else its lab keeps on this machine
 * @param shortFolder where that is instead if the path is too long for a socket
 * @param labs makes them
 * @param limits of the learner's commands
 * @param stuckAfter how long a check that fails is nothing that the instructor has to see
 * @param shared whether labs are namespaces of a cluster that the class shares
 */
public record SeatPlace(
    Path folder,
    Path shortFolder,
    LabFactory labs,
    ConfinementLimits limits,
    Duration stuckAfter,
    boolean shared) {}
