package dev.deckhand.lab.cluster;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.xray.AuditLog;
import dev.deckhand.lesson.Ability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Options of a cluster.
 *
 * @param image the cluster's own image on the machine's engine
 * @param helmImage the image that Helm is copied from; null if there is none, or no need for it
 * @param namespace the lesson's; created when the cluster starts
 * @param requiredAbilities the abilities that the lesson needs; others aren't started
 * @param arguments more arguments for {@code k3s server}
 * @param confined whether people use it whom the machine must not trust: then nothing leads from a
 *     Pod to its node
 * @param seats how many learners share it, each in a namespace; 0 for one learner alone
 * @param cgroupV1 whether the machine has version 1 of control groups
 */
public record ClusterOptions(
    HostImage image,
    @Nullable HostImage helmImage,
    String namespace,
    Set<Ability> requiredAbilities,
    List<String> arguments,
    boolean confined,
    int seats,
    boolean cgroupV1) {
  private static final int PODS_PER_SEAT = 20;

  public ClusterOptions {
    requiredAbilities = Set.copyOf(requiredAbilities);
    arguments = List.copyOf(arguments);
  }

  /** The same with another namespace. */
  ClusterOptions withNamespace(String other) {
    return new ClusterOptions(
        image, helmImage, other, requiredAbilities, arguments, confined, seats, cgroupV1);
  }

  /**
   * The same for people whom the machine must not trust.
   *
   * @throws LabFault if a cluster of this version can't be confined
   */
  public ClusterOptions confine() {
    if (!version().readsPoliciesFromFiles()) {
      throw new LabFault(
          LabFault.Kind.WRONG_VERSION,
          "A cluster of the image " + image.tag() + " can't confine what a submission does.",
          "Grade with Kubernetes 1.37 or newer: unset DECKHAND_CLUSTER_IMAGE.");
    }
    return new ClusterOptions(
        image, helmImage, namespace, requiredAbilities, arguments, true, seats, cgroupV1);
  }

  /**
   * The same for a number of learners whom the machine must not trust.
   *
   * @throws LabFault if a cluster of this version can't be confined
   */
  public ClusterOptions forSeats(int number) {
    return new ClusterOptions(
            image, helmImage, namespace, requiredAbilities, arguments, true, number, cgroupV1)
        .confine();
  }

  /** The files that have to be in its container before it starts, by their paths. */
  Map<String, String> files() {
    var files = new HashMap<>(Map.of(AuditLog.POLICY_PATH, AuditLog.policy()));
    if (confined) {
      files.putAll(ConfiningPolicies.files(seats > 0));
    }
    return files;
  }

  K3sVersion version() {
    return K3sVersion.ofTag(image.name().version());
  }

  /** The abilities of the cluster: DNS always, others if they are required. */
  Set<Ability> abilities() {
    var abilities = java.util.EnumSet.of(Ability.DNS);
    for (Ability ability : List.of(Ability.INGRESS, Ability.METRICS, Ability.LOADBALANCER)) {
      if (requiredAbilities.contains(ability)) {
        abilities.add(ability);
      }
    }
    return abilities;
  }

  /**
   * The Services in {@code kube-system} that a lesson can't begin without. Metrics aren't among
   * them: the first are measured some ten seconds after the start, and only checks wait for them.
   */
  List<String> awaitedServices() {
    var services = new java.util.ArrayList<String>();
    if (requiredAbilities.contains(Ability.DNS)) {
      services.add("kube-dns");
    }
    if (requiredAbilities.contains(Ability.INGRESS)) {
      services.add("traefik");
    }
    return List.copyOf(services);
  }

  /** The arguments of {@code k3s}. */
  String[] command() {
    var command = new java.util.ArrayList<String>();
    command.add("server");
    command.add("--node-name=deckhand");
    command.add("--tls-san=127.0.0.1");
    if (!requiredAbilities.contains(Ability.INGRESS)) {
      command.add("--disable=traefik");
    }
    if (!requiredAbilities.contains(Ability.METRICS)) {
      command.add("--disable=metrics-server");
    }
    // the ingress controller gets its address, and the node's ports 80 and 443, from it
    if (!requiredAbilities.contains(Ability.LOADBALANCER)
        && !requiredAbilities.contains(Ability.INGRESS)) {
      command.add("--disable=servicelb");
    }
    if (cgroupV1 && version().refusesCgroupV1()) {
      command.add("--kubelet-arg=fail-cgroupv1=false");
    }
    command.addAll(AuditLog.serverArguments());
    if (confined) {
      command.addAll(ConfiningPolicies.serverArguments());
    }
    if (seats > 0) {
      command.addAll(classArguments());
    }
    command.addAll(arguments);
    return command.toArray(String[]::new);
  }

  /** By default, a node has addresses for 254 Pods, and takes 110. */
  private List<String> classArguments() {
    return List.of(
        "--kubelet-arg=max-pods=" + Math.clamp(110 + (long) seats * PODS_PER_SEAT, 110, 4000),
        "--kube-controller-manager-arg=node-cidr-mask-size=20");
  }
}
