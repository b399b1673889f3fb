package dev.deckhand.shell.submission;

import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.adoc.LessonVariants;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.submission.ScriptEntries.Item;
import dev.deckhand.shell.submission.archive.PrintableName;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the work in one submission. */
final class WorkReader {

  private static final String WHOLE_SCRIPT = "submission.sh";
  private static final Pattern STEP_SCRIPT = Pattern.compile("step-0*([1-9]\\d{0,3})\\.sh");
  private static final Pattern ALMOST_SCRIPT =
      Pattern.compile("(?i)(step[-_ .]?\\d+|submission)(\\.(sh|bash|txt))?");

  private final Lesson lesson;
  private final OptionalLong assignedSeed;
  private final WorkRemarks remarks = new WorkRemarks();
  private final SortedMap<String, SubmittedFile> files;

  WorkReader(Submission submission, Lesson lesson, OptionalLong assignedSeed) {
    this.lesson = lesson;
    this.assignedSeed = assignedSeed;
    this.files = new TreeMap<>(submission.files());
  }

  SubmittedWork read() {
    SubmittedFile detailsFile = files.remove(SubmissionDetails.FILE);
    SubmissionDetails details =
        detailsFile == null
            ? SubmissionDetails.NONE
            : DetailsReader.read(lesson, detailsFile, remarks);
    OptionalLong seed = seed(details);
    Lesson drawn = seed.isEmpty() ? lesson : LessonVariants.of(lesson, seed.getAsLong());
    Lesson taken =
        details.order().isEmpty() ? drawn : drawn.withStepOrder(new StepOrder(details.order()));
    AnswersFile.Sheet sheet = answers(taken);
    SubmittedScript script = script(taken, sheet);
    boolean answered = !sheet.answers().isEmpty() || !sheet.choices().isEmpty();
    if (script instanceof SubmittedScript.None && !answered) {
      remarks.add("There is nothing to run in the submission.");
    }
    return new SubmittedWork(
        taken,
        script,
        sheet.answers(),
        sheet.choices(),
        details.help(),
        seed,
        details.lessonVersion(),
        files,
        remarks.sentences());
  }

  /** The seed that somebody assigned counts: a learner can write another one. */
  private OptionalLong seed(SubmissionDetails details) {
    if (lesson.variation().isNone() || assignedSeed.isEmpty()) {
      return details.seed();
    }
    if (details.seed().isPresent() && !details.seed().equals(assignedSeed)) {
      remarks.add(
          "The submission was made with the seed "
              + details.seed().getAsLong()
              + ", but the learner's is "
              + assignedSeed.getAsLong()
              + ".");
    }
    return assignedSeed;
  }

  private AnswersFile.Sheet answers(Lesson taken) {
    SubmittedFile first = files.remove(AnswersFile.NAME);
    SubmittedFile other = files.remove(AnswersFile.OTHER_NAME);
    if (first != null && other != null) {
      remarks.add(AnswersFile.OTHER_NAME + " is left out, because there is answers.yaml too.");
    }
    if (first != null) {
      return AnswersFile.read(AnswersFile.NAME, first, taken, remarks);
    }
    return other == null
        ? AnswersFile.Sheet.EMPTY
        : AnswersFile.read(AnswersFile.OTHER_NAME, other, taken, remarks);
  }

  private SubmittedScript script(Lesson lesson, AnswersFile.Sheet sheet) {
    SortedMap<Integer, List<SubmittedEntry>> steps = stepScripts(lesson, sheet);
    SubmittedFile whole = files.remove(WHOLE_SCRIPT);
    files.keySet().stream()
        .filter(path -> ALMOST_SCRIPT.matcher(path).matches())
        .forEach(path ->
            remarks.add(
                PrintableName.quoted(path)
                    + " isn't run: the names of scripts are step-1.sh and so on, or"
                    + " submission.sh."));
    if (!steps.isEmpty()) {
      if (whole != null) {
        remarks.add(WHOLE_SCRIPT + " is left out, because there are scripts for single steps.");
      }
      return new SubmittedScript.BySteps(steps);
    }
    return whole == null ? manifests() : whole(lesson, whole, sheet);
  }

