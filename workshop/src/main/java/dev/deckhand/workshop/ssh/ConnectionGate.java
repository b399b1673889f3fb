package dev.deckhand.workshop.ssh;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/**
 * Bounds connections. Those that have not said the join code yet have places of their own: where
 * these are taken, a newcomer isn't refused, but ends the connection that least looks like a
 * learner's. So who opens many and says nothing keeps nobody out.
 */
final class ConnectionGate implements SessionListener {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SshLimits limits;
  private final Map<Session, Visit> visits = new LinkedHashMap<>();

  ConnectionGate(SshLimits limits) {
    this.limits = limits;
  }

  /** What is known of a connection. Guarded by the gate. */
  private static final class Visit {
    final Session session;
    final String address;
    final long began = System.nanoTime();
    final Deque<Long> keyExchanges = new ArrayDeque<>();
    boolean talks;
    boolean authenticated;

    Visit(Session session, String address) {
      this.session = session;
      this.address = address;
    }

    boolean isOlderThan(Duration age) {
      return System.nanoTime() - began > age.toNanos();
    }
  }

  /** The address without its port; what isn't an internet address is one address. */
  static String addressOf(Session session) {
    SocketAddress remote = session.getIoSession().getRemoteAddress();
    return remote instanceof InetSocketAddress internet && internet.getAddress() != null
        ? internet.getAddress().getHostAddress()
        : "";
  }

  @Override
  public void sessionCreated(Session session) {
    var visit = new Visit(session, addressOf(session));
    var ended = new ArrayList<Session>();
    synchronized (visits) {
      if (visits.size() >= limits.connections()
          || count(visit.address) >= limits.connectionsPerAddress()) {
        ended.add(session);
      } else {
        visits.put(session, visit);
        if (strangers().size() > limits.unauthenticated()) {
          ended.add(leastLikeALearner(visit));
        }
      }
    }
    ended.forEach(one -> one.close(true));
  }

  private long count(String address) {
    return visits.values().stream().filter(visit -> visit.address.equals(address)).count();
  }

  private List<Visit> strangers() {
    return visits.values().stream().filter(visit -> !visit.authenticated).toList();
  }

  /** Of the address with most of them, the oldest; first one that hasn't exchanged keys. */
  private Session leastLikeALearner(Visit newcomer) {
    Map<String, Long> counts =
        strangers().stream()
            .collect(Collectors.groupingBy(visit -> visit.address, Collectors.counting()));
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return strangers().stream()
        .filter(visit -> visit != newcomer && counts.getOrDefault(visit.address, 0L) == most)
        .min(
            Comparator.comparing((Visit visit) -> visit.talks)
                .thenComparing((Visit visit) -> visit.began, (a, b) -> Long.signum(a - b)))
        .orElse(newcomer)
        .session;
  }

  @Override
  public void sessionEvent(Session session, Event event) {
    synchronized (visits) {
      Visit visit = visits.get(session);
      if (visit != null) {
        switch (event) {
          case KeyEstablished, KexCompleted -> visit.talks = true;
          case Authenticated -> visit.authenticated = true;
        }
      }
    }
  }

  @Override
  public void sessionNegotiationStart(
      Session session,
      Map<KexProposalOption, String> clientProposal,
      Map<KexProposalOption, String> serverProposal) {
    boolean tooMany;
    synchronized (visits) {
      Visit visit = visits.get(session);
      tooMany = visit != null && isTooMuch(visit);
    }
    if (tooMany) {
      session.close(true);
    }
  }

  /** Each key exchange costs the server much more than the client's request for it. */
  private boolean isTooMuch(Visit visit) {
    long now = System.nanoTime();
    visit.keyExchanges.add(now);
    while (now - visit.keyExchanges.getFirst() > MINUTE.toNanos()) {
      visit.keyExchanges.removeFirst();
    }
    return visit.keyExchanges.size() > limits.keyExchangesPerMinute();
  }

  @Override
  public void sessionClosed(Session session) {
    synchronized (visits) {
      visits.remove(session);
    }
  }

  /** Ends connections that say nothing. To be called about once a second. */
  void endSilent() {
    List<Session> silent;
    synchronized (visits) {
      silent =
          visits.values().stream()
              .filter(visit -> !visit.talks && visit.isOlderThan(limits.silence()))
              .map(visit -> visit.session)
              .toList();
    }
    silent.forEach(session -> session.close(true));
  }

  /** The connections of learners. */
  List<Session> authenticated() {
    synchronized (visits) {
      return visits.values().stream()
          .filter(visit -> visit.authenticated)
          .map(visit -> visit.session)
          .toList();
    }
  }

  /** How many connections there are. */
  int connections() {
    synchronized (visits) {
      return visits.size();
    }
  }
}
