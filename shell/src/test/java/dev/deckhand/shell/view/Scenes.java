package dev.deckhand.shell.view;

import static dev.deckhand.shell.view.Samples.cell;
import static dev.deckhand.shell.view.Samples.code;
import static dev.deckhand.shell.view.Samples.emphasis;
import static dev.deckhand.shell.view.Samples.goal;
import static dev.deckhand.shell.view.Samples.paragraph;
import static dev.deckhand.shell.view.Samples.strong;
import static dev.deckhand.shell.view.Samples.words;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.manual.Answer;
import dev.deckhand.session.StepOutcome;
import dev.deckhand.shell.journal.LessonStory;
import dev.deckhand.shell.journal.Progress;
import dev.deckhand.shell.journal.StepStory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.utils.AttributedString;

/** What the golden files show. */
final class Scenes {

  private static final String ESC = "\u001b";

  private Scenes() {}

  static List<AttributedString> sheet(Look look) {
    var sheet = new LessonSheet(look);
    return Lines.joined(
        sheet.draw(Samples.lesson(), 0, false),
        sheet.draw(Samples.lesson(), 2, true),
        sheet.findings(
            List.of(
                Finding.error(Samples.PLACE, "The check \"x\" has no title.", "Give it one above."),
                Finding.warning(Samples.PLACE, "The step \"Break it\" has no wrong way.", ""))));
  }

  static List<AttributedString> prose(Look look) {
    return new Prose(look)
        .lines(
            List.of(
                new Block.Heading(1, List.of(words("What a Deployment is"))),
                paragraph(
                    words("A Pod that dies "),
                    strong("stays dead"),
                    words(". You write a note, a "),
                    emphasis("Deployment"),
                    words(", with "),
                    code("kubectl create deployment"),
                    words(", and let something else keep it true. See "),
                    new Inline.Link(
                        List.of(words("the manual")), "https://kubernetes.io/docs/concepts/"),
                    words(".")),
                new Block.Run(
                    List.of(
                        "kubectl create deployment front --image=nginx:1.27 --replicas=2",
                        "kubectl get pods -l app=front -o jsonpath='{.items[*].metadata.name}'"
                            + " --namespace shop",
                        "cat > a.txt <<EOF\nhello  you\nEOF")),
                new Block.Heading(2, List.of(words("Its manifest, with "), code("spec"))),
                new Block.Listing(
                    "front.yaml",
                    "yaml",
                    List.of(
                        "apiVersion: apps/v1",
                        "kind: Deployment",
                        "metadata:",
                        "\tname: front # a line that is longer than forty columns",
                        "",
                        "spec: {replicas: 2}")),
                new Block.Admonition(
                    Block.Tone.WARNING,
                    List.of(
                        paragraph(
                            words("Deleting the Deployment deletes its Pods. There is no "),
                            code("undelete"),
                            words(", and nobody asks you whether you are sure.")))),
                new Block.Admonition(
                    Block.Tone.TIP, List.of(paragraph("The name is yours to choose."))),
                new Block.Bullets(
                    false,
                    List.of(
                        List.of(paragraph("one Deployment, which says how many there should be")),
                        List.of(
                            paragraph("one ReplicaSet"),
                            new Block.Bullets(
                                false,
                                List.of(
                                    List.of(paragraph("made by the Deployment")),
                                    List.of(paragraph("it makes the Pods"))))))),
                new Block.Bullets(
                    true,
                    List.of(
                        List.of(paragraph("Write the note:"), new Block.Run(List.of("vi a.yaml"))),
                        List.of(paragraph("Hand it in.")))),
                new Block.Terms(
                    List.of(
                        new Block.Term(
                            List.of(words("Pod")),
                            List.of(paragraph("The smallest thing that you can run."))),
                        new Block.Term(
                            List.of(code("replicas")),
                            List.of(paragraph("How many Pods there should be, now and always."))))),
                new Block.Table(
                    "Who owns whom",
                    List.of(cell("Object"), cell("Made by"), cell("What it says")),
                    List.of(
                        List.of(
                            cell("Deployment"),
                            cell("you"),
                            cell("which version, and how many; it keeps the old ones to go back")),
                        List.of(cell("ReplicaSet"), cell("the Deployment"), cell("how many")),
                        List.of(cell("Pod"), cell("the ReplicaSet"), cell("one of them")))),
                new Block.Quote(
                    List.of(paragraph("Cattle, not pets.")), "somebody on a stage, long ago"),
                new Block.Picture("Three boxes, one inside the other", "layers.png", List.of()),
                new Block.Rule()));
  }

