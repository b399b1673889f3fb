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
final class YamlText {
  /** A check is read by people. */
  private static final int LONGEST = 64 * 1024;

  private static final int DEEPEST = 50;
  private static final int MOST_DOCUMENTS = 50;

  private final Flaws flaws;

  YamlText(Flaws flaws) {
    this.flaws = flaws;
  }

  /** Returns the documents up to the first flaw. */
  List<Node> documents(String body) {
    var documents = new ArrayList<Node>();
    if (body.length() > LONGEST) {
      flaws.add(
          flaws.body(),
          "The block has more than " + LONGEST / 1024 + " Ki characters.",
          "State only the part of the object that matters.");
      return documents;
    }
    try {
      var composer = composer(body);
      while (composer.checkNode()) {
        documents.add(composer.getNode());
        if (documents.size() > MOST_DOCUMENTS) {
          flaws.add(
              flaws.body(),
              "The block has more than " + MOST_DOCUMENTS + " documents.",
              "Make several checks of it.");
          return documents;
        }
      }
    } catch (MarkedYAMLException fault) {
      flaws.add(
          fault.getProblemMark() == null ? flaws.body() : flaws.at(fault.getProblemMark()),
          YamlFault.of(String.valueOf(fault.getProblem())));
    } catch (ReaderException fault) {
      flaws.add(
          flaws.at(fault.getPosition()),
          "A character stands here that YAML does not allow (U+%04X)."
              .formatted(fault.getCodePoint()),
          "Delete it.");
    } catch (YAMLException fault) {
      flaws.add(flaws.body(), YamlFault.of(String.valueOf(fault.getMessage())));
    }
    return documents;
  }

  private static Composer composer(String body) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(20);
    options.setCodePointLimit(LONGEST);
    return new Composer(
        new ParserImpl(new StreamReader(new StringReader(body)), options),
        new ManifestScalars(),
        options);
  }
}
