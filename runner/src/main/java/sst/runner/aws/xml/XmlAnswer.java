package sst.runner.aws.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** An element of what a service answered. */
public record XmlAnswer(Element element) {
    static XmlAnswer parse(byte[] text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new XmlAnswer(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw SdkClientException.create("the answer is no XML: " + e.getMessage(), e);
        }
    }

    /** The elements of that name, however deep. */
    List<XmlAnswer> all(String name) {
        NodeList found = element.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> new XmlAnswer((Element) Objects.requireNonNull(found.item(at))))
                .toList();
    }

    /** The text of the first element of that name, empty without one. */
    String text(String name) {
        List<XmlAnswer> found = all(name);
        return found.isEmpty() ? "" : found.get(0).element.getTextContent().strip();
    }
}
