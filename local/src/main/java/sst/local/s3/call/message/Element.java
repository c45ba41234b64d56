package sst.local.s3.call.message;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import sst.local.s3.bucket.S3Exception;

/** An element of an XML request; namespaces and attributes play no part in S3's. */
public record Element(String name, String text, List<Element> children) {
    private static final int DEEPEST = 32;

    /**
     * Reads a document whose root must have this name.
     *
     * @throws sst.local.wire.AwsException {@code MalformedXML}
     */
    public static Element parse(String xml, String root) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    Element element = read(reader, 0);
                    if (element.name().equals(root)) {
                        return element;
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw S3Exception.malformedXml();
        }
        throw S3Exception.malformedXml();
    }

    private static Element read(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw S3Exception.malformedXml();
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<Element> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(read(reader, depth + 1));
            } else if (reader.hasText()) {
                text.append(reader.getText());
            }
        }
        return new Element(name, text.toString(), List.copyOf(children));
    }

    public Stream<Element> all(String child) {
        return children.stream().filter(one -> one.name().equals(child));
    }

    /** The text of a child; empty when there is none. */
    public String value(String child) {
        return all(child).findFirst().map(one -> one.text().trim()).orElse("");
    }
}
