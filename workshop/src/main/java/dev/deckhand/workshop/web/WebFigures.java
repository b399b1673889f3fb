package dev.deckhand.workshop.web;

import dev.deckhand.workshop.room.SeatActivity;
import dev.deckhand.workshop.web.WorkshopMetrics.Family;
import dev.deckhand.workshop.web.WorkshopMetrics.Kind;
import dev.deckhand.workshop.web.WorkshopMetrics.Sample;
import dev.deckhand.workshop.web.socket.OpenTerminals;
import dev.deckhand.workshop.web.view.PrometheusText;
import dev.deckhand.workshop.web.view.RoomSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** What the web server counts. Thread-safe. */
final class WebFigures {

  private final LongAdder joins = new LongAdder();
  private final LongAdder connectionsRefused = new LongAdder();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
  private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
  private final AtomicInteger streams = new AtomicInteger();
  private final OpenTerminals terminals = new OpenTerminals();

  OpenTerminals terminals() {
    return terminals;
  }

  /** How many event streams are open. */
  AtomicInteger streams() {
    return streams;
  }

  void joined() {
    joins.increment();
  }

  void connectionRefused() {
    connectionsRefused.increment();
  }

  void refused(String reason) {
    refused.computeIfAbsent(reason, _ -> new LongAdder()).increment();
  }

  void answered(int status) {
    answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
  }

  String text(RoomSnapshot snapshot, IntSupplier connections, WorkshopMetrics others) {
    var families = new ArrayList<Family>();
    families.add(seats(snapshot));
    families.add(
        gauge("deckhand_seats_capacity", "Seats that there are.", snapshot.room().capacity()));
    families.add(
        gauge("deckhand_queue", "Learners without a seat.", snapshot.room().queue().size()));
    families.add(gauge("deckhand_http_connections", "Open connections.", connections.getAsInt()));
    families.add(
        counter(
            "deckhand_http_connections_refused_total",
            "Connections that were too many.",
            connectionsRefused.sum()));
    families.add(labelled("deckhand_http_answers_total", "Answers by status.", "status", answers));
    families.add(
        labelled("deckhand_refused_total", "Requests refused, by reason.", "reason", refused));
    families.add(counter("deckhand_joins_total", "Learners who joined or came back.", joins.sum()));
    families.add(gauge("deckhand_event_streams", "Pages that listen.", streams.get()));
    families.add(gauge("deckhand_terminals_open", "Terminals in browsers.", terminals.count()));
    families.add(
        counter(
            "deckhand_terminal_shown_bytes_total", "Sent to browsers.", terminals.bytesShown()));
    families.add(
        counter(
            "deckhand_terminal_typed_bytes_total", "Typed in browsers.", terminals.bytesTyped()));
    families.add(
        counter(
            "deckhand_terminals_stalled_total",
            "Browsers that were too slow, and were disconnected.",
            terminals.stalled()));
    families.addAll(others.read());
    return write(families);
  }

  private static String write(List<Family> families) {
    var text = new PrometheusText();
    for (Family family : families) {
      text.family(family.name(), family.kind().name(), family.help());
      family
          .samples()
          .forEach(one -> text.sample(family.name() + one.suffix(), one.labels(), one.value()));
    }
    return text.toString();
  }

  private static Family seats(RoomSnapshot snapshot) {
    List<Sample> samples =
        Arrays.stream(SeatActivity.State.values())
            .map(state ->
                new Sample("", Map.of("state", state.name()), (double) count(snapshot, state)))
            .toList();
    return new Family("deckhand_seats", Kind.GAUGE, "Seats by what happens there.", samples);
  }

  private static long count(RoomSnapshot snapshot, SeatActivity.State state) {
    return snapshot.room().present().stream()
        .flatMap(seat -> snapshot.activity(seat.id()).stream())
        .filter(activity -> activity.state() == state)
        .count();
  }

  private static Family gauge(String name, String help, double value) {
    return Family.of(name, Kind.GAUGE, help, value);
  }

  private static Family counter(String name, String help, long value) {
    return Family.of(name, Kind.COUNTER, help, (double) value);
  }

  private static <K> Family labelled(
      String name, String help, String label, Map<K, LongAdder> counts) {
    List<Sample> samples =
        counts.entrySet().stream()
            .map(one ->
                new Sample(
                    "", Map.of(label, one.getKey().toString()), (double) one.getValue().sum()))
            .toList();
    return new Family(name, Kind.COUNTER, help, samples);
  }
}
