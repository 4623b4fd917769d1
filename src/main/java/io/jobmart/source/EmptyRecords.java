package io.jobmart.source;

/** A file without content. */
final class EmptyRecords extends FileRecords {
    EmptyRecords(String sourceFile, ContentStream content) {
        super(sourceFile, FileFormat.EMPTY, content);
    }

    @Override
    SourceRecord read() {
        return null;
    }
}
