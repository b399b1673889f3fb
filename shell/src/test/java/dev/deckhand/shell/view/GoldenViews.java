package dev.deckhand.shell.view;

import static dev.deckhand.shell.view.SampleBlocks.cell;
import static dev.deckhand.shell.view.SampleBlocks.code;
import static dev.deckhand.shell.view.SampleBlocks.emphasis;
import static dev.deckhand.shell.view.SampleBlocks.goal;
import static dev.deckhand.shell.view.SampleBlocks.paragraph;
import static dev.deckhand.shell.view.SampleBlocks.strong;
import static dev.deckhand.shell.view.SampleBlocks.words;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.lint.LintFinding;
import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.journal.LessonStatistics;
import dev.deckhand.shell.journal.StepStatistics;
import dev.deckhand.shell.view.lesson.CatalogueView;
import dev.deckhand.shell.view.lesson.LessonPreviewView;
import dev.deckhand.shell.view.lesson.ManualView;
import dev.deckhand.shell.view.lesson.QuizView;
import dev.deckhand.shell.view.lesson.StepView;
import dev.deckhand.shell.view.lesson.VerdictView;
import dev.deckhand.shell.view.prompt.Prompt;
import dev.deckhand.shell.view.prose.BlockRenderer;
import dev.deckhand.shell.view.report.BootProgressView;
import dev.deckhand.shell.view.report.MachineReportView;
import dev.deckhand.shell.view.report.ProgressReportView;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.utils.AttributedString;

/** What the golden files show. */
public final class GoldenViews {

  private static final String ESC = "\u001b";

  private GoldenViews() {}

  public static List<AttributedString> sheet(RenderContext context) {
    var sheet = new LessonPreviewView(context);
    return LineLayout.concatenated(
        sheet.render(SampleBlocks.lesson(), 0, false),
        sheet.render(SampleBlocks.lesson(), 2, true),
        sheet.findings(
            List.of(
                LintFinding.error(
                    SampleBlocks.PLACE, "The check \"x\" has no title.", "Give it one above."),
                LintFinding.warning(
                    SampleBlocks.PLACE, "The step \"Break it\" has no wrong way.", ""))));
  }

