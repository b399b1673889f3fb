package dev.deckhand.lesson.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class CheckJsonSchemaTest {
  private static final Path PUBLISHED = Path.of("../docs/authors/check.schema.json");
  private static final Path PAGE = Path.of("../docs/authors/lesson-language.adoc");
  private static final Path COURSES = Path.of("src/main/courses");
  private static final Pattern BLOCK =
      Pattern.compile(
          "\\[source\\.(?:check|answer)[^\\]\n]*]\n----\n(.*?)\n----\n", Pattern.DOTALL);
  private static final Pattern EXAMPLE =
      Pattern.compile("\\[source\\.example-check,yaml]\n------\n(.*?)\n------\n", Pattern.DOTALL);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
  private static final Schema SCHEMA = REGISTRY.getSchema(new CheckJsonSchema().text());

  /** Run it with {@code -Dgolden.write=1} where a type has changed, and read the difference. */
  @Test
  void whatIsPublishedIsUpToDate() throws IOException {
    String text = new CheckJsonSchema().text();
    if (System.getProperty("golden.write") != null) {
      Files.writeString(PUBLISHED, text);
    }
    assertThat(Files.readString(PUBLISHED).equals(text))
        .as("%s is out of date: run this test with -Dgolden.write=true", PUBLISHED)
        .isTrue();
  }

  @Test
  void isASchemaItself() throws IOException {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_7.getDialectId()));

    assertThat(meta.validate(JSON.readTree(new CheckJsonSchema().text()))).isEmpty();
  }

  @Test
  void acceptsTheChecksOfTheCoursesAndOfTheAuthorsPage() throws IOException {
    var bodies = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(COURSES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".adoc")).toList()) {
        BLOCK
            .matcher(Files.readString(file))
            .results()
            .forEach(block -> bodies.add(block.group(1)));
      }
    }
    int inCourses = bodies.size();
    for (Pattern pattern : List.of(BLOCK, EXAMPLE)) {
      pattern.matcher(Files.readString(PAGE)).results().forEach(one -> bodies.add(one.group(1)));
    }

    assertThat(inCourses).isGreaterThan(10);
    assertThat(bodies.size()).isGreaterThan(inCourses + 5);
    assertThat(bodies).allSatisfy(body -> assertThat(errors(body)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: example.com/v1\nkind: Backup\nspec: {any: [1]}",
        "apiVersion: helm/v1\nkind: Release\nmetadata: {name: web}\nstatus: deployed\nvalues: {a: {b: 1}}",
        "apiVersion: deckhand/v1\nkind: Http\nurl: http://web\nstatus: 200\nheaders: {Server: nginx}",
        "apiVersion: deckhand/v1\nkind: Exec\nin: workspace\ncommand: [ls]\nexitCode: 0",
        "apiVersion: deckhand/v1\nkind: File\npath: a.yaml\nyaml: [{kind: Pod}]",
        "apiVersion: deckhand/v1\nkind: Snippet\nvariable: x\nvalue: 3",
        "apiVersion: v1\nkind: Pod\nspec: {containers: {(size(self) == 1): true}, nodeSelector: null}",
        "apiVersion: v1\nkind: Service\nspec: {ports: [{targetPort: http}, {targetPort: 80}]}",
      })
  void accepts(String document) {
    assertThat(errors(document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Pod",
        "apiVersion: v1",
        "apiVersion: app/v1\nkind: Deployment",
        "apiVersion: v1\nkind: Deployment",
        "apiVersion: apps/v1\nkind: Deployment\nspec: {replica: 3}",
        "apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: '3'}",
        "apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: [{imagee: a}]}}}",
        "apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: {image: a}}}}",
        "apiVersion: apps/v1\nkind: Deployment\nspec: {(self.replicas == 3): [true]}",
        "apiVersion: docker/v1\nkind: Container\nstate: {Status: running}",
        "apiVersion: docker/v1\nkind: Container\nmetadata: {uid: a}",
        "apiVersion: deckhand/v1\nkind: Http\nstatuss: 200",
        "apiVersion: v1\nkind: ConfigMap\ndata: {a: 1}",
      })
  void refuses(String document) {
    assertThat(errors(document)).isNotEmpty();
  }

  private static List<Error> errors(String body) {
    var errors = new ArrayList<Error>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(body)) {
      JsonNode tree = JSON.valueToTree(document);
      errors.addAll(SCHEMA.validate(tree));
    }
    return errors;
  }
}
