package dev.rolewise.assessment.export.paper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** What is what on the pages, in the order in which it is read: for whoever has it read aloud. */
final class Outline {
  private final PDDocument document;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final Deque<PDStructureElement> open = new ArrayDeque<>();
  private final List<COSArray> marksOfPages = new ArrayList<>();
  private PDPage page;

  Outline(PDDocument document) {
    this.document = document;
    PDStructureElement whole = new PDStructureElement("Document", root);
    root.appendKid(whole);
    open.push(whole);
  }

  /** From now on marks are on this page. */
  void page(PDPage next) {
    page = next;
    page.setStructParents(marksOfPages.size());
    page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
    marksOfPages.add(new COSArray());
  }

  /** Something with parts, e.g. a table; everything until it is left belongs to it. */
  PDStructureElement enter(String kind) {
    PDStructureElement element = new PDStructureElement(kind, open.peek());
    open.peek().appendKid(element);
    open.push(element);
    return element;
  }

  void leave() {
    open.pop();
  }

  /** The number under which what is drawn next stands on its page. */
  int mark() {
    COSArray marks = marksOfPages.get(marksOfPages.size() - 1);
    int number = marks.size();
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(number);
    PDStructureElement element = open.peek();
    element.setPage(page);
    element.appendKid(reference);
    marks.add(element);
    return number;
  }

  void finish() {
    PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
    COSArray numbers = new COSArray();
    for (int i = 0; i < marksOfPages.size(); i++) {
      numbers.add(COSInteger.get(i));
      numbers.add(marksOfPages.get(i));
    }
    COSDictionary tree = parents.getCOSObject();
    tree.setItem(COSName.NUMS, numbers);
    root.setParentTree(parents);
    root.setParentTreeNextKey(marksOfPages.size());
    document.getDocumentCatalog().setStructureTreeRoot(root);
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marked);
  }
}
