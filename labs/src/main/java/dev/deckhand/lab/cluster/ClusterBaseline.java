package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.kube.Discovery;
import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import dev.deckhand.lab.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster contained when it became ready, and how to restore that.
 *
 * @param kinds the kinds that were served then
 * @param namespace the only one to restore; null for the whole cluster
 */
record ClusterBaseline(
    KubeApi api, List<ResourceKind> kinds, ClusterInventory initial, @Nullable String namespace) {

  private static final Duration RESTORE_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration ROUND_PAUSE = Duration.ofMillis(40);

  /**
   * How long to wait for what others do: for nodes to end Pods that they hold something for, and
   * for the server to take back what it refuses now.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** After this many rounds, finalizers of what is left are removed: nobody else will. */
  private static final int UNFORCED_ROUNDS = 3;

  /** Kinds whose objects are restored if a learner changed them. */
  private static final Set<String> RESTORED_KINDS =
      Set.of(
          "Node",
          "Namespace",
          "Deployment",
          "DaemonSet",
          "Service",
          "ConfigMap",
          "StorageClass",
          "ClusterRole",
          "ClusterRoleBinding",
          "Role",
          "RoleBinding",
          "PriorityClass");

  ClusterBaseline {
    kinds = List.copyOf(kinds);
  }

  static ClusterBaseline of(KubeApi api) {
    List<ResourceKind> resourceKinds = deletableKinds(api);
    return new ClusterBaseline(api, resourceKinds, ClusterInventory.of(api, resourceKinds), null);
  }

  private static List<ResourceKind> deletableKinds(KubeApi api) {
    return new Discovery(api)
        .all().stream()
            .filter(entry -> entry.verbs().containsAll(List.of("list", "delete")))
            .map(Discovery.Entry::kind)
            .toList();
  }

  /** The same, with another connection. */
  ClusterBaseline withApi(KubeApi other) {
    return new ClusterBaseline(other, kinds, initial, namespace);
  }

  /** The same for one namespace only. */
  ClusterBaseline forNamespace(String own) {
    return new ClusterBaseline(api, kinds, ClusterInventory.of(api, kinds, own), own);
  }

  /** The same for the namespace of a learner, with nothing in it but what all of them have. */
  ClusterBaseline forSeat(String own) {
    ClusterInventory bare = ClusterInventory.of(api, kinds, own).filter(SeatNamespace::isOurs);
    return new ClusterBaseline(api, kinds, bare, own);
  }

  /**
   * Names what was created outside of some namespaces since, and what is missing there. What is
   * being deleted isn't counted.
   */
  List<String> changesOutside(Set<String> namespaces) {
    return changes(ClusterInventory.of(api, kinds).outsideNamespaces(namespaces));
  }

  private List<String> changes(ClusterInventory now) {
    var strays = new ArrayList<String>();
    now.createdSince(initial).stream()
        .filter(entry -> !entry.object().path("metadata").has("deletionTimestamp"))
        .forEach(entry -> strays.add(entry.displayName() + " was made"));
    now.removedSince(initial).forEach(entry -> strays.add(entry.displayName() + " is missing"));
    return strays.stream().sorted().toList();
  }

  /** Names what differs from the start, in the namespace that is restored. */
  List<String> changesInside() {
    return changes(inventory(kinds));
  }

  private ClusterInventory inventory(List<ResourceKind> some) {
    return namespace == null
        ? ClusterInventory.of(api, some)
        : ClusterInventory.of(api, some, namespace);
  }

  /** Removes what was created since, and restores what was removed or changed. */
  void restore() throws InterruptedException {
    Deadline deadline = Deadline.in(RESTORE_TIMEOUT);
    Deadline patience = Deadline.in(PATIENCE);
    int unforced = 0;
    List<ResourceKind> now = kinds;
    for (int round = 0; !deadline.isPast(); round++) {
      ClusterInventory clusterInventory;
      try {
        clusterInventory = inventory(now);
      } catch (ApiUnavailable busy) {
        // on a busy machine a server may take longer to list everything than to answer a command
        if (!busy.isTimedOut() || deadline.isPast()) {
          throw busy;
        }
        continue;
      }
      List<ClusterInventory.Entry> made = clusterInventory.createdSince(initial);
      if (made.isEmpty()) {
        if (restoreObjects(clusterInventory) || patience.isPast()) {
          return;
        }
        Thread.sleep(ROUND_PAUSE);
        continue;
      }
      if (made.stream().anyMatch(entry -> entry.kind().kind().equals("CustomResourceDefinition"))) {
        // a definition that is refused, or that is new, isn't served and so not discovered
        now = deletableKinds(api);
        if (round == 0) {
          continue;
        }
      }
      boolean held = !patience.isPast() && made.stream().anyMatch(HeldPods::isHeld);
      delete(made, held);
      // what a held Pod uses has to stay until it has ended
      finish(made, !held && unforced++ >= UNFORCED_ROUNDS);
      Thread.sleep(ROUND_PAUSE);
    }
    throw new LabFault(
        LabFault.Kind.LOST,
        "The cluster did not let go of what was made in it within "
            + RESTORE_TIMEOUT.toSeconds()
            + " s.",
        "Your work is saved. Type \"reset\" to get a fresh lab.");
  }

  /**
   * @param patient whether to wait until nodes have ended the Pods that they hold something for
   */
  private void delete(List<ClusterInventory.Entry> made, boolean patient) {
    var answers = new ArrayList<CompletableFuture<JsonNode>>();
    // owners first, so that they don't create again what they own
    made.stream()
        .sorted((one, other) ->
            Boolean.compare(one.ownerUid().isPresent(), other.ownerUid().isPresent()))
        .forEach(entry -> {
          boolean held = patient && HeldPods.isHeld(entry);
          if (!held || !HeldPods.isEnding(entry)) {
            answers.add(api.send("DELETE", entry.path(), deletion(held)));
          }
        });
    answers.forEach(ClusterBaseline::awaitIgnoringApiErrors);
  }

  private static ObjectNode deletion(boolean held) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("gracePeriodSeconds", held ? HeldPods.GRACE_SECONDS : 0)
        .put("propagationPolicy", "Background");
  }

  /** Ends deletions that nobody else will end. */
  private void finish(List<ClusterInventory.Entry> made, boolean forced) {
    var answers = new ArrayList<CompletableFuture<JsonNode>>();
    if (forced) {
      made.stream()
          .filter(ClusterBaseline::isStuck)
          .forEach(entry -> answers.add(removeFinalizers(entry)));
    }
    made.stream()
        .filter(entry -> isEmptyNamespace(entry, made))
        .forEach(entry -> answers.add(finalizeNamespace(entry)));
    answers.forEach(ClusterBaseline::awaitIgnoringApiErrors);
  }

  private static boolean isStuck(ClusterInventory.Entry entry) {
    return entry.object().path("metadata").has("deletionTimestamp")
        && !entry.object().path("metadata").path("finalizers").isEmpty();
  }

  private CompletableFuture<JsonNode> removeFinalizers(ClusterInventory.Entry entry) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("metadata").putNull("finalizers");
    return api.send("PATCH", entry.path(), patch);
  }

  /** Whether a namespace is being deleted and is empty: it can be finalized at once. */
  private static boolean isEmptyNamespace(
      ClusterInventory.Entry entry, List<ClusterInventory.Entry> made) {
    return entry.kind().kind().equals("Namespace")
        && entry.object().path("metadata").has("deletionTimestamp")
        && made.stream()
            .noneMatch(other -> other.metadata("namespace").equals(entry.metadata("name")));
  }

  private CompletableFuture<JsonNode> finalizeNamespace(ClusterInventory.Entry namespace) {
    ObjectNode finished = namespace.object().deepCopy();
    finished.putObject("spec").putArray("finalizers");
    return api.send("PUT", namespace.path() + "/finalize", finished);
  }

  /** Returns whether nothing was refused; what was is tried again in the next round. */
  private boolean restoreObjects(ClusterInventory now) {
    var answers = new ArrayList<CompletableFuture<JsonNode>>();
    for (ClusterInventory.Entry lost : now.removedSince(initial)) {
      if (!lost.kind().kind().equals("Secret") && !lost.kind().kind().equals("Pod")) {
        String collection = lost.kind().collectionPath(lost.metadata("namespace"));
        answers.add(api.send("POST", collection, ManifestCleaner.forCreation(lost.object())));
      }
    }
    initial
        .entries()
        .forEach((key, before) -> {
          ClusterInventory.Entry is = now.entries().get(key);
          if (is != null
              && RESTORED_KINDS.contains(before.kind().kind())
              && !ManifestCleaner.withoutServerFields(is.object())
                  .equals(ManifestCleaner.withoutServerFields(before.object()))) {
            answers.add(
                api.send(
                    "PUT",
                    is.path(),
                    ManifestCleaner.forReplacement(before.object(), is.object())));
          }
        });
    // all of them, also after one that was refused
    return answers.stream().map(ClusterBaseline::isAccepted).reduce(true, Boolean::logicalAnd);
  }

  private static void awaitIgnoringApiErrors(CompletableFuture<JsonNode> answer) {
    // the next round checks again
    var _ = isAccepted(answer);
  }

  /** Somebody else may have removed, created or changed the same thing. */
  private static boolean isAccepted(CompletableFuture<JsonNode> answer) {
    try {
      KubeApi.await(answer);
      return true;
    } catch (ApiError notNow) {
      return false;
    }
  }
}
