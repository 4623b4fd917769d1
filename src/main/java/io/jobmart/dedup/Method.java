package io.jobmart.dedup;

/** How an ad was found to be for the same job as another, the surest first. */
public enum Method {
    /** One address of the job, or one id in the applicant tracking system that it leads to. */
    LINK,
    /** One requisition of one company under one title. */
    REQUISITION,
    /** The same title and text, word by word. */
    WORDS,
    /** The same title, and nearly the same sequences of words. */
    SIMILAR,
    /** The same title and company, and the sequences of words of the shorter text in the longer one. */
    CONTAINED
}
