package dev.deckhand.lesson.adoc;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.adoc.diagram.DiagramCache;
import dev.deckhand.lesson.adoc.diagram.DiagramRenderer;
import dev.deckhand.lesson.adoc.diagram.PlantUmlRenderer;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import dev.deckhand.lesson.adoc.prose.PictureLoader;
import dev.deckhand.lesson.adoc.prose.ProseReader;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.adoc.source.SourceFile;
import dev.deckhand.lesson.adoc.source.SourceFileReader;
import dev.deckhand.lesson.lint.LessonLinter;
import dev.deckhand.lesson.lint.LintFinding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles AsciiDoc files into courses and lessons. Problems are returned as findings, never
 * thrown.
 *
 * <p>Not thread-safe.
 */
public final class CourseCompiler implements AutoCloseable {

  private static final String COURSE_FILE = "course.adoc";
  private static final String SOURCES_FILE = "sources.adoc";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final String DRAFT = "draft";

  private final CheckBlockReader checkBlockReader = new CheckBlockReader();
  private final LessonLinter linter = LessonLinter.standard();
  private final LessonFileIndex lessonFiles = new LessonFileIndex();
  private final DiagramRenderer renderer;
  private final DiagramRenderer countingRenderer;
  private final AtomicInteger missingImages = new AtomicInteger();
  private final DocumentParser parser;

  /** A compiler that keeps drawn diagrams in memory. */
  public CourseCompiler() {
    this(new DiagramCache(PlantUmlRenderer.onClassPath(), null));
  }

  /** A compiler that keeps drawn diagrams in a folder. */
  public CourseCompiler(Path drawings) {
    this(new DiagramCache(PlantUmlRenderer.onClassPath(), drawings));
  }

  /** A compiler with a given renderer. */
  public CourseCompiler(DiagramRenderer artist) {
    this(artist, DocumentParser.standard());
  }

  CourseCompiler(DiagramRenderer artist, DocumentParser parser) {
    this.parser = parser;
    this.renderer = artist;
    this.countingRenderer =
        source -> {
          DiagramRenderer.Rendering rendering = artist.render(source);
          if (rendering instanceof DiagramRenderer.Rendering.Unavailable) {
            missingImages.incrementAndGet();
          }
          return rendering;
        };
  }

  /** The number of diagrams without an image because this machine can't draw them. */
  int missingImages() {
    return missingImages.get();
  }

  /** Compiles a lesson's file; the course's id is the name of its folder. */
  public CompiledLesson compileLesson(Path file) {
    return compile(file, file.toString(), idOrDraft(nameOf(folderOf(file))));
  }

  /** The same, with findings that name the file {@code course/NN-name.adoc}. */
  public CompiledLesson compileInCourse(Path file) {
    String course = nameOf(folderOf(file));
    return compile(file, course + "/" + nameOf(file), idOrDraft(course));
  }

  /** Compiles one course: a folder with {@code course.adoc} and lessons {@code NN-name.adoc}. */
  public CompiledCourse compile(Path folder) {
    CompiledCourse course = compileAlone(folder);
    return course.withFindings(RequirementValidator.validate(List.of(course), lessonFiles, false));
  }

  /** Compiles all courses in a folder, and sorts them in the order in which learners take them. */
  public List<CompiledCourse> compileAll(Path courses) {
    List<CompiledCourse> compiled =
        CourseSourceFolder.list(courses)
            .filter(Files::isDirectory)
            .map(this::compileAlone)
            .sorted(
                Comparator.comparingInt(CompiledCourse::order)
                    .thenComparing(course -> course.card().id()))
            .toList();
    List<LintFinding> requirements = RequirementValidator.validate(compiled, lessonFiles, true);
    return compiled.stream().map(course -> course.withFindings(requirements)).toList();
  }

  private CompiledCourse compileAlone(Path folder) {
    String name = nameOf(folder);
    String id = idOrDraft(name);
    var diagnostics = new DiagnosticCollector(name);
    if (!id.equals(name)) {
      diagnostics.error(
          0, "A course's folder cannot have this name.", "Use small letters, digits and '-'.");
    }
    var lintFindings = new ArrayList<LintFinding>();
    CourseHeader header =
        header(folder.resolve(COURSE_FILE), name + "/" + COURSE_FILE, lintFindings);
    var lessons = new ArrayList<Lesson>();
    var pictures = new HashMap<String, Png>();
    var numbers = new HashMap<String, String>();
    for (Path file : CourseSourceFolder.list(folder).toList()) {
      if (nameOf(file).endsWith(".adoc") && isLesson(file, diagnostics)) {
        checkUniqueNumber(nameOf(file), numbers, diagnostics);
        CompiledLesson compiled = compile(file, name + "/" + nameOf(file), id);
        lintFindings.addAll(compiled.findings());
        pictures.putAll(compiled.pictures());
        Stream.ofNullable(compiled.lesson()).forEach(lessons::add);
      }
    }
    if (lessons.isEmpty()) {
      diagnostics.error(0, "The course has no lesson.", "Add one: 01-name.adoc.");
    }
    lintFindings.addAll(diagnostics.findings());
    List<Block> sources = sources(folder.resolve(SOURCES_FILE), name, lintFindings);
    return new CompiledCourse(
        card(id, header, lessons), header.order(), lessons, lintFindings, pictures, sources);
  }

