package io.jobmart.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One record of a dump, taken apart by its format and not yet interpreted. Every string is repaired of mojibake and
 * otherwise as it came; absent is null, never "".
 *
 * @param sourceFile path below the input given
 * @param sourceRecord what finds the record in the file (line number, JSON pointer, ...); null when the file is one posting
 * @param source name of the source, as given by the user
 * @param id the source's own id, which it gives to one posting for good
 * @param reference the number under which a publisher exports the posting to others. It may be a running number that
 *     the next export gives to other jobs, so it is no id
 * @param requisition the employer's own number of the opening, which several postings may share
 * @param company the organisation as the source names it
 * @param companyUrl the organisation's own page
 * @param header the header of a text posting as written: company line and chips joined by " · "; evidence counts in it
 * @param payChips pay statements of the header, each a substring of it
 * @param placeChips places of the header, each a substring of it
 * @param description the body, still in its own format
 * @param employmentTypes as written
 * @param applicantPlaces where applicants may live
 * @param workModes values of {@code jobLocationType} and its like, as written
 * @param experienceMonths months of experience, as written
 * @param repair what the text had to be repaired of
 * @param lossy whether characters were lost beyond repair
 * @param dialect name of the dialect that knows the record's field names; null for schema.org, text and pages
 * @param captured the day on which the dump itself says that the posting was seen, as a web archive does; null when only
 *     the load knows
 * @param issues what was found while the record was taken apart: broken JSON that was mended, names that were guessed
 */
