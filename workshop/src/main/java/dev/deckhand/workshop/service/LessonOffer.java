package dev.deckhand.workshop.service;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.workshop.room.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which lessons of a course can be taken in a workshop, and why the others can't.
 *
 * @param engines whether learners may have Docker engines of their own, which run privileged
 * @param shared whether learners share a cluster
 */
public record LessonOffer(CourseCard course, boolean engines, boolean shared) {

  /** The lessons that can be taken, in their order. */
  public List<LessonCard> lessons() {
    return course.lessons().stream().filter(card -> problem(card).isEmpty()).toList();
  }

  /** The lesson to begin with; empty if none can be taken. */
  public Optional<LessonId> first() {
    return lessons().stream().map(LessonCard::id).findFirst();
  }

  /** A lesson of the course, whether it can be taken or not. */
  Optional<LessonCard> card(LessonId id) {
    return course.lessons().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The lesson of this id, which can be taken. */
  LessonCard require(LessonId id) throws Refusal {
    LessonCard card =
        card(id)
            .orElseThrow(() ->
                new Refusal(
                    Refusal.Reason.NOT_FOUND,
                    "There is no lesson " + id + " in this course.",
                    "Choose one of its lessons."));
    Optional<String> problem = problem(card);
    if (problem.isPresent()) {
      throw new Refusal(Refusal.Reason.NOT_ALLOWED, problem.get(), "Choose another lesson.");
    }
    return card;
  }

  /** Why a lesson can't be taken, in a sentence; empty if it can. */
  public Optional<String> problem(LessonCard card) {
    Set<LabKind> labs = card.needs().labs();
    if (labs.contains(LabKind.JAVA)) {
      return Optional.of(
          "Java can't be confined, so " + card.id() + " isn't offered in workshops.");
    }
    if (labs.contains(LabKind.DOCKER) && labs.contains(LabKind.KUBERNETES)) {
      return Optional.of(
          "No workspace has the tools of an engine and those of a cluster, so "
              + card.id()
              + " isn't offered in workshops.");
    }
    if (labs.contains(LabKind.DOCKER) && !engines) {
      return Optional.of(
          card.id()
              + " needs a Docker engine for each learner. Such an engine runs as root on this"
              + " machine's kernel; serve with --trust-learners if you trust the people who join.");
    }
    if (labs.contains(LabKind.KUBERNETES) && shared && card.needs().tenancy() != Tenancy.SHARED) {
      return Optional.of(
          card.id()
              + " needs a cluster for each learner: what it does isn't bound to one namespace. Serve"
              + " it with --isolation cluster.");
    }
    return Optional.empty();
  }
}
