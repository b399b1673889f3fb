package dev.deckhand.lab;

import java.util.List;

/**
 * One cluster for several lessons, each in a namespace of its own. A lab that is opened here is
 * cleared and closed like any other, and takes with it what is in its namespace. Safe for use by
 * several threads.
 */
public interface SharedCluster extends LabFactory, AutoCloseable {

  /** Makes a room for one more lesson, with its folders. Only such a room can have a lab here. */
  SessionFolder newTenantFolder();

  /**
   * Names what was made in the cluster outside of all its guests' namespaces, or is missing there:
   * a lesson that does not keep to its namespace left it. Empty where nothing was started.
   */
  List<String> changesOutsideNamespaces();

  /** Removes the cluster. Safe to call twice; never throws. */
  @Override
  void close();
}
