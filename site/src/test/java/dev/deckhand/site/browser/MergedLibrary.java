package dev.deckhand.site.browser;

import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.RecordedOutput;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two libraries in one. The commands of the rich lesson are given output of all kinds. */
record MergedLibrary(CourseLibrary first, CourseLibrary second) implements CourseLibrary {

  @Override
  public List<CourseCard> courses() {
    return Stream.of(first, second).flatMap(one -> one.courses().stream()).toList();
  }

  @Override
  public Optional<Lesson> lesson(LessonId id) {
    return first.lesson(id).or(() -> second.lesson(id));
  }

  @Override
  public Optional<Png> picture(String course, String name) {
    return first.picture(course, name).or(() -> second.picture(course, name));
  }

  @Override
  public List<Block> sources(String course) {
    List<Block> sources = first.sources(course);
    return sources.isEmpty() ? second.sources(course) : sources;
  }

  @Override
  public Optional<String> coverage() {
    return first.coverage();
  }

  @Override
  public RecordedOutput recordedOutput(LessonId id) {
    return id.equals(PublishedSite.RICH)
        ? new RecordedOutput(lesson(id).stream().flatMap(MergedLibrary::printed).toList())
        : first.recordedOutput(id);
  }

  private static Stream<RecordedOutput.RecordedCommand> printed(Lesson lesson) {
    return lesson.steps().stream()
        .flatMap(step ->
            IntStream.range(0, step.offeredEntries().size())
                .mapToObj(i ->
                    new RecordedOutput.RecordedCommand(
                        step.title(),
                        step.offeredEntries().get(i),
                        i % 3 == 2 ? 1 : 0,
                        "<b>&amp; "
                            + "a line that is long ".repeat(10)
                            + "\n".repeat(1)
                            + "x\n".repeat(i % 2 == 0 ? 1 : 30))));
  }
}
