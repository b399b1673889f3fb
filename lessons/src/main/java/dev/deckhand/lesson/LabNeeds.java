package dev.deckhand.lesson;

import dev.deckhand.check.Subject;
import dev.deckhand.lesson.version.VersionConstraint;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a lesson needs from its lab.
 *
 * @param labs empty for a lesson that needs none
 * @param images what the lab preloads, by the names that the lesson uses
 * @param namespace the namespace that the learner starts in
 * @param tenancy whether lessons in other namespaces may use the same cluster; a learner's cluster
 *     is never shared
 * @param versions which versions of the lab's tools the lesson works with; any of the others
 */
public record LabNeeds(
    Set<LabKind> labs,
    List<String> images,
    Set<Ability> abilities,
    String namespace,
    Tenancy tenancy,
    Map<VersionedTool, VersionConstraint> versions) {

  /** No lab: reading and quizzes. */
  public static final LabNeeds NONE = new LabNeeds(Set.of(), List.of(), Set.of(), "default");

  public LabNeeds {
    labs = Set.copyOf(labs);
    images = List.copyOf(images);
    abilities = Set.copyOf(abilities);
    // in the order of the tools, so that builds are reproducible
    var ordered = new EnumMap<VersionedTool, VersionConstraint>(VersionedTool.class);
    ordered.putAll(versions);
    versions = Collections.unmodifiableMap(ordered);
  }

  /** The needs of a lesson that works with all versions. */
  public LabNeeds(
      Set<LabKind> labs,
      List<String> images,
      Set<Ability> abilities,
      String namespace,
      Tenancy tenancy) {
    this(labs, images, abilities, namespace, tenancy, Map.of());
  }

  /** The needs of a lesson that has its lab to itself. */
  public LabNeeds(
      Set<LabKind> labs, List<String> images, Set<Ability> abilities, String namespace) {
    this(labs, images, abilities, namespace, Tenancy.OWN);
  }

  /** Whether a lab that meets these needs can observe a subject. */
  public boolean canObserve(Subject subject) {
    List<LabKind> any = labsFor(subject);
    return any.isEmpty() || any.stream().anyMatch(labs::contains);
  }

  /** Returns the lab that has a tool. */
  public static LabKind labWith(VersionedTool tool) {
    return switch (tool) {
      case K8S, HELM -> LabKind.KUBERNETES;
      case DOCKER -> LabKind.DOCKER;
    };
  }

  /** Returns the labs that can observe a subject, the preferred one first; empty if any can. */
  public static List<LabKind> labsFor(Subject subject) {
    return switch (subject) {
      case Subject.KubernetesObject _, Subject.HelmRelease _ -> List.of(LabKind.KUBERNETES);
      case Subject.DockerObject _ -> List.of(LabKind.DOCKER);
      case Subject.HttpAnswer _ -> List.of(LabKind.KUBERNETES, LabKind.DOCKER);
      case Subject.WorkspaceFile _ -> List.of();
      case Subject.JavaVariable _ -> List.of(LabKind.JAVA);
      case Subject.Execution execution ->
          switch (execution.scene()) {
            case WORKSPACE -> List.of();
            case CONTAINER -> List.of(LabKind.DOCKER);
            case POD -> List.of(LabKind.KUBERNETES);
          };
    };
  }
}