  /** Reads the prose that only pages show, as a lesson's prose is read. */
  private List<Block> sources(Path file, String course, List<LintFinding> lintFindings) {
    return Files.exists(file)
        ? read(
                file,
                course + "/" + SOURCES_FILE,
                lintFindings,
                (_, diagnostics, pictures) ->
                    document -> new ProseReader(diagnostics, pictures).read(document.blocks()))
            .orElse(List.of())
        : List.of();
  }

  private CourseHeader header(Path file, String name, List<LintFinding> lintFindings) {
    return read(
            file,
            name,
            lintFindings,
            (source, diagnostics, pictures) ->
                new CourseReader(source, diagnostics, pictures)::read)
        .orElse(CourseHeader.NONE);
  }

  /** Makes a reader of one file's document. */
  private interface ReaderFactory<T> {
    Function<DocumentNode, T> reader(
        SourceFile source, DiagnosticCollector diagnostics, PictureLoader pictures);
  }

  private <T> Optional<T> read(
      Path file, String name, List<LintFinding> lintFindings, ReaderFactory<T> factory) {
    var diagnostics = new DiagnosticCollector(name);
    var pictures = new PictureLoader(folderOf(file), countingRenderer, diagnostics);
    Optional<T> read =
        new SourceFileReader()
            .read(file, name, diagnostics)
            .flatMap(source -> {
              diagnostics.setSource(source);
              return parser.read(
                  source, diagnostics, factory.reader(source, diagnostics, pictures));
            });
    lintFindings.addAll(diagnostics.findings());
    return read;
  }

  private static void checkUniqueNumber(
      String file, Map<String, String> numbers, DiagnosticCollector diagnostics) {
    String other = numbers.putIfAbsent(file.substring(0, 2), file);
    if (other != null) {
      diagnostics.error(
          new SourcePosition(diagnostics.at(0).file() + "/" + file, 0),
          "The lesson has the number of " + other + ".",
          "Give one of the two another number: it says which comes first.");
    }
  }

  private static CourseCard card(String id, CourseHeader header, List<Lesson> lessons) {
    return new CourseCard(
        id,
        header.title().isEmpty() ? id : header.title(),
        header.summary(),
        header.license(),
        lessons.stream().map(LessonCard::of).toList());
  }

  private static boolean isLesson(Path file, DiagnosticCollector diagnostics) {
    String name = nameOf(file);
    boolean lesson = CourseSourceFolder.LESSON_FILE.matcher(name).matches();
    if (!lesson && !name.equals(COURSE_FILE) && !name.equals(SOURCES_FILE)) {
      diagnostics.warning(
          new SourcePosition(diagnostics.at(0).file() + "/" + name, 0),
          "The file is no lesson by its name.",
          "Call it 01-name.adoc, in small letters, with the number that gives its place.");
    }
    return lesson;
  }

  private CompiledLesson compile(Path path, String name, String course) {
    var diagnostics = new DiagnosticCollector(name);
    var pictureLoader = new PictureLoader(folderOf(path), countingRenderer, diagnostics);
    LessonReader.@Nullable Draft draft =
        new SourceFileReader()
            .read(path, name, diagnostics)
            .flatMap(file -> draft(file, course, defaultId(path), diagnostics, pictureLoader))
            .orElse(null);
    if (draft == null) {
      lessonFiles.addUnreadable(course + "/" + defaultId(path));
      return new CompiledLesson(null, diagnostics.findings(), Map.of());
    }
    linter
        .review(draft.lesson(), draft.waivers(), draft.runBlockPlaces())
        .forEach(diagnostics::add);
    VariationCompiler.findingsWithOtherValues(draft.lesson(), diagnostics.findings(), linter)
        .forEach(diagnostics::add);
    return new CompiledLesson(draft.lesson(), diagnostics.findings(), pictureLoader.loaded());
  }

  private Optional<LessonReader.Draft> draft(
      SourceFile file,
      String course,
      String nameless,
      DiagnosticCollector diagnostics,
      PictureLoader pictureLoader) {
    diagnostics.setSource(file);
    lessonFiles.addHeader(file);
    VariationCompiler variation = VariationCompiler.of(file, course, nameless, diagnostics);
    SourceFile example = variation.exampleFile();
    diagnostics.setSource(example);
    var reader =
        new LessonReader(example, course, nameless, diagnostics, checkBlockReader, pictureLoader);
    return parser
        .read(example, diagnostics, reader::read)
        .flatMap(Function.identity())
        .map(draft -> variation.complete(draft, pictureLoader.references()));
  }

  private static String defaultId(Path file) {
    var numbered = CourseSourceFolder.LESSON_FILE.matcher(nameOf(file));
    return numbered.matches()
        ? idOrDraft(numbered.group(2))
        : idOrDraft(nameOf(file).replaceFirst("\\.adoc$", ""));
  }

  private static String idOrDraft(String name) {
    return ID.matcher(name).matches() ? name : DRAFT;
  }

  private static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }

  private static String nameOf(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  @Override
  public void close() {
    renderer.close();
    parser.close();
  }
}
