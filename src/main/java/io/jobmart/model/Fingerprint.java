package io.jobmart.model;

import java.util.List;

/**
 * What the same job is known by in other ads.
 *
 * @param links names of the job that hold everywhere: its address ({@code url:example.org/jobs/1}), its id in the
 *     applicant tracking system that the address leads to ({@code greenhouse:4711})
 * @param requisition the employer's number of the opening, in lower case without separators; null when not stated
 * @param numbered whether the source gave the posting a number of its own, so that two numbers in one dump are two jobs
 * @param title hash of the title's words in any order; null when there is no title
 * @param words hash of title and text, word by word; null when the text is too short to tell one ad from another
 * @param sketch the lowest hashes of the text's word sequences, without the parts that all ads of an employer share,
 *     ascending as unsigned numbers; all hashes, where there are fewer than the sketch holds; empty for a short text
 */
public record Fingerprint(
        List<String> links, String requisition, boolean numbered, Long title, Long words, List<Integer> sketch) {
    /** Known by nothing. */
    public static final Fingerprint NONE = new Fingerprint(List.of(), null, false, null, null, List.of());

    /** So many hashes a sketch holds at most: a similarity of 0.8 is told to within 0.035. */
    public static final int SKETCH = 128;
}
