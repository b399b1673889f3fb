package dev.deckhand;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.deckhand.lesson.adoc.LessonVariants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of docs/architecture.md: which package may use which, and which may do IO. */
@AnalyzeClasses(packages = "dev.deckhand", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] PURE_PACKAGES = {
    "dev.deckhand.check..",
    "dev.deckhand.grade..",
    "dev.deckhand.lesson",
    "dev.deckhand.lesson.lint..",
    "dev.deckhand.session..",
    "dev.deckhand.trace..",
    "dev.deckhand.shell.junit..",
    "dev.deckhand.shell.report",
    "dev.deckhand.shell.report.writer..",
    "dev.deckhand.shell.view..",
    "dev.deckhand.site",
    "dev.deckhand.site.asciidoc..",
    "dev.deckhand.site.document..",
    "dev.deckhand.site.grade..",
    "dev.deckhand.site.notes..",
    "dev.deckhand.site.text..",
    "dev.deckhand.site.web.."
  };

  private static final String[] ASCIIDOCTOR = {"org.asciidoctor..", "org.jruby.."};

  @ArchTest
  static final ArchRule purePackagesDoNoInputOrOutput =
      noClasses()
          .that()
          .resideInAnyPackage(PURE_PACKAGES)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.channels..", "java.util.concurrent.locks..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|Thread|Runtime)")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|.*Stream|(?!String).*Reader|(?!String).*Writer)");

  @ArchTest
  static final ArchRule pureLessonPackagesUseNoEdgeLibrary =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.deckhand.check..",
              "dev.deckhand.grade..",
              "dev.deckhand.lesson",
              "dev.deckhand.session..",
              "dev.deckhand.trace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.fasterxml..",
              "org.jline..",
              "org.testcontainers..",
              "io.fabric8..",
              "com.github.dockerjava..",
              "picocli..",
              "org.asciidoctor..");

  @ArchTest
  static final ArchRule lessonsKnowOnlyLessons =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.deckhand.check..",
              "dev.deckhand.grade..",
              "dev.deckhand.lesson..",
              "dev.deckhand.session..",
              "dev.deckhand.trace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.deckhand.lab..", "dev.deckhand.site..", "dev.deckhand.shell..");

  @ArchTest
  static final ArchRule tracesKnowNoLessonAndNoSession =
      noClasses()
          .that()
          .resideInAPackage("dev.deckhand.trace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.deckhand.lesson..", "dev.deckhand.session..");

  @ArchTest
  static final ArchRule labsKnowLessonsAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.deckhand.lab..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.deckhand.site..", "dev.deckhand.shell..", "dev.deckhand.session..");

  @ArchTest
  static final ArchRule theSiteKnowsLessonsAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.deckhand.site..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.deckhand.lab..", "dev.deckhand.shell..");

  @ArchTest
  static final ArchRule asciidoctorStaysInItsTwoPackages =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.deckhand.lesson.adoc.asciidoctor..", "dev.deckhand.site.render..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ASCIIDOCTOR);

  @ArchTest
  static final ArchRule pagesAreMadeWithoutAsciiDoc =
      noClasses()
          .that()
          .resideInAnyPackage("dev.deckhand.site.page..", "dev.deckhand.site.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.deckhand.site.asciidoc..", "dev.deckhand.site.render..");

  @ArchTest
  static final ArchRule onlyPagesAndTheReaderOfProseKnowJsoup =
      noClasses()
          .that()
          .resideInAPackage("dev.deckhand..")
          .and()
          .resideOutsideOfPackages(
              "dev.deckhand.site.grade..",
              "dev.deckhand.site.page..",
              "dev.deckhand.site.web..",
              "dev.deckhand.site.notes..",
              "dev.deckhand.lesson.adoc.prose")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsoup..");

  @ArchTest
  static final ArchRule theInteractiveProcessNeverLoadsAsciidoctor =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.deckhand.shell.repl..",
              "dev.deckhand.shell.loop..",
              "dev.deckhand.shell.view..",
              "dev.deckhand.shell.journal..",
              "dev.deckhand.shell.trial..",
              "dev.deckhand.shell.script..",
              "dev.deckhand.lab..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.deckhand.lesson.adoc..", "dev.deckhand.site.render..")
                  // reads drawn lessons with Deckhand's own parser alone, as the next rule says
                  .and(not(type(LessonVariants.class))));

  @ArchTest
  static final ArchRule drawnLessonsAreReadWithoutAsciidoctor =
      noClasses()
          .that()
          .belongToAnyOf(LessonVariants.class)
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAnyPackage("dev.deckhand.lesson.adoc.asciidoctor..", "org.asciidoctor..");

  @ArchTest
  static final ArchRule thePortsOfLabsKnowNoContainer =
      noClasses()
          .that()
          .resideInAPackage("dev.deckhand.lab")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.testcontainers..",
              "io.fabric8..",
              "com.github.dockerjava..",
              "dev.deckhand.lab.*..");

  @ArchTest
  static final ArchRule onlyTheShellKnowsTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.deckhand.shell..",
              "dev.deckhand.workshop.screen",
              "dev.deckhand.workshop.seat",
              "dev.deckhand.workshop.terminal")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jline..");

  @ArchTest
  static final ArchRule onlyTheShellParsesCommandLines =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.deckhand.shell..", "dev.deckhand.workshop.seat")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule theEnvironmentComesInByMainAlone =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.deckhand.shell.Main")
          // a build step, not a part of the program: it has no Main to come in by
          .and()
          .doNotHaveFullyQualifiedName("dev.deckhand.lesson.adoc.CourseCompilerMain")
          // runs in the snippets' own process, whose streams it guards
          .and()
          .resideOutsideOfPackage("dev.deckhand.lab.java.bound..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule theClockComesInByMainAlone =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.deckhand.shell.Main")
          .should()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(Clock.class, "system", ZoneId.class)
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now");

  @ArchTest
  static final ArchRule typeNamesAvoidVagueSuffixes =
      classes()
          .should()
          .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)")
          .andShould()
          .haveNameNotMatching(
              ".*\\.(Voyage|Crew|\\w*Berth|\\w*Lodge|Lodgings|Vigil|Broom|LastRites|Stagehand|Camera|Tidings"
                  + "|Lookout|\\w*Bridges?|Rigging|Cargo|Shipment|\\w*Desk|Scene|\\w*Room|House\\w*"
                  + "|Deed|Kin|Ledger|Shelf|Doorway|Entrance|Outfitter|Easel|Ink)");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("dev.deckhand.(**)").should().beFreeOfCycles();

  @ArchTest
  static void topLevelNamesExistOnce(JavaClasses classes) {
    Map<String, List<String>> owners =
        topLevel(classes)
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    assertThat(owners.values()).allSatisfy(names -> assertThat(names).hasSize(1));
  }

  @ArchTest
  static void packagesHaveAtMostTwentyFiveTypes(JavaClasses classes) {
    Map<String, Long> sizes =
        topLevel(classes)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes.entrySet())
        .isNotEmpty()
        .allSatisfy(
            entry -> assertThat(entry.getValue()).as(entry.getKey()).isLessThanOrEqualTo(25L));
  }

  private static Stream<JavaClass> topLevel(JavaClasses classes) {
    return classes.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }
}