public record RawPosting(
        String sourceFile,
        String sourceRecord,
        String source,
        SourceFormat format,
        String id,
        String reference,
        String requisition,
        String url,
        String title,
        String company,
        String companyUrl,
        String header,
        List<String> payChips,
        List<String> placeChips,
        String description,
        TextFormat descriptionFormat,
        List<RawPlace> places,
        List<RawPlace> applicantPlaces,
        List<String> workModes,
        List<String> employmentTypes,
        List<RawPay> pay,
        String datePosted,
        String validThrough,
        List<String> degrees,
        String experienceMonths,
        String experience,
        List<String> skills,
        String industry,
        EncodingFlavour repair,
        boolean lossy,
        String dialect,
        LocalDate captured,
        List<PostingIssue> issues) {

    /** The same posting with another address of its record, for records within records. */
    public RawPosting at(String address) {
        return toBuilder().sourceRecord(address).build();
    }

    /** A builder that starts from this posting. */
    public Builder toBuilder() {
        return new Builder(format, sourceFile, sourceRecord)
                .source(source)
                .id(id)
                .reference(reference)
                .requisition(requisition)
                .url(url)
                .title(title)
                .company(company)
                .companyUrl(companyUrl)
                .header(header)
                .payChips(payChips)
                .placeChips(placeChips)
                .description(description, descriptionFormat)
                .places(places)
                .applicantPlaces(applicantPlaces)
                .workModes(workModes)
                .employmentTypes(employmentTypes)
                .pay(pay)
                .datePosted(datePosted)
                .validThrough(validThrough)
                .degrees(degrees)
                .experienceMonths(experienceMonths)
                .experience(experience)
                .skills(skills)
                .industry(industry)
                .repair(repair, lossy)
                .dialect(dialect)
                .captured(captured)
                .issues(issues);
    }

    /** A builder with everything absent. */
    public static Builder of(SourceFormat format, String sourceFile, String sourceRecord) {
        return new Builder(format, sourceFile, sourceRecord);
    }

    /** Sets what a format has, leaves the rest absent. */
    public static final class Builder {
        private final SourceFormat format;
        private final String sourceFile;
        private String sourceRecord;
        private String source;
        private String id;
        private String reference;
        private String requisition;
        private String url;
        private String title;
        private String company;
        private String companyUrl;
        private String header;
        private List<String> payChips = List.of();
        private List<String> placeChips = List.of();
        private String description;
        private TextFormat descriptionFormat = TextFormat.PLAIN;
        private List<RawPlace> places = List.of();
        private List<RawPlace> applicantPlaces = List.of();
        private List<String> workModes = List.of();
        private List<String> employmentTypes = List.of();
        private List<RawPay> pay = List.of();
        private String datePosted;
        private String validThrough;
        private List<String> degrees = List.of();
        private String experienceMonths;
        private String experience;
        private List<String> skills = List.of();
        private String industry;
        private EncodingFlavour repair = EncodingFlavour.NONE;
        private boolean lossy;
        private String dialect;
        private LocalDate captured;
        private final List<PostingIssue> issues = new ArrayList<>();

        private Builder(SourceFormat format, String sourceFile, String sourceRecord) {
            this.format = format;
            this.sourceFile = sourceFile;
            this.sourceRecord = sourceRecord;
        }

        public Builder sourceRecord(String value) {
            sourceRecord = value;
            return this;
        }

        public Builder source(String value) {
            source = value;
            return this;
        }

        public Builder id(String value) {
            id = value;
            return this;
        }

        public Builder reference(String value) {
            reference = value;
            return this;
        }

        public Builder requisition(String value) {
            requisition = value;
            return this;
        }

        public Builder url(String value) {
            url = value;
            return this;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder company(String value) {
            company = value;
            return this;
        }

        public Builder companyUrl(String value) {
            companyUrl = value;
            return this;
        }

        public Builder header(String value) {
            header = value;
            return this;
        }

        public Builder payChips(List<String> value) {
            payChips = value;
            return this;
        }

        public Builder placeChips(List<String> value) {
            placeChips = value;
            return this;
        }

        public Builder description(String value, TextFormat textFormat) {
            description = value;
            descriptionFormat = textFormat;
            return this;
        }

        public Builder places(List<RawPlace> value) {
            places = value;
            return this;
        }

        public Builder applicantPlaces(List<RawPlace> value) {
            applicantPlaces = value;
            return this;
        }

        public Builder workModes(List<String> value) {
            workModes = value;
            return this;
        }

        public Builder employmentTypes(List<String> value) {
            employmentTypes = value;
            return this;
        }

        public Builder pay(List<RawPay> value) {
            pay = value;
            return this;
        }

        public Builder datePosted(String value) {
            datePosted = value;
            return this;
        }

        public Builder validThrough(String value) {
            validThrough = value;
            return this;
        }

        public Builder degrees(List<String> value) {
            degrees = value;
            return this;
        }

        public Builder experienceMonths(String value) {
            experienceMonths = value;
            return this;
        }

        public Builder experience(String value) {
            experience = value;
            return this;
        }

        public Builder skills(List<String> value) {
            skills = value;
            return this;
        }

        public Builder industry(String value) {
            industry = value;
            return this;
        }

        public Builder repair(EncodingFlavour value, boolean isLossy) {
            repair = value;
            lossy = isLossy;
            return this;
        }

        public Builder dialect(String value) {
            dialect = value;
            return this;
        }

        public Builder captured(LocalDate value) {
            captured = value;
            return this;
        }

        /** Adds an issue; see {@link PostingIssue}. */
        public Builder issue(Issue issue, String detail) {
            issues.add(new PostingIssue(issue, detail));
            return this;
        }

        private Builder issues(List<PostingIssue> values) {
            issues.addAll(values);
            return this;
        }

        public RawPosting build() {
            return new RawPosting(
                    sourceFile,
                    sourceRecord,
                    source,
                    format,
                    id,
                    reference,
                    requisition,
                    url,
                    title,
                    company,
                    companyUrl,
                    header,
                    payChips,
                    placeChips,
                    description,
                    descriptionFormat,
                    places,
                    applicantPlaces,
                    workModes,
                    employmentTypes,
                    pay,
                    datePosted,
                    validThrough,
                    degrees,
                    experienceMonths,
                    experience,
                    skills,
                    industry,
                    repair,
                    lossy,
                    dialect,
                    captured,
                    List.copyOf(issues));
        }
    }
}
