package dev.deckhand.check.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Splits a body into YAML documents, within bounds. */
final class YamlDocumentReader {
  /** The longest body, in characters. */
  private static final int MAX_LENGTH = 64 * 1024;

  private static final int MAX_DEPTH = 50;
  private static final int MAX_DOCUMENTS = 50;

  private final BlockDiagnostics diagnostics;

  YamlDocumentReader(BlockDiagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Returns the documents before the first error. */
  List<Node> documents(String body) {
    var documents = new ArrayList<Node>();
    if (body.length() > MAX_LENGTH) {
      diagnostics.add(
          diagnostics.bodyPosition(),
          "The block has more than " + MAX_LENGTH / 1024 + " Ki characters.",
          "State only the part of the object that matters.");
      return documents;
    }
    try {
      // AsciiDoc drops the last newline, which belongs to a literal text (|)
      var composer = composer(body.endsWith("\n") ? body : body + "\n");
      while (composer.checkNode()) {
        documents.add(composer.getNode());
        if (documents.size() > MAX_DOCUMENTS) {
          diagnostics.add(
              diagnostics.bodyPosition(),
              "The block has more than " + MAX_DOCUMENTS + " documents.",
              "Make several checks of it.");
          return documents;
        }
      }
    } catch (MarkedYAMLException fault) {
      diagnostics.add(
          fault.getProblemMark() == null
              ? diagnostics.bodyPosition()
              : diagnostics.positionOf(fault.getProblemMark()),
          YamlErrorMessages.of(String.valueOf(fault.getProblem())));
    } catch (ReaderException fault) {
      diagnostics.add(
          diagnostics.positionOf(fault.getPosition()),
          "A character stands here that YAML does not allow (U+%04X)."
              .formatted(fault.getCodePoint()),
          "Delete it.");
    } catch (YAMLException fault) {
      diagnostics.add(
          diagnostics.bodyPosition(), YamlErrorMessages.of(String.valueOf(fault.getMessage())));
    }
    return documents;
  }

  private static Composer composer(String body) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(20);
    options.setCodePointLimit(MAX_LENGTH + 1);
    return new Composer(
        new ParserImpl(new StreamReader(new StringReader(body)), options),
        new ManifestScalarResolver(),
        options);
  }
}