  static List<AttributedString> step(Look look) {
    var step = Samples.step();
    var steps = new Steps(look);
    return Lines.apart(
        List.of(
            steps.reading(step, 5),
            Lines.joined(
                List.of(steps.goals()),
                new Verdicts(look).checklist(step.checks(), Map.of("2.2", new Verdict.Passed()))),
            steps.hint(step.hints().get(0), 1, 2),
            steps.hint(step.hints().get(1), 2, 2),
            steps.solution(List.of("kubectl delete pods -l app=front", "choose 2")),
            steps.done(step, 5)));
  }

  static List<AttributedString> verdicts(Look look) {
    var verdicts = new Verdicts(look);
    var front = goal("1.1", "Two replicas of front are ready");
    var failed =
        new Verdict.Failed(
            List.of(
                new Verdict.Finding(
                    "Deployment \"front\"",
                    "status.readyReplicas",
                    "1",
                    "2",
                    List.of(
                        "Pod front-7d9f5 cannot pull nginx:1.99: not found.",
                        "The last event: Back-off pulling image \"nginx:1.99\", 4 times in the last"
                            + " two minutes, and it goes on like this for rather a long time."))));
    var four =
        new Verdict.Failed(
            List.of("a", "b", "c", "d").stream()
                .map(n -> new Verdict.Finding("Pod \"" + n + "\"", "", "gone", "there", List.of()))
                .toList());
    var unsure =
        new Verdict.Undecided(
            "The cluster does not answer.", "wait a little, then type \"check\".");
    var kept = Samples.check("1.2", "The database is still there", Check.Role.FATAL, false);
    return Lines.apart(
        List.of(
            verdicts.verdict(front, new Verdict.Passed()),
            verdicts.verdict(front, failed),
            verdicts.verdict(kept, four),
            verdicts.verdict(front, unsure),
            verdicts.checklist(
                List.of(
                    front, kept, goal("1.3", "Both answer"), goal("1.4", "It is reached by name")),
                Map.of("1.1", new Verdict.Passed(), "1.2", four, "1.3", unsure)),
            new Messages(look)
                .trouble(
                    "Docker is not reachable at unix:///var/run/docker.sock (permission denied)."
                        + " Your work is saved.",
                    "add yourself to the docker group, then type \"reset\"."),
            List.of(new Prompt(look).inStep("deployments", 2, 5, false))));
  }

  static List<AttributedString> quizzes(Look look) {
    var quizzes = new Quizzes(look);
    return Lines.apart(
        List.of(
            quizzes.quiz(Samples.quiz(), Set.of()),
            quizzes.quiz(Samples.quiz(), Set.of(1)),
            quizzes.quiz(Samples.quiz(), Set.of(2)),
            quizzes.question(Samples.question(), 1, 1),
            quizzes.question(Samples.question(), 2, 2),
            quizzes.answered("3", new Verdict.Passed()),
            quizzes.answered(
                "1",
                new Verdict.Failed(
                    List.of(new Verdict.Finding("Deployment", "", "1", "3", List.of()))))));
  }

  static List<AttributedString> catalogue(Look look) {
    var catalogue = new Catalogue(look);
    var done =
        Map.of(LessonId.of("containers/first-container"), 4, LessonId.of("containers/images"), 2);
    return Lines.apart(
        List.of(catalogue.lesson(Samples.lesson()), catalogue.list(Samples.courses(), done)));
  }

  static List<AttributedString> progress(Look look) {
    var done = LessonId.of("containers/first-container");
    var begun = LessonId.of("kubernetes/deployments");
    var easy = new StepStory(1, 0, 0, 0, 0, 0, Duration.ofMinutes(61));
    var hard = new StepStory(3, 4, 1, 2, 1, 1, Duration.ofSeconds(1234));
    var once = new StepStory(2, 1, 2, 1, 2, 2, Duration.ofSeconds(20));
    var stories =
        Map.of(
            done,
            story(done, new Progress(Map.of(1, StepOutcome.DONE), true, true), easy),
            begun,
            story(begun, new Progress(Map.of(), false, true), hard));
    var trouble =
        List.of(
            new Tidings.Hard(begun, "Change your mind, and then once more change it back", hard),
            new Tidings.Hard(done, "\u001b[31mred\u202e", once),
            new Tidings.Hard(begun, "", once));
    var tidings = new Tidings(look, java.time.ZoneOffset.UTC);
    return Lines.apart(
        List.of(
            tidings.lines(Samples.courses(), stories, trouble, "deckhand learn " + begun),
            tidings.lines(Samples.courses(), Map.of(), List.of(), "deckhand learn " + done)));
  }

