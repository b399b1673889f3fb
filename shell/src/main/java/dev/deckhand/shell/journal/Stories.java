package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.Deed;
import dev.deckhand.session.StepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a journal tells of each lesson: how far, how long, and what was hard. */
public final class Stories {

  /** So much of a pause counts as work: reading, thinking, a boot. The rest was something else. */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private Stories() {}

  /** The story of each lesson that was begun, in the order in which they were. */
  public static Map<LessonId, LessonStory> of(List<Entry> entries) {
    var byLesson = new LinkedHashMap<LessonId, List<Entry>>();
    for (Entry entry : entries) {
      byLesson.computeIfAbsent(entry.lesson(), _ -> new ArrayList<>()).add(entry);
    }
    var stories = new LinkedHashMap<LessonId, LessonStory>();
    byLesson.forEach((lesson, own) -> stories.put(lesson, story(lesson, own)));
    return stories;
  }

  private static LessonStory story(LessonId lesson, List<Entry> entries) {
    var steps = new TreeMap<Integer, StepStory>();
    var lastOf = new HashMap<String, Entry>();
    var at = new HashMap<String, Integer>();
    for (Entry entry : WalkOrders.of(entries).numberedBy(WalkOrders.AS_WRITTEN)) {
      int step =
          entry.deed().step() > 0 ? entry.deed().step() : at.getOrDefault(entry.session(), 1);
      Entry before = lastOf.put(entry.session(), entry);
      if (before != null && !isReturn(before, entry)) {
        add(steps, spent(at.getOrDefault(entry.session(), step), before, entry));
      }
      at.put(entry.session(), step);
      add(steps, cost(step, entry.deed()));
    }
    return new LessonStory(lesson, Progress.of(entries), steps, entries.getLast().at());
  }

  /** A shell that was killed and came back: nobody knows what was in between. */
  private static boolean isReturn(Entry before, Entry entry) {
    return entry.deed() instanceof Deed.Began && !(before.deed() instanceof Deed.Passed);
  }

  private static void add(Map<Integer, StepStory> steps, StepStory more) {
    steps.merge(more.step(), more, StepStory::plus);
  }

  private static StepStory spent(int step, Entry before, Entry entry) {
    Duration pause = Duration.between(before.at(), entry.at());
    Duration counted =
        pause.isNegative()
            ? Duration.ZERO
            : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return new StepStory(step, 0, 0, 0, 0, 0, counted);
  }

  private static StepStory cost(int step, Deed deed) {
    return switch (deed) {
      case Deed.FellShort _, Deed.Broke _ -> one(step, 1, 0, 0, 0, 0);
      case Deed.Answered(int _, var _, var _, boolean right) ->
          one(step, 0, right ? 0 : 1, 0, 0, 0);
      case Deed.Chose(int _, var _, var _, boolean right) -> one(step, 0, right ? 0 : 1, 0, 0, 0);
      case Deed.TookHint _ -> one(step, 0, 0, 1, 0, 0);
      case Deed.SawSolution _ -> one(step, 0, 0, 0, 1, 0);
      case Deed.Passed(int _, var outcome) ->
          one(step, 0, 0, 0, outcome == StepOutcome.SKIPPED ? 1 : 0, 0);
      case Deed.WasReset _ -> one(step, 0, 0, 0, 0, 1);
      case Deed.Drew _,
          Deed.Began _,
          Deed.Resumed _,
          Deed.Typed _,
          Deed.Ran _,
          Deed.Held _,
          Deed.Remarked _,
          Deed.Played _,
          Deed.Finished _,
          Deed.Left _ ->
          StepStory.untold(step);
    };
  }

  private static StepStory one(
      int step, int fellShort, int wrong, int hints, int solutions, int resets) {
    return new StepStory(step, fellShort, wrong, hints, solutions, resets, Duration.ZERO);
  }
}
