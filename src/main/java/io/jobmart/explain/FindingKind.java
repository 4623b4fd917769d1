package io.jobmart.explain;

import java.util.Locale;

/** What a value says of a posting, in the order in which a person would ask for it. */
public enum FindingKind {
    TITLE("Title"),
    COMPANY("Companies"),
    PLACE("Places"),
    WORK_MODE("Work mode"),
    REMOTE_REGION("Remote from"),
    EMPLOYMENT_TYPE("Employment type"),
    PAY("Pay"),
    EXPERIENCE("Experience"),
    DEGREE("Degrees"),
    LANGUAGE("Languages asked for"),
    SKILL("Skills"),
    REQUIREMENT("Requirements"),
    DATE("Dates"),
    TEXT("Text");

    private final String heading;

    FindingKind(String heading) {
        this.heading = heading;
    }

    /** What stands above the values of this kind. */
    public String heading() {
        return heading;
    }

    /** As one word, for style sheets. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
