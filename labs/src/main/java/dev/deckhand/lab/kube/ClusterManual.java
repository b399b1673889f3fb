package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.Nearest;
import dev.deckhand.lab.Manual;
import dev.deckhand.manual.Answer;
import dev.deckhand.manual.Entry;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cluster's own words about its kinds: what its API server publishes as OpenAPI. */
public final class ClusterManual implements Manual {

  private final KubeApi api;

  // some megabytes that are needed now and then: given up when memory is short
  private SoftReference<OpenApi> known = new SoftReference<>(null);

  public ClusterManual(KubeApi api) {
    this.api = api;
  }

  @Override
  public Answer look(String path) {
    List<String> parts = List.of(path.split("\\.", -1));
    try {
      List<NamedKind> kinds = NamedKind.all(api);
      Optional<NamedKind> kind =
          kinds.stream().filter(one -> one.goesBy(parts.getFirst())).findFirst();
      if (kind.isEmpty()) {
        var names = kinds.stream().flatMap(one -> one.names().stream()).toList();
        return unknown(parts.getFirst(), "", names);
      }
      return find(kind.get(), parts.subList(1, parts.size()));
    } catch (KubeGone | KubeRefusal failure) {
      return new Answer.Silent("The cluster does not answer: " + failure.getMessage() + ".");
    }
  }

  private Answer find(NamedKind kind, List<String> fields) {
    Optional<JsonNode> schema = schema(kind);
    if (schema.isEmpty()) {
      return new Answer.Silent(
          "The cluster knows the kind " + kind.kind() + ", but has no words about it.");
    }
    OpenApi openApi = published(false);
    JsonNode node = schema.get();
    String path = kind.kind();
    boolean required = false;
    for (String field : fields) {
      JsonNode inside = openApi.inside(node);
      JsonNode next = inside.path("properties").path(field);
      if (next.isMissingNode()) {
        var names = new ArrayList<String>();
        inside.path("properties").fieldNames().forEachRemaining(names::add);
        return unknown(field, path, names);
      }
      required = OpenApi.requires(inside, field);
      path += "." + field;
      node = next;
    }
    return new Answer.Found(entry(openApi, path, kind.apiVersion(), required, node));
  }

  private static Entry entry(
      OpenApi openApi, String path, String apiVersion, boolean required, JsonNode node) {
    JsonNode inside = openApi.inside(node);
    var fields = new ArrayList<Entry.Field>();
    inside
        .path("properties")
        .properties()
        .forEach(property ->
            fields.add(
                new Entry.Field(
                    property.getKey(),
                    openApi.type(property.getValue()),
                    OpenApi.requires(inside, property.getKey()),
                    OpenApi.firstSentence(property.getValue().path("description").asText()))));
    var choices = new ArrayList<String>();
    node.path("enum").forEach(choice -> choices.add(choice.asText()));
    String words = node.path("description").asText();
    return new Entry(
        path,
        apiVersion,
        openApi.type(node),
        required,
        words.isEmpty() ? inside.path("description").asText() : words,
        choices,
        fields);
  }

  private static Answer unknown(String what, String within, List<String> names) {
    return new Answer.Unknown(what, within, Nearest.to(what, names).stream().toList());
  }

  /** Kinds come and go with their definitions: what is not found is asked for once more. */
  private Optional<JsonNode> schema(NamedKind kind) {
    Optional<JsonNode> schema = published(false).kind(kind.apiVersion(), kind.kind());
    return schema.isPresent() ? schema : published(true).kind(kind.apiVersion(), kind.kind());
  }

  private synchronized OpenApi published(boolean anew) {
    OpenApi remembered = anew ? null : known.get();
    if (remembered == null) {
      remembered = new OpenApi(api.get("/openapi/v2"));
      known = new SoftReference<>(remembered);
    }
    return remembered;
  }
}
