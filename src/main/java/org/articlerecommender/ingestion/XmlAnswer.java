package org.articlerecommender.ingestion;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens an answer of arXiv's as XML, without document types and entities from elsewhere. */
final class XmlAnswer {

    private static final XMLInputFactory FACTORY = factory();

    private XmlAnswer() {}

    /** A reader at the root element, which must have this name. */
    static XMLStreamReader open(byte[] body, String root) throws XMLStreamException, Malformed {
        var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(withoutControls(body)));
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new Malformed("a document type, which no answer of arXiv's has", null);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!reader.getLocalName().equals(root)) {
                    throw new Malformed("a <%s> where a %s was expected".formatted(reader.getLocalName(), root), null);
                }
                return reader;
            }
        }
        throw new Malformed("nothing where a %s was expected".formatted(root), null);
    }

    // Abstracts that authors pasted from PDFs carry control characters that XML forbids; one of them would cost the
    // whole page. In UTF-8 these bytes are never part of another character.
    private static byte[] withoutControls(byte[] body) {
        int kept = 0;
        var clean = new byte[body.length];
        for (byte one : body) {
            if (one < 0 || one >= ' ' || one == '\n' || one == '\r' || one == '\t') {
                clean[kept++] = one;
            }
        }
        return kept == body.length ? body : Arrays.copyOf(clean, kept);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