  public static List<AttributedString> prose(RenderContext context) {
    return new BlockRenderer(context)
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
                        "kubectl create deployment front --image=nginx:1.30 --replicas=2",
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

  public static List<AttributedString> step(RenderContext context) {
    var step = SampleBlocks.step();
    var stepView = new StepView(context);
    return LineLayout.separated(
        List.of(
            stepView.headerAndProse(step, 5),
            LineLayout.concatenated(
                List.of(stepView.goals()),
                new VerdictView(context)
                    .checklist(step.checks(), Map.of("2.2", new Verdict.Passed()))),
            stepView.hint(step.hints().get(0), 1, 2),
            stepView.hint(step.hints().get(1), 2, 2),
            stepView.solution(List.of("kubectl delete pods -l app=front", "choose 2")),
            stepView.done(step, 5)));
  }

  public static List<AttributedString> verdicts(RenderContext context) {
    var verdictView = new VerdictView(context);
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
    var kept = SampleBlocks.check("1.2", "The database is still there", Check.Role.FATAL, false);
    return LineLayout.separated(
        List.of(
            verdictView.verdict(front, new Verdict.Passed()),
            verdictView.verdict(front, failed),
            verdictView.verdict(kept, four),
            verdictView.verdict(front, unsure),
            verdictView.checklist(
                List.of(
                    front, kept, goal("1.3", "Both answer"), goal("1.4", "It is reached by name")),
                Map.of("1.1", new Verdict.Passed(), "1.2", four, "1.3", unsure)),
            new NoticeView(context)
                .error(
                    "Docker is not reachable at unix:///var/run/docker.sock (permission denied)."
                        + " Your work is saved.",
                    "add yourself to the docker group, then type \"reset\"."),
            List.of(new Prompt(context).inStep("deployments", 2, 5, false))));
  }

  public static List<AttributedString> quizzes(RenderContext context) {
    var quizView = new QuizView(context);
    return LineLayout.separated(
        List.of(
            quizView.quiz(SampleBlocks.quiz(), Set.of()),
            quizView.quiz(SampleBlocks.quiz(), Set.of(1)),
            quizView.quiz(SampleBlocks.quiz(), Set.of(2)),
            quizView.question(SampleBlocks.question(), 1, 1),
            quizView.question(SampleBlocks.question(), 2, 2),
            quizView.answered("3", new Verdict.Passed()),
            quizView.answered(
                "1",
                new Verdict.Failed(
                    List.of(new Verdict.Finding("Deployment", "", "1", "3", List.of()))))));
  }

  public static List<AttributedString> catalogue(RenderContext context) {
    var catalogueView = new CatalogueView(context);
    var done =
        Map.of(LessonId.of("containers/first-container"), 4, LessonId.of("containers/images"), 2);
    return LineLayout.separated(
        List.of(
            catalogueView.lesson(SampleBlocks.lesson()),
            catalogueView.list(
                SampleBlocks.courses(),
                done,
                Map.of(
                    LessonId.of("kubernetes/deployments"),
                    "The lesson needs Kubernetes >=1.40, and its lab has 1.37.2, by the tag of the"
                        + " image deckhand/k3s:v1.37.2-k3s1."))));
  }

  static List<AttributedString> progress(RenderContext context) {
    var done = LessonId.of("containers/first-container");
    var begun = LessonId.of("kubernetes/deployments");
    var easy = new StepStatistics(1, 0, 0, 0, 0, 0, Duration.ofMinutes(61));
    var hard = new StepStatistics(3, 4, 1, 2, 1, 1, Duration.ofSeconds(1234));
    var once = new StepStatistics(2, 1, 2, 1, 2, 2, Duration.ofSeconds(20));
    var stories =
        Map.of(
            done,
            story(done, new LessonProgress(Map.of(1, StepOutcome.DONE), true, true), easy),
            begun,
            story(begun, new LessonProgress(Map.of(), false, true), hard));
    var trouble =
        List.of(
            new ProgressReportView.HardStep(
                begun, "Change your mind, and then once more change it back", hard),
            new ProgressReportView.HardStep(done, "\u001b[31mred\u202e", once),
            new ProgressReportView.HardStep(begun, "", once));
    var progressReportView = new ProgressReportView(context, java.time.ZoneOffset.UTC);
    return LineLayout.separated(
        List.of(
            progressReportView.lines(
                SampleBlocks.courses(), stories, trouble, "deckhand learn " + begun),
            progressReportView.lines(
                SampleBlocks.courses(), Map.of(), List.of(), "deckhand learn " + done)));
  }

  private static LessonStatistics story(
      LessonId id, LessonProgress lessonProgress, StepStatistics step) {
    var steps = new java.util.TreeMap<>(Map.of(step.step(), step));
    return new LessonStatistics(
        id, lessonProgress, steps, java.time.Instant.parse("2026-01-02T03:04:05Z"));
  }

  public static List<AttributedString> boot(RenderContext context) {
    var bootProgressView = new BootProgressView(context);
    var fetch = "Put nginx:1.30 into the cluster";
    return List.of(
        bootProgressView.done("Start the engine", Duration.ofMillis(1700)),
        bootProgressView.running(
            new BootProgressView.Stage(
                fetch, Duration.ofSeconds(4), 12_345_678, 48_000_000, "bytes"),
            3),
        bootProgressView.running(
            new BootProgressView.Stage("Load images", Duration.ofSeconds(4), 2, 5, "images"), 4),
        bootProgressView.running(
            BootProgressView.Stage.begun("Wait for the node", Duration.ofSeconds(80)), 5),
        bootProgressView.failed("Start the cluster", Duration.ofSeconds(61)),
        bootProgressView.plainStarted("Start the engine"),
        bootProgressView.plainDone("Start the engine", Duration.ofMillis(1700)));
  }

  public static List<AttributedString> report(RenderContext context) {
    return new MachineReportView(context)
        .lines(
            List.of(
                new MachineReportView.Row(StatusMark.GOOD, "JDK", "25.0.1", ""),
                new MachineReportView.Row(
                    StatusMark.BAD,
                    "Docker engine",
                    "nothing answers at unix:///var/run/docker.sock or at any other usual place",
                    "run \"deckhand setup\", which installs docker.io."),
                new MachineReportView.Row(
                    StatusMark.UNSURE,
                    "inotify instances",
                    "128, enough for three clusters",
                    "sudo sysctl fs.inotify.max_user_instances=512"),
                new MachineReportView.Row(
                    StatusMark.OPEN, "Images", "not looked at without an engine", "")));
  }

  static List<AttributedString> wide(RenderContext context) {
    return new BlockRenderer(context)
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

  public static List<AttributedString> hostile(RenderContext context) {
    var evil = "a" + ESC + "[2Jb" + ESC + "]0;title\u0007c\rd\be" + ESC + "[31mf\u202eg\u0000h";
    var finding =
        new Verdict.Finding(evil, evil, evil, evil, List.of(evil, ESC + "]52;c;never ends"));
    return LineLayout.separated(
        List.of(
            new BlockRenderer(context)
                .lines(
                    List.of(
                        paragraph(words(evil), code(evil)),
                        new Block.Run(List.of(evil)),
                        new Block.Listing(evil, "", List.of(evil, "\u009b5A8-bit")))),
            new VerdictView(context)
                .verdict(goal("1.1", evil), new Verdict.Failed(List.of(finding))),
            new NoticeView(context).error(evil, evil),
            List.of(
                new BootProgressView(context)
                    .running(BootProgressView.Stage.begun(evil, Duration.ZERO), 0)),
            new ManualView(context)
                .answer(new ManualLookupResult.NotFound(evil, evil, List.of(evil))),
            List.of(new Prompt(context).inStep(evil, 1, 2, true))));
  }
}
