import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Says where the time of graded submissions goes, from a recording of the flight recorder. A part
 * doesn't count what the parts within it count.
 */
final class GradeParts {

  private GradeParts() {}

  /** Arguments: the recording, and how many submissions were graded in it. */
  public static void main(String[] args) throws Exception {
    int submissions = Integer.parseInt(args[1]);
    Map<Long, List<RecordedEvent>> byThread = new TreeMap<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(Path.of(args[0]))) {
      if (event.getEventType().getName().equals("dev.deckhand.TimedPart")) {
        byThread.computeIfAbsent(event.getThread().getJavaThreadId(), _ -> new ArrayList<>()).add(event);
      }
    }
    Map<String, List<Double>> parts = new LinkedHashMap<>();
    byThread.values().forEach(events -> ownTimes(events).forEach((what, times) ->
        parts.computeIfAbsent(what, _ -> new ArrayList<>()).addAll(times)));
    double all = parts.values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue).sum();
    System.out.printf("| part | times each | p50 (ms) | each (ms) | share |%n|---|--:|--:|--:|--:|%n");
    parts.entrySet().stream()
        .sorted(Comparator.comparingDouble((Map.Entry<String, List<Double>> part) -> sum(part.getValue())).reversed())
        .forEach(part -> {
          List<Double> sorted = part.getValue().stream().sorted().toList();
          double sum = sum(sorted);
          System.out.printf("| %s | %.1f | %.0f | %.0f | %.0f %% |%n", part.getKey(), (double) sorted.size() / submissions,
              sorted.get(sorted.size() / 2), sum / submissions, 100 * sum / all);
        });
    System.out.printf("| all | | | %.0f | 100 %% |%n", all / submissions);
  }

  private static double sum(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The milliseconds of each event of a thread, without those of the events within it. */
  private static Map<String, List<Double>> ownTimes(List<RecordedEvent> events) {
    events.sort(Comparator.comparing(RecordedEvent::getStartTime).thenComparing(RecordedEvent::getEndTime, Comparator.reverseOrder()));
    Map<RecordedEvent, Duration> own = new HashMap<>();
    Deque<RecordedEvent> open = new ArrayDeque<>();
    for (RecordedEvent event : events) {
      while (!open.isEmpty() && !contains(open.peek(), event.getEndTime())) {
        open.pop();
      }
      own.put(event, event.getDuration());
      if (!open.isEmpty()) {
        own.merge(open.peek(), event.getDuration(), Duration::minus);
      }
      open.push(event);
    }
    Map<String, List<Double>> times = new LinkedHashMap<>();
    events.forEach(event -> times.computeIfAbsent(event.getString("what"), _ -> new ArrayList<>())
        .add(own.get(event).toNanos() / 1e6));
    return times;
  }

  private static boolean contains(RecordedEvent outer, Instant end) {
    return !end.isAfter(outer.getEndTime());
  }
}
