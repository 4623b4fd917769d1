package io.jobmart.model;

/**
 * A posting's title.
 *
 * @param title as a person would state it: without decoration, place, pay and gender marks; null when there is none
 * @param raw as the source gives it; evidence of field TITLE counts in it
 * @param seniority null when the title names no level
 */
public record TitleReading(String title, String raw, Seniority seniority, Evidence seniorityEvidence) {}
