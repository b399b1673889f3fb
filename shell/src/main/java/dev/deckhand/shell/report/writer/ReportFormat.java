package dev.deckhand.shell.report.writer;

import java.util.Arrays;
import java.util.Optional;

/** The formats of grade reports. Each is described in {@code docs/grading/formats.md}. */
public enum ReportFormat {
  JSON("json", "grade.json", Scope.BOTH, "Deckhand's JSON, with everything; for instructors"),
  JUNIT("junit", "junit.xml", Scope.BOTH, "JUnit XML"),
  GRADESCOPE(
      "gradescope", "gradescope/results.json", Scope.SUBMISSION, "results.json of Gradescope"),
  CLASSROOM50(
      "classroom50", "classroom50/result.json", Scope.SUBMISSION, "result.json of Classroom 50"),
  CHECK50("check50", "check50.json", Scope.SUBMISSION, "JSON of check50"),
  PRAIRIELEARN(
      "prairielearn",
      "prairielearn/results.json",
      Scope.SUBMISSION,
      "results.json of PrairieLearn's external graders"),
  XAPI("xapi", "statements.jsonl", Scope.BOTH, "xAPI statements, one a line"),
  GITHUB_ANNOTATIONS(
      "github-annotations",
      "annotations.txt",
      Scope.BOTH,
      "workflow commands that make annotations in GitHub Actions"),
  GITHUB_SUMMARY(
      "github-summary", "summary.md", Scope.BOTH, "step summary of GitHub Actions, in Markdown"),
  CSV("csv", "grades.csv", Scope.BOTH, "table for a grade book; for instructors"),
  HTML("html", "grade.html", Scope.SUBMISSION, "page for the learner"),
  PDF("pdf", "grade.pdf", Scope.SUBMISSION, "printable page for the learner"),
  CLASS_PAGE("class-page", "class.html", Scope.CLASS, "page of a class, for the instructor");

  private final String id;
  private final String fileName;
  private final Scope scope;
  private final String description;

  ReportFormat(String id, String fileName, Scope scope, String description) {
    this.id = id;
    this.fileName = fileName;
    this.scope = scope;
    this.description = description;
  }

  /** What one file of a format is about. */
  private enum Scope {
    SUBMISSION,
    CLASS,
    BOTH
  }

  /** Finds a format by its name on the command line. */
  public static Optional<ReportFormat> find(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  /** Its name on the command line. */
  public String id() {
    return id;
  }

  /** The file's name in a folder of reports; it may have a folder of its own. */
  public String fileName() {
    return fileName;
  }

  /** What it is, as a phrase. */
  public String description() {
    return description;
  }

  /** Whether one file can be about one submission. */
  public boolean isForSubmission() {
    return scope != Scope.CLASS;
  }

  /** Whether one file can be about a class. */
  public boolean isForClass() {
    return scope != Scope.SUBMISSION;
  }
}
