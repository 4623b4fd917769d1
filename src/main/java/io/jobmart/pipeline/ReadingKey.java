package io.jobmart.pipeline;

import io.jobmart.model.PostingIssue;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The key of a reading: of all that the parser's result depends on. Records of one key are parsed once, however many
 * dumps repeat them.
 *
 * <p>Where the record stands is no part of it. Values count byte for byte, without the normalisation of other keys,
 * since evidence counts in the text as it came.
 */
final class ReadingKey {
    private final MessageDigest sha;

    private ReadingKey() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @param version of the code and of the configuration that the reading depends on */
    static long of(RawPosting raw, String version) {
        ReadingKey key = new ReadingKey();
        key.add(version);
        key.add(raw.source());
        key.add(raw.format());
        key.add(raw.id());
        key.add(raw.reference());
        key.add(raw.requisition());
        key.add(raw.url());
        key.add(raw.title());
        key.add(raw.company());
        key.add(raw.companyUrl());
        key.add(raw.header());
        key.addAll(raw.payChips());
        key.addAll(raw.placeChips());
        key.add(raw.description());
        key.add(raw.descriptionFormat());
        key.places(raw.places());
        key.places(raw.applicantPlaces());
        key.addAll(raw.workModes());
        key.addAll(raw.employmentTypes());
        key.count(raw.pay());
        for (RawPay pay : raw.pay()) {
            key.add(pay.min());
            key.add(pay.max());
            key.add(pay.currency());
            key.add(pay.period());
            key.add(pay.text());
        }
        key.add(raw.datePosted());
        key.add(raw.validThrough());
        key.addAll(raw.degrees());
        key.add(raw.experienceMonths());
        key.add(raw.experience());
        key.addAll(raw.skills());
        key.add(raw.industry());
        key.add(raw.repair());
        key.add(Boolean.toString(raw.lossy()));
        key.add(raw.dialect());
        // The day of the sighting changes with every dump, and the reading with it only where a date is told in words.
        key.add(RelativeDate.in(raw) ? raw.captured() : null);
        key.count(raw.issues());
        for (PostingIssue issue : raw.issues()) {
            key.add(issue.toString());
        }
        return ByteBuffer.wrap(key.sha.digest()).getLong();
    }

    private void places(List<RawPlace> places) {
        count(places);
        for (RawPlace place : places) {
            add(place.toString());
        }
    }

    private void addAll(List<String> values) {
        count(values);
        values.forEach(this::add);
    }

    private void count(List<?> values) {
        sha.update(ByteBuffer.allocate(4).putInt(values.size()).flip());
    }

    /** Anything but text must name itself by all that it is. */
    private void add(Object value) {
        add(value == null ? null : value.toString());
    }

    private void add(String value) {
        if (value == null) {
            sha.update(ByteBuffer.allocate(4).putInt(-1).flip());
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        sha.update(bytes);
    }
}
