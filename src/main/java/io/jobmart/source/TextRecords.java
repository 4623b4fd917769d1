package io.jobmart.source;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import io.jobmart.text.EncodingRepair;
import io.jobmart.text.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text file, which is one posting: decoded and repaired as a whole before it is taken apart. */
final class TextRecords extends FileRecords {
    private static final Pattern LINK = Pattern.compile("\\W*(?:https?://|www\\.)\\S+");
    private static final int FEWEST_LINKS = 2;
    private static final Set<String> ABOUT_FILES = Set.of(
            "README",
            "LICENSE",
            "LICENCE",
            "COPYING",
            "NOTICE",
            "CHANGELOG",
            "CONTRIBUTING",
            "CODE_OF_CONDUCT",
            "AUTHORS");

    private final InputStream in;
    private final ReadOptions options;
    private boolean done;

    TextRecords(String sourceFile, ContentStream content, InputStream in, FileFormat format, ReadOptions options) {
        super(sourceFile, format, content);
        this.in = in;
        this.options = options;
    }

    @Override
    SourceRecord read() throws IOException {
        if (done) {
            return null;
        }
        done = true;
        byte[] bytes = in.readNBytes(options.maxRecordBytes());
        if (bytes.length == options.maxRecordBytes() && in.read() >= 0) {
            return rejected(
                    null,
                    QuarantineReason.TOO_LARGE,
                    "The file is larger than the limit of " + options.maxRecordBytes() + " bytes",
                    payload(bytes, bytes.length));
        }
        return isDamaged() ? null : posting(this, null, bytes, null, options);
    }

    /**
     * The posting of a text.
     *
     * @param parts what it has in common with the other parts of its file; null when it is the whole file
     */
    static SourceRecord posting(
            FileRecords records, String sourceRecord, byte[] bytes, TextParts parts, ReadOptions options) {
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
        String text = PostingStrings.wellFormed(decoded.text());
        EncodingRepair.Result repaired = EncodingRepair.repair(text);
        FileFormat format = records.format();
        String none = parts != null && parts.isUnlike(repaired.text())
                ? "A part that has nothing in common with the postings around it"
                : none(records.sourceFile(), repaired.text());
        if (none != null) {
            return records.rejected(sourceRecord, QuarantineReason.NOT_A_JOB_POSTING, none, text);
        }
        RawPosting.Builder posting = RawPosting.of(
                        switch (format) {
                            case MARKDOWN -> SourceFormat.MARKDOWN;
                            case FRONT_MATTER -> SourceFormat.FRONT_MATTER;
                            default -> SourceFormat.PLAIN_TEXT;
                        },
                        records.sourceFile(),
                        sourceRecord)
                .source(options.source())
                .repair(repaired.flavour(), decoded.lossy() || repaired.lossy() || text != decoded.text());
        if (parts != null) {
            parts.read(repaired.text(), posting);
        }
        if (format == FileFormat.MARKDOWN) {
            MarkdownPosting.read(repaired.text(), posting);
        } else if (format == FileFormat.FRONT_MATTER && FrontMatter.read(repaired.text(), posting)
                || LabelledHead.read(repaired.text(), TextFormat.PLAIN, posting)) {
            return records.record(posting.build(), () -> text);
        } else {
            posting.description(repaired.text(), TextFormat.PLAIN);
        }
        return records.record(posting.build(), () -> text);
    }

    private static String none(String sourceFile, String text) {
        return isAboutFiles(sourceFile) && !PageWords.standard().holds(PageWords.Kind.AD, text)
                ? "A file that tells of other files, by its name, without the words of a job ad"
                : links(text);
    }

    /** What lies beside postings in most folders that were made by people; some folders hold a posting in a README. */
    private static boolean isAboutFiles(String sourceFile) {
        String name = sourceFile.substring(sourceFile.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        int end = name.indexOf('.');
        return ABOUT_FILES.contains(end < 0 ? name : name.substring(0, end));
    }

    /** What to say of a text in which every line is an address: a list of what is to be fetched. Null for others. */
    private static String links(String text) {
        long links = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank()) {
                continue;
            }
            if (!LINK.matcher(line.strip()).matches()) {
                return null;
            }
            links++;
        }
        return links < FEWEST_LINKS ? null : "A list of " + links + " addresses without a word of the postings there";
    }
}
