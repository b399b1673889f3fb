package dev.deckhand.shell.journal;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import dev.deckhand.session.StepOutcome;
import dev.deckhand.site.Portfolio;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the journal says of whole courses, as a portfolio. */
public final class Portfolios {

  private final Journal journal;
  private final Library library;
  private final String learner;

  /**
   * @param learner whose journal it is; empty for no name
   */
  public Portfolios(Journal journal, Library library, String learner) {
    this.journal = journal;
    this.library = library;
    this.learner = learner;
  }

  /** The lessons that something is known of, though the library has them no more. */
  public List<LessonId> gone() throws IOException {
    return Stories.of(journal.outline()).keySet().stream()
        .filter(id -> library.lesson(id).isEmpty())
        .toList();
  }

  /**
   * What there is of courses; those of which nothing was begun are left out.
   *
   * @param title of the whole
   */
  public Portfolio of(String title, List<CourseCard> cards) throws IOException {
    Map<LessonId, LessonStory> stories = Stories.of(journal.outline());
    var courses = new ArrayList<Portfolio.Course>();
    for (CourseCard card : cards) {
      var works = new ArrayList<Portfolio.Work>();
      for (LessonCard lesson : card.lessons()) {
        works.add(work(lesson, stories.get(lesson.id())));
      }
      if (works.stream().anyMatch(Portfolio.Work::begun)) {
        courses.add(new Portfolio.Course(card.id(), card.title(), works));
      }
    }
    return new Portfolio(title, learner, courses);
  }

  private Portfolio.Work work(LessonCard card, @Nullable LessonStory story) throws IOException {
    Optional<Lesson> lesson = story == null ? Optional.empty() : library.lesson(card.id());
    if (story == null || lesson.isEmpty()) {
      return new Portfolio.Work(
          card.id(), card.title(), card.steps(), 0, 0, Duration.ZERO, false, null);
    }
    long done =
        story.progress().outcomes().values().stream()
            .filter(outcome -> outcome == StepOutcome.DONE)
            .count();
    return new Portfolio.Work(
        card.id(),
        card.title(),
        card.steps(),
        Math.toIntExact(done),
        story.steps().values().stream().mapToInt(StepStory::hints).sum(),
        story.time(),
        story.progress().finished(),
        NoteBooks.of(lesson.get(), journal.entries(card.id())));
  }
}
