package dev.deckhand.lab.cluster;

import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.List;

/** What the next process has to know about a cluster that was ready. */
record SavedCluster(String container, List<ResourceKind> kinds, ClusterInventory ready) {

  SavedCluster {
    kinds = List.copyOf(kinds);
  }

  ClusterBaseline baseline(KubeApi api) {
    return new ClusterBaseline(api, kinds, ready, null);
  }
}
