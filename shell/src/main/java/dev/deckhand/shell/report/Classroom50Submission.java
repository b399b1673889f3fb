package dev.deckhand.shell.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission as Classroom 50's runner names it, in the environment of an {@code autograder.py}:
 * see "Advanced Autograding" in the wiki of foundation50/classroom50.
 *
 * @param classroom the classroom's short name
 * @param assignment the assignment's slug
 * @param type {@code individual}, {@code group} or {@code team}
 * @param owner the login of the repository's owner
 * @param tag {@code submit/...}
 * @param commitUrl the graded commit
 * @param releaseUrl the submission's release
 * @param reviewUrl what the submission changed
 */
public record Classroom50Submission(
    String classroom,
    String assignment,
    String type,
    String owner,
    String tag,
    String commitUrl,
    String releaseUrl,
    String reviewUrl) {

  private static final List<String> TYPES = List.of("individual", "group", "team");

  public Classroom50Submission {
    for (String value : List.of(classroom, assignment, owner, commitUrl, releaseUrl, reviewUrl)) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("a Classroom 50 submission has no empty fields");
      }
    }
    if (!tag.startsWith("submit/") || !TYPES.contains(type)) {
      throw new IllegalArgumentException("no Classroom 50 submission: " + type + ", " + tag);
    }
  }

  /** Reads it from a runner's environment; empty if a variable is missing or makes no sense. */
  public static Optional<Classroom50Submission> read(Map<String, String> environment) {
    try {
      String commit = environment.getOrDefault("COMMIT_URL", "");
      return Optional.of(
          new Classroom50Submission(
              environment.getOrDefault("CLASSROOM", ""),
              environment.getOrDefault("ASSIGNMENT", ""),
              environment.getOrDefault("ASSIGNMENT_TYPE", "individual"),
              environment.getOrDefault("OWNER", environment.getOrDefault("USERNAME", "")),
              environment.getOrDefault("SUBMISSION_TAG", ""),
              commit,
              environment.getOrDefault("RELEASE_URL", ""),
              environment.getOrDefault("REVIEW_URL", commit)));
    } catch (IllegalArgumentException incomplete) {
      return Optional.empty();
    }
  }
}
