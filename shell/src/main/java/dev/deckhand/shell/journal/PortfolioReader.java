package dev.deckhand.shell.journal;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.site.notes.Portfolio;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a portfolio of whole courses from the journal. */
public final class PortfolioReader {

  private final Journal journal;
  private final CourseLibrary courseLibrary;
  private final String learner;

  /**
   * @param learner whose journal it is; empty for no name
   */
  public PortfolioReader(Journal journal, CourseLibrary courseLibrary, String learner) {
    this.journal = journal;
    this.courseLibrary = courseLibrary;
    this.learner = learner;
  }

  /** Lessons that are in the journal but no longer in the library. */
  public List<LessonId> removedLessons() throws IOException {
    return LearningStatistics.of(journal.outline()).keySet().stream()
        .filter(id -> courseLibrary.lesson(id).isEmpty())
        .toList();
  }

  /**
   * The portfolio of the courses in which a lesson was begun.
   *
   * @param title of the portfolio
   */
  public Portfolio of(String title, List<CourseCard> cards) throws IOException {
    Map<LessonId, LessonStatistics> stories = LearningStatistics.of(journal.outline());
    var courses = new ArrayList<Portfolio.Course>();
    for (CourseCard card : cards) {
      var lessonWorks = new ArrayList<Portfolio.LessonWork>();
      for (LessonCard lesson : card.lessons()) {
        lessonWorks.add(work(lesson, stories.get(lesson.id())));
      }
      if (lessonWorks.stream().anyMatch(Portfolio.LessonWork::begun)) {
        courses.add(new Portfolio.Course(card.id(), card.title(), lessonWorks));
      }
    }
    return new Portfolio(title, learner, courses);
  }

  private Portfolio.LessonWork work(LessonCard card, @Nullable LessonStatistics story)
      throws IOException {
    Optional<Lesson> lesson = story == null ? Optional.empty() : courseLibrary.lesson(card.id());
    if (story == null || lesson.isEmpty()) {
      return new Portfolio.LessonWork(
          card.id(), card.title(), card.steps(), 0, 0, Duration.ZERO, false, null);
    }
    long done =
        story.progress().outcomes().values().stream()
            .filter(outcome -> outcome == StepOutcome.DONE)
            .count();
    return new Portfolio.LessonWork(
        card.id(),
        card.title(),
        card.steps(),
        Math.toIntExact(done),
        story.steps().values().stream().mapToInt(StepStatistics::hints).sum(),
        story.time(),
        story.progress().finished(),
        LessonNotesReader.of(lesson.get(), journal.entries(card.id())));
  }
}
