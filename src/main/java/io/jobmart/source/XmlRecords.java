package io.jobmart.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.source.Dialect.Shape;
import io.jobmart.text.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A feed in XML, element by element: document type definitions and external entities are not read, so that neither a file
 * of this machine nor an entity that grows without end gets in. {@code sourceRecord} is {@code /source/job[17]}, counted
 * from 1 over the elements of this path.
 */
final class XmlRecords extends FileRecords {
    private static final Pattern OTHER_ENCODING = Pattern.compile(
            "<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"'](?!utf-?(?:8|16(?:le|be)?)[\"'])", Pattern.CASE_INSENSITIVE);

    /** How many words around the records are kept: publishers, not whole catalogues. */
    private static final int SURROUNDINGS = 100;

    private final ReadOptions options;
    private final StoredFile file;
    private final Guarded guarded;
    private final XMLStreamReader reader;
    /** Why there is no reader: the parser reads the declaration before it gives one. */
    private final XMLStreamException refusal;

    private final boolean lossy;
    private final String head;
    private final ObjectNode surroundings = JsonNodeFactory.instance.objectNode();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();
    private boolean any;
    private boolean ended;

    XmlRecords(String sourceFile, ContentStream content, InputStream in, ReadOptions options) throws IOException {
        super(sourceFile, FileFormat.XML, content);
        this.options = options;
        file = content.file();
        byte[] bytes = in.readNBytes(options.maxRecordBytes());
        head = payload(bytes, bytes.length);
        boolean complete = bytes.length < options.maxRecordBytes();
        TextDecoder.Decoded decoded = complete ? TextDecoder.decode(bytes) : null;
        // What the file says of its encoding counts; a feed that says UTF-8 and is none is decoded as what it is.
        boolean declared = OTHER_ENCODING.matcher(head).find();
        lossy = !declared && decoded != null && decoded.lossy();
        guarded = new Guarded(
                complete
                        ? new ByteArrayInputStream(bytes)
                        : new SequenceInputStream(new ByteArrayInputStream(bytes), in),
                2L * options.maxRecordBytes());
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Prefixes stay part of the names, bound or not.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        XMLStreamReader opened = null;
        XMLStreamException failure = null;
        try {
            if (declared) {
                opened = factory.createXMLStreamReader(guarded);
            } else {
                opened = complete
                        ? factory.createXMLStreamReader(
                                new StringReader(decoded.text().strip()))
                        : factory.createXMLStreamReader(guarded, "UTF-8");
            }
        } catch (XMLStreamException e) {
            failure = e;
        }
        reader = opened;
        refusal = failure;
    }

    @Override
    SourceRecord read() throws IOException {
        if (ended) {
            return null;
        }
        try {
            if (refusal != null) {
                throw refusal;
            }
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    SourceRecord record = element();
                    if (record != null) {
                        any = true;
                        return record;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    note();
                    path.removeLast();
                } else if (isWords(event) && words.length() < 1_000) {
                    words.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
            }
        } catch (XMLStreamException e) {
            // The parser wraps what the storage threw, which is not the file's fault.
            file.requireReadable();
            ended = true;
            return isDamaged() ? null : broken(e);
        }
        ended = true;
        return any || isDamaged()
                ? null
                : rejected(
                        null, QuarantineReason.NOT_A_POSTING_FORMAT, "XML without postings of a known dialect", head);
    }

    private SourceRecord broken(XMLStreamException e) {
        if (guarded.isExhausted()) {
            return rejected(
                    null,
                    QuarantineReason.TOO_LARGE,
                    "An element is larger than the limit of " + options.maxRecordBytes()
                            + " bytes; the rest was not read",
                    head);
        }
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return rejected(
                null,
                any ? QuarantineReason.UNREADABLE : QuarantineReason.NOT_A_POSTING_FORMAT,
                "The XML is broken: " + message,
                head);
    }

    private static boolean isWords(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** What stands around the records in one element, a publisher's name for one. */
    private void note() {
        String text = words.toString().strip();
        words.setLength(0);
        if (!text.isEmpty() && surroundings.size() < SURROUNDINGS) {
            surroundings.put(String.join(".", path), text);
        }
    }

    /** The record that starts here, or null. */
    private SourceRecord element() throws XMLStreamException {
        words.setLength(0);
        path.addLast(reader.getLocalName());
        if (path.size() > options.maxDepth()) {
            throw new XMLStreamException("Elements nest deeper than " + options.maxDepth());
        }
        String place = String.join(".", path);
        if (!options.dialects().isElement(place)) {
            return null;
        }
        String address = "/" + String.join("/", path) + "[" + counts.merge(place, 1, Integer::sum) + "]";
        guarded.restart();
        ObjectNode record = subtree();
        path.removeLast();
        if (record == null) {
            return rejected(
                    address,
                    QuarantineReason.TOO_LARGE,
                    "The element is larger than the limit of " + options.maxRecordBytes() + " characters",
                    null);
        }
        guarded.restart();
        if (record.size() == 1 && record.has(XmlElement.TEXT)) {
            // Words alone are what a record around them says: <offer><position>Baker</position>.
            counts.merge(place, -1, Integer::sum);
            return null;
        }
        Dialects.Match match = options.dialects().find(Shape.XML, place, record, surroundings);
        if (match == null) {
            return rejected(
                    address,
                    QuarantineReason.NOT_A_JOB_POSTING,
                    "An element that is no posting of a known dialect",
                    record.toString());
        }
        String exclusion = DialectReader.exclusion(match, surroundings);
        if (exclusion != null) {
            return rejected(address, QuarantineReason.NOT_A_JOB_POSTING, "No posting: " + exclusion, record.toString());
        }
        RawPosting posting = DialectReader.read(
                match,
                surroundings,
                RawPosting.of(SourceFormat.XML, sourceFile(), address)
                        .source(options.source())
                        .repair(EncodingFlavour.NONE, lossy));
        return record(posting, record::toString);
    }

    /** The element that was just opened, read to its end; null when it is too large. */
    private ObjectNode subtree() throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        List<String> names = new ArrayList<>();
        open.push(new XmlElement(attributes()));
        long size = 0;
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                size += 32;
                if (path.size() + open.size() > options.maxDepth()) {
                    throw new XMLStreamException("Elements nest deeper than " + options.maxDepth());
                }
                names.add(reader.getLocalName());
                open.push(new XmlElement(attributes()));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                XmlElement closed = open.pop();
                if (open.isEmpty()) {
                    return size > options.maxRecordBytes() ? null : closed.record();
                }
                String name = names.remove(names.size() - 1);
                if (size <= options.maxRecordBytes()) {
                    open.peek().child(name, closed.value());
                }
            } else if (isWords(event)) {
                size += reader.getTextLength();
                if (size <= options.maxRecordBytes()) {
                    open.peek().words(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
            }
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** Ends the stream when one element takes more bytes than it may: the parser may hold them all. */
    private static final class Guarded extends FilterInputStream {
        private final long limit;
        private long left;
        private boolean exhausted;

        private Guarded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        private void restart() {
            left = limit;
        }

        private boolean isExhausted() {
            return exhausted;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                exhausted = true;
                return -1;
            }
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
