package io.jobmart.source;

import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import java.util.function.Supplier;

/** One record of a dump: a posting, or the reason why it is none, or word that a posting is gone. */
public sealed interface SourceRecord permits SourceRecord.Accepted, SourceRecord.Rejected, SourceRecord.Gone {

    /** What finds the record in its file; null when the file is one record. */
    String sourceRecord();

    /**
     * A record that was taken apart.
     *
     * @param raw the record as text, made when it is asked for: JSON of a row or an element, the text of a page; to be asked
     *     before the next record is read
     */
    record Accepted(RawPosting posting, Supplier<String> raw) implements SourceRecord {
        @Override
        public String sourceRecord() {
            return posting.sourceRecord();
        }

        /** The posting alone says what was read; how its text is made again says nothing. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Accepted accepted && accepted.posting.equals(posting);
        }

        @Override
        public int hashCode() {
            return posting.hashCode();
        }

        @Override
        public String toString() {
            return posting.toString();
        }
    }

    /** A record that goes to quarantine. */
    record Rejected(Rejection rejection) implements SourceRecord {
        @Override
        public String sourceRecord() {
            return rejection.sourceRecord();
        }
    }

    /** A page that is there no more. */
    record Gone(io.jobmart.model.Gone page) implements SourceRecord {
        @Override
        public String sourceRecord() {
            return page.sourceRecord();
        }
    }
}
