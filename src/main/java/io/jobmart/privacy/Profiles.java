package io.jobmart.privacy;

import io.jobmart.model.PersonalDataKind;

/** Names of persons' pages and accounts in networks, which name a person as an address does: {@code linkedin.com/in/NAME}. */
final class Profiles {
    /** What the names of persons stand behind, from the sign on that is searched for. */
    private static final String[][] PLACES = {
        {".com/", "linkedin", "in/"},
        {".com/", "linkedin", "pub/"},
        {".com/", "xing", "profile/"},
        {"skype:", "", ""}
    };

    private Profiles() {}

    static void find(String text, Spans spans) {
        String sought = "";
        for (int first = 0; first < PLACES.length; first++) {
            String sign = PLACES[first][0];
            if (sign.equals(sought)) {
                continue;
            }
            sought = sign;
            for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + sign.length())) {
                for (int place = first; place < PLACES.length && PLACES[place][0].equals(sign); place++) {
                    String host = PLACES[place][1];
                    String path = PLACES[place][2];
                    int hostStart = i - host.length();
                    if (text.regionMatches(true, hostStart, host, 0, host.length())
                            && text.startsWith(path, i + sign.length())
                            && (hostStart == 0 || !Character.isLetterOrDigit(text.charAt(hostStart - 1)))) {
                        add(text, i + sign.length() + path.length(), spans);
                    }
                }
            }
        }
    }

    private static void add(String text, int from, Spans spans) {
        int start = from;
        while (start < text.length() && start - from < 2 && text.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        if (end - start >= 3) {
            spans.add(PersonalDataKind.PROFILE, start, end);
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '%';
    }
}
