package dev.deckhand.workshop.program;

import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.pack.NamespacedLesson;
import dev.deckhand.site.page.Html;
import dev.deckhand.site.page.LessonPage;
import dev.deckhand.workshop.web.LessonPages;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The pages of lessons, as the site has them; each is made once. */
final class CoursePages implements LessonPages {

  private final CourseLibrary library;
  private final Map<LessonId, Optional<Document>> made = new ConcurrentHashMap<>();

  CoursePages(CourseLibrary library) {
    this.library = library;
  }

  @Override
  public Optional<Document> lesson(LessonId id, Optional<String> namespace) {
    Optional<Document> written = made.computeIfAbsent(id, this::make);
    if (written.isEmpty() || namespace.isEmpty()) {
      return written;
    }
    String own = card(id).needs().namespace();
    return written.map(page ->
        new Document(page.title(), NamespacedLesson.replace(page.body(), own, namespace.get())));
  }

  private LessonCard card(LessonId id) {
    return library.courses().stream()
        .flatMap(course -> course.lessons().stream())
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Document> make(LessonId id) {
    return library
        .lesson(id)
        .map(lesson ->
            new Document(
                lesson.title(),
                Html.write(
                    LessonPage.content(
                        lesson,
                        library.recordedOutput(id),
                        name -> library.picture(id.course(), name)))));
  }
}
