package io.jobmart.source;

import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;

/** One record of a dump: a posting, or the reason why it is none. Every record read is one of the two. */
public sealed interface SourceRecord permits SourceRecord.Accepted, SourceRecord.Rejected {

    /** A record that was taken apart. */
    record Accepted(RawPosting posting) implements SourceRecord {}

    /** A record that goes to quarantine. */
    record Rejected(Rejection rejection) implements SourceRecord {}
}