  private SortedMap<Integer, List<SubmittedEntry>> stepScripts(
      Lesson lesson, AnswersFile.Sheet sheet) {
    var steps = new TreeMap<Integer, List<SubmittedEntry>>();
    for (String path : List.copyOf(files.keySet())) {
      Matcher name = STEP_SCRIPT.matcher(path);
      if (!name.matches()) {
        continue;
      }
      SubmittedFile file = files.get(path);
      files.remove(path);
      int number = Integer.parseInt(name.group(1));
      if (number > lesson.steps().size()) {
        remarks.add(
            path + " is left out: the lesson has steps 1 to " + lesson.steps().size() + ".");
      } else if (steps.containsKey(number)) {
        remarks.add(
            path + " is left out, because there is another script for step " + number + ".");
      } else if (file != null) {
        List<Item> items = ScriptEntries.read(path, file, remarks);
        steps.put(number, stepEntries(path, lesson.steps().get(number - 1), items, sheet));
      }
    }
    return steps;
  }

  private List<SubmittedEntry> stepEntries(
      String file, Step step, List<Item> items, AnswersFile.Sheet sheet) {
    String scope = "step " + step.number();
    return new AnswerPlacement(file, scope, step.questions(), step.quizzes(), sheet, remarks)
        .entries(items);
  }

  /** A script for the whole lesson; with lines {@code next}, it's divided into steps. */
  private SubmittedScript whole(Lesson lesson, SubmittedFile file, AnswersFile.Sheet sheet) {
    List<Item> items = ScriptEntries.read(WHOLE_SCRIPT, file, remarks);
    boolean divided = items.stream().anyMatch(item -> item instanceof Item.Next);
    if (!divided && lesson.steps().size() > 1) {
      return new SubmittedScript.Whole(
          new AnswerPlacement(
                  WHOLE_SCRIPT,
                  "the lesson",
                  lesson.steps().stream().flatMap(step -> step.questions().stream()).toList(),
                  lesson.steps().stream().flatMap(step -> step.quizzes().stream()).toList(),
                  sheet,
                  remarks)
              .entries(items));
    }
    var steps = new TreeMap<Integer, List<SubmittedEntry>>();
    List<List<Item>> parts = divide(items);
    for (int i = 0; i < parts.size() && i < lesson.steps().size(); i++) {
      steps.put(i + 1, stepEntries(WHOLE_SCRIPT, lesson.steps().get(i), parts.get(i), sheet));
    }
    parts.stream()
        .skip(lesson.steps().size())
        .flatMap(List::stream)
        .findFirst()
        .ifPresent(item ->
            remarks.add(
                WHOLE_SCRIPT,
                item.line(),
                "from here on it's left out, because this is after the last step."));
    return new SubmittedScript.BySteps(steps);
  }

  /** The parts between the lines {@code next}, without an empty one at the end. */
  private static List<List<Item>> divide(List<Item> items) {
    var parts = new ArrayList<List<Item>>();
    var part = new ArrayList<Item>();
    for (Item item : items) {
      if (item instanceof Item.Next) {
        parts.add(List.copyOf(part));
        part.clear();
      } else {
        part.add(item);
      }
    }
    if (!part.isEmpty()) {
      parts.add(List.copyOf(part));
    }
    while (!parts.isEmpty() && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return parts;
  }

  /** Without a script, the manifests of a Kubernetes lesson are applied. */
  private SubmittedScript manifests() {
    List<String> manifests =
        lesson.needs().labs().contains(LabKind.KUBERNETES) ? ManifestFiles.of(files) : List.of();
    if (manifests.isEmpty()) {
      return new SubmittedScript.None();
    }
    remarks.add(
        "There is no script, so the manifests are applied in the order of their names: "
            + manifests.size()
            + (manifests.size() == 1 ? " file." : " files."));
    return new SubmittedScript.Whole(
        manifests.stream()
            .map(ManifestFiles::apply)
            .<SubmittedEntry>map(
                text -> new SubmittedEntry.Command(text, new SessionCommand.Shell(text)))
            .toList());
  }
}
