package dev.deckhand.lab.observe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineEventStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/**
 * Watches an engine's objects by its events: looks again at what an event may have changed. Events
 * that come while it looks wait, and a subject that several of them touch is looked at once.
 */
final class EngineWatch implements Watch {

  private final EngineReader reader;
  private final List<DockerObject> subjects;
  private final BiConsumer<DockerObject, Observation> listener;
  private final EngineEventStream events;
  private final LinkedBlockingQueue<StreamEvent> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** What the stream of events tells. */
  private sealed interface StreamEvent {

    /** All that was ever seen may be otherwise now. */
    record Connected() implements StreamEvent {}

    /** Something happened. */
    record Received(JsonNode event) implements StreamEvent {}

    /** Nothing is told until the stream is open again. */
    record Disconnected(String reason) implements StreamEvent {}
  }

  /** Reports each subject now, and again on each change, until it is closed. */
  static EngineWatch start(
      EngineReader reader,
      Set<DockerObject> subjects,
      BiConsumer<DockerObject, Observation> listener) {
    var watch = new EngineWatch(reader, subjects, listener);
    watch.thread.start();
    watch.events.start();
    return watch;
  }

  private EngineWatch(
      EngineReader reader,
      Set<DockerObject> subjects,
      BiConsumer<DockerObject, Observation> listener) {
    this.reader = reader;
    this.subjects = List.copyOf(subjects);
    this.listener = listener;
    this.events = EngineEventStream.of(reader.api(), "", new EventListener());
    this.thread = Thread.ofVirtual().name("engine-watch").unstarted(this::run);
  }

  private void run() {
    try {
      while (true) {
        var batch = new ArrayList<StreamEvent>();
        batch.add(queue.take());
        queue.drainTo(batch);
        observe(affectedSubjects(batch));
      }
    } catch (InterruptedException stopped) {
      // closed
    }
  }

  /** Looks at all at once, and ends with the last: what is looked at later is told later. */
  private void observe(Set<DockerObject> due) {
    try (var looks = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(
          subject -> looks.execute(() -> listener.accept(subject, reader.observe(subject))));
    }
  }

  private Set<DockerObject> affectedSubjects(List<StreamEvent> batch) {
    var due = new LinkedHashSet<DockerObject>();
    for (StreamEvent one : batch) {
      switch (one) {
        case StreamEvent.Connected _ -> due.addAll(subjects);
        case StreamEvent.Received(var event) ->
            subjects.stream()
                .filter(subject -> EngineEventFilter.mayAffect(event, subject))
                .forEach(due::add);
        case StreamEvent.Disconnected(var why) -> {
          due.clear();
          subjects.forEach(subject ->
              listener.accept(
                  subject, new ApiUnavailable(ApiServer.ENGINE, why, null).observation()));
        }
      }
    }
    return due;
  }

  private final class EventListener implements EngineEventStream.Listener {

    @Override
    public void connected() {
      queue.add(new StreamEvent.Connected());
    }

    @Override
    public void event(JsonNode event) {
      queue.add(new StreamEvent.Received(event));
    }

    @Override
    public void disconnected(String why) {
      queue.add(new StreamEvent.Disconnected(why));
    }
  }

  @Override
  public void close() {
    events.close();
    thread.interrupt();
  }
}