  private static LessonStory story(LessonId id, Progress progress, StepStory step) {
    var steps = new java.util.TreeMap<>(Map.of(step.step(), step));
    return new LessonStory(id, progress, steps, java.time.Instant.parse("2026-01-02T03:04:05Z"));
  }

  static List<AttributedString> boot(Look look) {
    var boot = new Boot(look);
    var fetch = "Put nginx:1.27 into the cluster";
    return List.of(
        boot.done("Start the engine", Duration.ofMillis(1700)),
        boot.live(new Boot.Stage(fetch, Duration.ofSeconds(4), 12_345_678, 48_000_000, "bytes"), 3),
        boot.live(new Boot.Stage("Load images", Duration.ofSeconds(4), 2, 5, "images"), 4),
        boot.live(Boot.Stage.begun("Wait for the node", Duration.ofSeconds(80)), 5),
        boot.failed("Start the cluster", Duration.ofSeconds(61)),
        boot.plainBegan("Start the engine"),
        boot.plainDone("Start the engine", Duration.ofMillis(1700)));
  }

  static List<AttributedString> report(Look look) {
    return new Report(look)
        .lines(
            List.of(
                new Report.Row(Mark.GOOD, "JDK", "25.0.1", ""),
                new Report.Row(
                    Mark.BAD,
                    "Docker engine",
                    "nothing answers at unix:///var/run/docker.sock or at any other usual place",
                    "run \"deckhand setup\", which installs docker.io."),
                new Report.Row(
                    Mark.UNSURE,
                    "inotify instances",
                    "128, enough for three clusters",
                    "sudo sysctl fs.inotify.max_user_instances=512"),
                new Report.Row(Mark.OPEN, "Images", "not looked at without an engine", "")));
  }

  static List<AttributedString> wide(Look look) {
    return new Prose(look)
        .lines(
            List.of(
                new Block.Heading(1, List.of(words("部署：說出數量，安心改變主意"))),
                paragraph(
                    "死掉的 Pod 不會復活。沒有人想半夜起來重新啟動它，所以在 Kubernetes 裡你很少自己運行 Pod："
                        + "你寫下應該有多少個，讓別的東西保持它為真。"),
                paragraph("Zażółć gęślą jaźń, cafe\u0301 🚀 and a family 👩‍👩‍👧 on one line."),
                paragraph("العنقود جاهز بعد اثنتي عشرة ثانية، ثم تبدأ الخطوة الأولى من الدرس."),
                new Block.Table(
                    "",
                    List.of(cell("名前"), cell("意味")),
                    List.of(
                        List.of(cell("ポッド"), cell("実行できる最小のもの")),
                        List.of(cell("Node 🚢"), cell("a machine"))))));
  }

  static List<AttributedString> hostile(Look look) {
    var evil = "a" + ESC + "[2Jb" + ESC + "]0;title\u0007c\rd\be" + ESC + "[31mf\u202eg\u0000h";
    var finding =
        new Verdict.Finding(evil, evil, evil, evil, List.of(evil, ESC + "]52;c;never ends"));
    return Lines.apart(
        List.of(
            new Prose(look)
                .lines(
                    List.of(
                        paragraph(words(evil), code(evil)),
                        new Block.Run(List.of(evil)),
                        new Block.Listing(evil, "", List.of(evil, "\u009b5A8-bit")))),
            new Verdicts(look).verdict(goal("1.1", evil), new Verdict.Failed(List.of(finding))),
            new Messages(look).trouble(evil, evil),
            List.of(new Boot(look).live(Boot.Stage.begun(evil, Duration.ZERO), 0)),
            new ManualView(look).answer(new Answer.Unknown(evil, evil, List.of(evil))),
            List.of(new Prompt(look).inStep(evil, 1, 2, true))));
  }
}
