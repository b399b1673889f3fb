package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.lab.Manual;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.manual.ManualEntry;
import dev.deckhand.manual.ManualLookupResult;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reference of a cluster's kinds, from the OpenAPI document of its API server. */
public final class ClusterManual implements Manual {

  private final KubeApi api;
  private final Discovery discovery;

  // some megabytes that are seldom needed: released if memory runs short
  private SoftReference<OpenApiDocument> cachedOpenApi = new SoftReference<>(null);

  public ClusterManual(KubeApi api, Discovery discovery) {
    this.api = api;
    this.discovery = discovery;
  }

  @Override
  public ManualLookupResult lookUp(String path) {
    List<String> parts = List.of(path.split("\\.", -1));
    try {
      Optional<Discovery.Entry> kind = kind(parts.getFirst());
      if (kind.isEmpty()) {
        var names = discovery.listedOnce().stream().flatMap(one -> one.names().stream()).toList();
        return unknown(parts.getFirst(), "", names);
      }
      return find(kind.get().kind(), parts.subList(1, parts.size()));
    } catch (ApiException failure) {
      return new ManualLookupResult.Unavailable(failure.observation().reason());
    }
  }

  private Optional<Discovery.Entry> kind(String name) {
    Optional<Discovery.Entry> known = discovery.named(name);
    if (known.isEmpty() || schema(known.get().kind()).isPresent()) {
      return known;
    }
    // it may be gone, and the name be that of another kind by now
    var _ = discovery.all();
    return discovery.named(name);
  }

  private ManualLookupResult find(ResourceKind kind, List<String> fields) {
    Optional<JsonNode> schema = schema(kind);
    if (schema.isEmpty()) {
      return new ManualLookupResult.Unavailable(
          "The cluster knows the kind " + kind.kind() + ", but has no words about it.");
    }
    OpenApiDocument openApiDocument = openApi(false);
    JsonNode node = schema.get();
    String path = kind.kind();
    boolean required = false;
    for (String field : fields) {
      JsonNode inside = openApiDocument.elementSchema(node);
      JsonNode next = inside.path("properties").path(field);
      if (next.isMissingNode()) {
        var names = new ArrayList<String>();
        inside.path("properties").fieldNames().forEachRemaining(names::add);
        return unknown(field, path, names);
      }
      required = OpenApiDocument.isRequired(inside, field);
      path += "." + field;
      node = next;
    }
    return new ManualLookupResult.Found(
        entry(openApiDocument, path, kind.apiVersion(), required, node));
  }

  private static ManualEntry entry(
      OpenApiDocument openApiDocument,
      String path,
      String apiVersion,
      boolean required,
      JsonNode node) {
    JsonNode inside = openApiDocument.elementSchema(node);
    var fields = new ArrayList<ManualEntry.Field>();
    inside
        .path("properties")
        .properties()
        .forEach(property ->
            fields.add(
                new ManualEntry.Field(
                    property.getKey(),
                    openApiDocument.type(property.getValue()),
                    OpenApiDocument.isRequired(inside, property.getKey()),
                    OpenApiDocument.firstSentence(
                        property.getValue().path("description").asText()))));
    var choices = new ArrayList<String>();
    node.path("enum").forEach(choice -> choices.add(choice.asText()));
    String words = node.path("description").asText();
    return new ManualEntry(
        path,
        apiVersion,
        openApiDocument.type(node),
        required,
        words.isEmpty() ? inside.path("description").asText() : words,
        choices,
        fields);
  }

  private static ManualLookupResult unknown(String what, String within, List<String> names) {
    return new ManualLookupResult.NotFound(
        what, within, SpellingSuggester.suggest(what, names).stream().toList());
  }

  /** Kinds may be installed at any time: if one isn't found, the document is read again. */
  private Optional<JsonNode> schema(ResourceKind kind) {
    Optional<JsonNode> schema = openApi(false).kind(kind.apiVersion(), kind.kind());
    return schema.isPresent() ? schema : openApi(true).kind(kind.apiVersion(), kind.kind());
  }

  private synchronized OpenApiDocument openApi(boolean anew) {
    OpenApiDocument remembered = anew ? null : cachedOpenApi.get();
    if (remembered == null) {
      remembered = new OpenApiDocument(api.get("/openapi/v2"));
      cachedOpenApi = new SoftReference<>(remembered);
    }
    return remembered;
  }
}
