package io.jobmart.cli;

import io.jobmart.privacy.PersonalData;
import picocli.CommandLine.Option;

/** The option that says what becomes of personal data, the same in all commands that publish or print postings. */
final class PersonalDataOption {
    @Option(
            names = "--personal-data",
            paramLabel = "keep|mask|drop",
            description =
                    "E-mail addresses, phone numbers and names of contact persons: keep them, mask their characters,"
                            + " or blank the sentences that they stand in. Default: mask.")
    private PersonalData choice = PersonalData.MASK;

    PersonalData choice() {
        return choice;
    }
}
