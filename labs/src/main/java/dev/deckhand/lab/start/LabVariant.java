package dev.deckhand.lab.start;

import dev.deckhand.lab.cluster.ClusterOptions;
import dev.deckhand.lab.container.ContainerContext;
import dev.deckhand.lab.observe.LabPart;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What differs between labs of the same needs.
 *
 * @param context changes the limits of the containers
 * @param options changes the options of a cluster
 * @param adder adds the parts that need the lab's containers first
 */
record LabVariant(
    UnaryOperator<ContainerContext> context,
    UnaryOperator<ClusterOptions> options,
    BiFunction<ContainerContext, List<LabPart>, List<LabPart>> adder) {

  /** For a person at their own machine. */
  static LabVariant usual(BiFunction<ContainerContext, List<LabPart>, List<LabPart>> adder) {
    return new LabVariant(UnaryOperator.identity(), UnaryOperator.identity(), adder);
  }

  /** For one person whom the machine must not trust. */
  static LabVariant confined(BiFunction<ContainerContext, List<LabPart>, List<LabPart>> adder) {
    return new LabVariant(ContainerContext::confined, ClusterOptions::confine, adder);
  }

  /** For a number of people whom the machine must not trust. */
  static LabVariant forSeats(
      int seats, BiFunction<ContainerContext, List<LabPart>, List<LabPart>> adder) {
    return new LabVariant(
        context -> context.forSeats(seats), options -> options.forSeats(seats), adder);
  }
}
