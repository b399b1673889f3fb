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
 * Watches an engine's objects by its events: reads again what an event may have changed. Events
 * that arrive meanwhile are collected, so that a subject of several events is read once.
 */
final class EngineWatch implements Watch {

  private final EngineReader reader;
  private final List<DockerObject> subjects;
  private final BiConsumer<DockerObject, Observation> listener;
  private final EngineEventStream events;
  private final LinkedBlockingQueue<StreamEvent> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** What the stream of events reports. */
  private sealed interface StreamEvent {

    /** Everything may have changed. */
    record Connected() implements StreamEvent {}

    /** An event. */
    record Received(JsonNode event) implements StreamEvent {}

    /** No events are reported until the stream is open again. */
    record Disconnected(String reason) implements StreamEvent {}
  }

  /** Starts to tell each subject now, and again on each change. */
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

  /** Reads all in parallel and waits for them, so that later observations are told later. */
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
