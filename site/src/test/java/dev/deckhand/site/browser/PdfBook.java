package dev.deckhand.site.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/**
 * A printed document as whoever holds it sees it.
 *
 * @param labels the pages' numbers
 * @param bookmarks titles with the indices of their pages, from 0
 * @param missingFonts fonts that the reader would have to have
 * @param brokenLinks links without a page that they lead to
 */
record PdfBook(
    String title,
    List<PdfPage> pages,
    List<String> labels,
    Map<String, Integer> bookmarks,
    List<String> missingFonts,
    List<String> brokenLinks) {

  static PdfBook read(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      var pages = new ArrayList<PdfPage>();
      var notEmbedded = new ArrayList<String>();
      var nowhere = new ArrayList<String>();
      for (int index = 0; index < document.getNumberOfPages(); index++) {
        pages.add(PdfPage.of(document, index));
        PDPage page = document.getPage(index);
        for (var name : page.getResources().getFontNames()) {
          var font = page.getResources().getFont(name);
          if (!font.isEmbedded()) {
            notEmbedded.add(font.getName() + " on page " + (index + 1));
          }
        }
        for (PDAnnotation annotation : page.getAnnotations()) {
          if (!(annotation instanceof PDAnnotationLink link)
              || (link.getDestination() == null && link.getAction() == null)) {
            nowhere.add(annotation.getCOSObject().toString());
          }
        }
      }
      var catalog = document.getDocumentCatalog();
      var bookmarks = new LinkedHashMap<String, Integer>();
      collect(catalog.getDocumentOutline(), document, bookmarks);
      return new PdfBook(
          document.getDocumentInformation().getTitle(),
          pages,
          List.of(catalog.getPageLabels().getLabelsByPageIndices()),
          bookmarks,
          notEmbedded,
          nowhere);
    }
  }

  private static void collect(
      PDOutlineNode node, PDDocument document, Map<String, Integer> bookmarks) throws IOException {
    for (PDOutlineItem item : node.children()) {
      PDPage page = item.findDestinationPage(document);
      bookmarks.putIfAbsent(
          PdfPage.withoutSpaces(item.getTitle()),
          page == null ? -1 : document.getPages().indexOf(page));
      collect(item, document, bookmarks);
    }
  }

  /** The index of the page that a bookmark leads to. */
  int page(String title) {
    return bookmarks.getOrDefault(PdfPage.withoutSpaces(title), -1);
  }

  /** Some of the pages, as one line without spaces. */
  String text(int from, int to) {
    var text = new StringBuilder();
    pages.subList(from, to).forEach(page -> text.append(PdfPage.withoutSpaces(page.text())));
    return text.toString();
  }
}
