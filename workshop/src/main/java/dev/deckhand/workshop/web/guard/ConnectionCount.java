package dev.deckhand.workshop.web.guard;

import java.util.HashMap;
import java.util.Map;

/** How many connections there are, by address; within limits. Thread-safe. */
public final class ConnectionCount {

  private final int limit;
  private final int limitByAddress;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private int all;

  /**
   * Counts from nothing.
   *
   * @param limit of all connections
   * @param limitByAddress of those from one address; a class may share an address
   */
  public ConnectionCount(int limit, int limitByAddress) {
    this.limit = limit;
    this.limitByAddress = limitByAddress;
  }

  /** Counts one more, unless that would be too many; returns whether it was counted. */
  public synchronized boolean add(String address) {
    int here = byAddress.getOrDefault(address, 0);
    if (all >= limit || here >= limitByAddress) {
      return false;
    }
    byAddress.put(address, here + 1);
    all++;
    return true;
  }

  /** Takes one away that was counted. */
  public synchronized void remove(String address) {
    Integer here = byAddress.get(address);
    if (here == null) {
      throw new IllegalStateException("a connection that wasn't counted has ended");
    }
    all--;
    if (here == 1) {
      byAddress.remove(address);
    } else {
      byAddress.put(address, here - 1);
    }
  }

  /** How many there are. */
  public synchronized int all() {
    return all;
  }
}
