package dev.deckhand.lab;

import java.util.List;

/**
 * A cluster that several lessons share, each in its own namespace. Clearing or closing a lab that
 * is opened here empties its namespace. Safe for use by several threads.
 */
public interface SharedCluster extends LabFactory, AutoCloseable {

  /** Creates the folders of one more lesson. Labs can only be opened here with such folders. */
  SessionFolder newTenantFolder();

  /**
   * Describes what was created or removed outside of the lessons' namespaces, by a lesson that
   * doesn't keep to its own. Empty if the cluster wasn't started.
   */
  List<String> changesOutsideNamespaces();

  /** Removes the cluster. Safe to call twice; never throws. */
  @Override
  void close();
}
