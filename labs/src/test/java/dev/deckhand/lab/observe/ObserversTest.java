package dev.deckhand.lab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.DockerKind;
import dev.deckhand.check.Subject.DockerObject;
import dev.deckhand.check.Subject.KubernetesObject;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.lab.Watch;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ObserversTest {
  private static final DockerObject WEB = new DockerObject(DockerKind.CONTAINER, "web", Map.of());
  private static final KubernetesObject POD =
      new KubernetesObject("v1", "Pod", "web", null, Map.of());
  private static final Observation NOTHING = new Observation.Snapshot(List.of());

  private final LinkedBlockingQueue<Map.Entry<Subject, Observation>> told =
      new LinkedBlockingQueue<>();
  private volatile boolean frozen;

  /** Tells once that there is nothing, and is silent after that, as a server that is frozen. */
  private record Silent<S extends Subject>() implements Observer<S> {
    @Override
    public Observation observe(S subject) {
      return NOTHING;
    }

    @Override
    public Watch watch(Set<S> subjects, BiConsumer<S, Observation> listener) {
      subjects.forEach(subject -> listener.accept(subject, NOTHING));
      return () -> {};
    }
  }

  private Observers twoServers() {
    return Observers.join(
        List.of(
            Observers.of(
                    () -> {
                      if (frozen) {
                        throw new ApiUnavailable(ApiServer.ENGINE, "no answer within 3 s", null);
                      }
                    })
                .add(DockerObject.class, new Silent<DockerObject>())
                .build(),
            Observers.of(() -> {})
                .add(KubernetesObject.class, new Silent<KubernetesObject>())
                .build()));
  }

  private Map.Entry<Subject, Observation> next() throws InterruptedException {
    var next = told.poll(10, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  @Test
  void whatAFrozenServerToldIsNotKnownAnyMoreUntilItAnswers() throws InterruptedException {
    try (var watch =
        twoServers()
            .watch(
                List.of(WEB, POD),
                seen -> told.add(Map.entry(seen.subject(), seen.observation())))) {
      assertThat(next()).isEqualTo(Map.entry(WEB, NOTHING));
      assertThat(next()).isEqualTo(Map.entry(POD, NOTHING));
      assertThat(watch.verify()).isEmpty();
      assertThat(told).isEmpty();

      frozen = true;
      assertThat(watch.verify()).containsExactly(WEB);
      assertThat(next())
          .isEqualTo(
              Map.entry(
                  WEB,
                  new Observation.Unreachable(
                      "The lab's engine does not answer (no answer within 3 s).",
                      "Your work is saved. Type \"reset\" to get a fresh lab.")));

      frozen = false;
      assertThat(next()).isEqualTo(Map.entry(WEB, NOTHING));
      assertThat(told).isEmpty();
    }
  }

  @Test
  void aSubjectThatNoPartCanLookAtIsTheLessonsFault() {
    var seen = new ConcurrentHashMap<Subject, Observation>();
    var file = new WorkspaceFile("notes.txt");
    try (var _ =
        twoServers().watch(List.of(file), one -> seen.put(one.subject(), one.observation()))) {
      assertThat(twoServers().canObserve(file)).isFalse();
      assertThat(seen.get(file)).isInstanceOf(Observation.Unreachable.class);
    }
  }
}
