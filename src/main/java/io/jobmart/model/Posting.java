package io.jobmart.model;

import java.time.LocalDate;
import java.util.List;

/**
 * One posting, read. This is what is staged and what every table is derived from.
 *
 * @param postingKey key of {@code postingId}
 * @param postingId natural key, as {@code parse.PostingIdentity} makes it: {@code id:<source>/<native id>}, else
 *     {@code url:<canonical url>}, else {@code content:<hash>}
 * @param contentHash of everything that a reader of the ad sees (title, company, header, places, pay, text)
 * @param canonicalUrl the url as {@link io.jobmart.parse.CanonicalUrl} writes it; null when there is none
 * @param dialect name of the dialect that the record was read by; null for schema.org, text and pages
 * @param header the header line as written, null when the format has none
 * @param text block text; evidence of field TEXT counts in it
 * @param language of the text, ISO 639-1, null when it can't be told
 * @param fingerprint what the same job is known by in other ads
 * @param personalData of title, header, text and structured fields; null in what an older version staged
 */
public record Posting(
        long postingKey,
        String postingId,
        String contentHash,
        String url,
        String canonicalUrl,
        String sourceFile,
        String sourceRecord,
        String source,
        SourceFormat format,
        String dialect,
        TitleReading title,
        List<CompanyMention> companies,
        List<PlaceMention> places,
        WorkModeReading workMode,
        List<RemoteRegion> remoteRegions,
        List<EmploymentTypeReading> employmentTypes,
        LocalDate postedDate,
        LocalDate validThroughDate,
        ValueStatus salaryStatus,
        List<PayStatement> pay,
        ValueStatus experienceStatus,
        List<ExperienceDemand> experience,
        ValueStatus degreeStatus,
        List<DegreeDemand> degrees,
        List<LanguageDemand> languages,
        List<SkillMention> skills,
        List<Requirement> requirements,
        List<Section> sections,
        String header,
        String text,
        String language,
        EncodingFlavour encodingRepair,
        Fingerprint fingerprint,
        List<PostingIssue> issues,
        List<PersonalDatum> personalData) {}
