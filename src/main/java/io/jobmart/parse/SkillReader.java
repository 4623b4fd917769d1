package io.jobmart.parse;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.Modality;
import io.jobmart.model.SectionKind;
import io.jobmart.model.SkillMention;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.SkillMatch;
import io.jobmart.vocabulary.SkillMatcher;
import io.jobmart.vocabulary.SkillMatches;
import io.jobmart.vocabulary.SkillName;
import io.jobmart.vocabulary.SkillVocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the skills that a posting names, in its title, its text and its structured fields.
 *
 * <p>A name that is also an everyday word ("Go", "Excel", "React") counts only as written and beside another skill in a
 * list ("R, Go or Python"), after or before a cue ("experience with Go", "Go developer"), or alone in a line of a list of
 * skills: see {@link SkillContext}. A whole list in the wrong case ("python, r, excel") counts through its other members.
 */
public final class SkillReader {
    private final Lexicon lexicon;
    private final SkillMatcher matcher;

    /** The lexicon must have been built with {@link #addTriggers} of the same vocabulary. */
    public SkillReader(SkillVocabulary vocabulary, Lexicon lexicon) {
        this.lexicon = lexicon;
        matcher = new SkillMatcher(vocabulary, lexicon);
    }

    /** Adds the vocabulary's words and the cues. */
    public static void addTriggers(Lexicon.Builder lexicon, SkillVocabulary vocabulary) {
        vocabulary.addTo(lexicon);
        SkillWords.addTo(lexicon);
    }

    /** Every place that names a skill: structured fields, then title, then text, each in its own order. */
    public List<SkillHit> hits(PostingView view) {
        List<SkillHit> hits = new ArrayList<>();
        for (String structured : view.raw().skills()) {
            Tokens tokens = Tokens.of(structured, lexicon);
            SkillMatches matches = matcher.match(tokens);
            boolean[] accepted = SkillContext.accept(matches, tokens, null);
            for (int i = 0; i < matches.count(); i++) {
                boolean whole = matches.first(i) == 0 && matches.end(i) == tokens.count();
                if (accepted[i] || whole) {
                    hits.add(new SkillHit(matches.name(i).skill(), EvidenceField.MARKUP, -1, -1, Modality.MENTIONED));
                }
            }
        }
        SkillMatches inTitle = matcher.match(view.title());
        boolean[] titleAccepted = SkillContext.accept(inTitle, view.title(), null);
        for (int i = 0; i < inTitle.count(); i++) {
            if (titleAccepted[i] && !SkillDoubts.isOfTheJob(inTitle.name(i))) {
                hits.add(new SkillHit(
                        inTitle.name(i).skill(),
                        EvidenceField.TITLE,
                        inTitle.start(i),
                        inTitle.stop(i),
                        Modality.MENTIONED));
            }
        }
        Tokens tokens = view.tokens();
        SkillMatches matches = matcher.match(tokens);
        boolean[] accepted = SkillContext.accept(matches, tokens, view);
        String company = SkillDoubts.companyName(view.raw().company());
        boolean[] found = new boolean[matches.count()];
        for (int i = 0; i < matches.count(); i++) {
            if (accepted[i] && !isOther(view, tokens, matches, i, company)) {
                Modality modality = modality(view, matches, i);
                if (modality != Modality.MENTIONED || !isOtherCompany(tokens, matches, i, company)) {
                    SkillName name = matches.name(i);
                    hits.add(new SkillHit(
                            name.skill(), EvidenceField.TEXT, matches.start(i), matches.stop(i), modality));
                    found[i] = true;
                }
            }
        }
        hits.addAll(ListedNames.read(view, matches, found, company));
        return hits;
    }

    /** Whether a name in the text stands where no skill is meant. */
    private static boolean isOther(PostingView view, Tokens tokens, SkillMatches matches, int match, String company) {
        int first = matches.first(match);
        int end = matches.end(match);
        if (SkillDoubts.isCompany(matches, match, tokens.text(), company)
                || SkillDoubts.inAddress(tokens, first, end)
                || SkillDoubts.isInTag(tokens, first, end)
                || SkillDoubts.isCutFromWord(tokens, first, end)
                || SkillDoubts.isOtherPlural(matches, match, tokens)
                || SkillDoubts.isNameOfCompany(tokens, first, end)) {
            return true;
        }
        Line line = view.lineAt(matches.start(match));
        if (line != null && line.duplicate()) {
            return true;
        }
        SectionKind section = line != null ? line.section() : view.sectionAt(matches.start(match));
        if (section == SectionKind.BOILERPLATE || section == SectionKind.BENEFITS) {
            return true;
        }
        SkillName name = matches.name(match);
        boolean demanded = line != null && SkillContext.demands(line)
                || section != SectionKind.ABOUT_COMPANY && SkillDemands.of(tokens, first) != Modality.MENTIONED;
        if (!demanded
                && (SkillDoubts.isEverydayWord(name)
                        || SkillDoubts.isStudied(name.skill()) && SkillDoubts.isAmongTeams(tokens, first, end))) {
            return true;
        }
        if (!demanded
                && (name.match() == SkillMatch.DEMAND
                        || name.match() == SkillMatch.JOB
                                && (section == SectionKind.ABOUT_COMPANY
                                        || SkillDoubts.isInProperName(tokens, first, end)))) {
            return true;
        }
        return SkillDoubts.isAccount(tokens, first, end)
                || SkillDoubts.isOfRole(name, tokens, end)
                || SkillDoubts.isStudied(name.skill())
                        && (SkillDoubts.isClassOfOthers(matches, match, tokens)
                                || SkillDoubts.isFieldOfStudy(tokens, first, end));
    }

    /** Whether a name that nobody asks for is the company's own short name, or stands in a list of companies. */
    private static boolean isOtherCompany(Tokens tokens, SkillMatches matches, int match, String company) {
        return SkillDoubts.isShortCompany(matches, match, tokens.text(), company)
                || SkillDoubts.isOwnProduct(matches, match, tokens.text(), company)
                || SkillDoubts.isOrganisation(matches.name(match).skill())
                        && SkillDoubts.isAmongCompanies(tokens, matches.first(match));
    }

    private static Modality modality(PostingView view, SkillMatches matches, int match) {
        int start = matches.start(match);
        Line line = view.lineAt(start);
        SectionKind section = line != null ? line.section() : view.sectionAt(start);
        if (section == SectionKind.ABOUT_COMPANY) {
            return Modality.MENTIONED;
        }
        Modality modality = LineReader.modalityAt(view, start);
        return modality == Modality.MENTIONED ? SkillDemands.of(view.tokens(), matches.first(match)) : modality;
    }

    /** The hits by skill, in the order of their first hits. */
    public List<SkillMention> mentions(PostingView view, List<SkillHit> hits) {
        return SkillMentions.of(view, hits);
    }
}
