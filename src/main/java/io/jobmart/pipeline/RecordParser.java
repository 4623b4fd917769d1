package io.jobmart.pipeline;

import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import java.io.Serializable;

/** Reads postings; made once per task, where it may hold large vocabularies. */
@FunctionalInterface
interface RecordParser {
    Posting parse(RawPosting raw);

    /** Travels to the tasks in the place of the parser. */
    @FunctionalInterface
    interface Factory extends Serializable {
        RecordParser parser();
    }
}
