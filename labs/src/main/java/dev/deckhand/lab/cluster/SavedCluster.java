package dev.deckhand.lab.cluster;

import dev.deckhand.lab.kube.KubeApi;
import dev.deckhand.lab.kube.ResourceKind;
import java.util.List;

/** What is to be known of a cluster that was ready, for whoever takes it over. */
record SavedCluster(String container, List<ResourceKind> kinds, ClusterInventory ready) {

  SavedCluster {
    kinds = List.copyOf(kinds);
  }

  ClusterBaseline baseline(KubeApi api) {
    return new ClusterBaseline(api, kinds, ready, null);
  }
}
