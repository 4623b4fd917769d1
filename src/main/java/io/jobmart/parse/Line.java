package io.jobmart.parse;

import io.jobmart.model.Modality;
import io.jobmart.model.SectionKind;

/**
 * One line of a posting's text: a list item, or one sentence of a paragraph.
 *
 * @param no from 1, in the order of the text
 * @param start first offset, after any bullet
 * @param end offset after the last character
 * @param modality how strongly what the line names is asked for: by a cue in the line, else by its section
 * @param demand whether the line is a demand on the candidate, so that it becomes a requirement
 * @param duplicate whether the same line stands earlier in the text: it is then counted once
 */
public record Line(
        int no, int start, int end, SectionKind section, Modality modality, boolean demand, boolean duplicate) {}
