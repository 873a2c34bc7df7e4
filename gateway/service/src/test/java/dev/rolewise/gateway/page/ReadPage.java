package dev.rolewise.gateway.page;

import dev.rolewise.gateway.contract.HttpAnswer;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a reader without scripts has it; what is not well-formed is not read at all. */
record ReadPage(HttpAnswer answer, Document document) {
  static ReadPage of(HttpAnswer answer) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new ReadPage(answer, builder.parse(new InputSource(new StringReader(answer.text()))));
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new AssertionError(broken.getMessage() + " in " + answer.text(), broken);
    }
  }

  /** What these places say: elements their words, attributes their value. */
  List<String> all(String places) {
    try {
      NodeList found =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(places, document, XPathConstants.NODESET);
      List<String> said = new ArrayList<>();
      for (int at = 0; at < found.getLength(); at++) {
        said.add(found.item(at).getTextContent());
      }
      return said;
    } catch (XPathExpressionException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** What the only such place says. */
  String one(String place) {
    List<String> found = all(place);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + place + " in " + answer.text());
    }
    return found.get(0);
  }

  /** The address of this page in that language, or for readers of any other. */
  String alternate(String readers) {
    return one("//link[@rel='alternate'][@hreflang='" + readers + "']/@href");
  }
}
