package dev.deckhand.lab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.lab.docker.EngineEvents;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Watches an engine's objects by its events: looks again at what an event may have changed. Events
 * that come while it looks wait, and a subject that several of them touch is looked at once.
 */
public final class EngineWatch implements AutoCloseable {

  private final EngineSight sight;
  private final List<DockerObject> subjects;
  private final Sightings sightings;
  private final EngineEvents events;
  private final LinkedBlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** What the stream of events tells. */
  private sealed interface News {

    /** All that was ever seen may be otherwise now. */
    record Connected() implements News {}

    /** Something happened. */
    record Happened(JsonNode event) implements News {}

    /** Nothing is told until the stream is open again. */
    record Broken(String why) implements News {}
  }

  /** Reports each subject now, and again on each change, until it is closed. */
  public static EngineWatch of(
      EngineSight sight, List<DockerObject> subjects, Sightings sightings) {
    var watch = new EngineWatch(sight, subjects, sightings);
    watch.thread.start();
    watch.events.start();
    return watch;
  }

  private EngineWatch(EngineSight sight, List<DockerObject> subjects, Sightings sightings) {
    this.sight = sight;
    this.subjects = List.copyOf(subjects);
    this.sightings = sightings;
    this.events = EngineEvents.of(sight.api(), "", new Ear());
    this.thread = Thread.ofVirtual().name("engine-watch").unstarted(this::run);
  }

  private void run() {
    try {
      while (true) {
        var batch = new ArrayList<News>();
        batch.add(news.take());
        news.drainTo(batch);
        look(due(batch));
      }
    } catch (InterruptedException stopped) {
      // closed
    }
  }

  /** Looks at all at once, and ends with the last: what is looked at later is told later. */
  private void look(Set<DockerObject> due) {
    try (var looks = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(subject -> looks.execute(() -> sightings.saw(subject, sight.look(subject))));
    }
  }

  private Set<DockerObject> due(List<News> batch) {
    var due = new LinkedHashSet<DockerObject>();
    for (News one : batch) {
      switch (one) {
        case News.Connected _ -> due.addAll(subjects);
        case News.Happened(var event) ->
            subjects.stream().filter(subject -> Touch.of(event, subject)).forEach(due::add);
        case News.Broken(var why) -> {
          due.clear();
          subjects.forEach(subject -> sightings.saw(subject, EngineSight.unreachable(why)));
        }
      }
    }
    return due;
  }

  private final class Ear implements EngineEvents.Listener {

    @Override
    public void connected() {
      news.add(new News.Connected());
    }

    @Override
    public void event(JsonNode event) {
      news.add(new News.Happened(event));
    }

    @Override
    public void broken(String why) {
      news.add(new News.Broken(why));
    }
  }

  @Override
  public void close() {
    events.close();
    thread.interrupt();
  }
}
