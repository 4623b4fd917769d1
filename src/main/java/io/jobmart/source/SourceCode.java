package io.jobmart.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the source code of programs, style sheets and configuration from prose. A crawl and a repository hold much of both,
 * and a posting may be any prose: so only what prose never does counts, and a file's ending only lowers how much of it is
 * asked for.
 */
final class SourceCode {
    /** How programs begin and no sentence does. */
    private static final Pattern START = Pattern.compile(
            "#!\\s?/|<\\?php\\b|%YAML\\b|[\"']use strict[\"']|[!;(+~]{0,3}(?:async )?function\\s*[\\w$]*\\s?\\([\\w$, ]*\\)\\s*\\{"
                    + "|\\(\\(?[\\w$, ]*\\)\\s*=>|#include\\s*[<\"]|package [\\w.]+;|import [\\w.]+;|import [\\w$*{}, \\n]{1,200} from\\s*[\"']"
                    + "|from [\\w.]+ import \\w|(?:var|let|const) [\\w$]+\\s?=|@charset \"|@import |/\\*!|module\\.exports\\b|define\\(\\[");

    /** Lines of code: an open or closed block, a call (which "candidate(s);" is none of), a definition. */
    private static final Pattern LINE = Pattern.compile(
            ".{0,400}[^\\s{]\\s?\\{|[}\\])]{1,5}[;,]?|.{0,400}\\};|.{0,400}[\\w$)\\]]\\((?![a-zA-Z/]{1,3}\\)).{0,400}\\);"
                    + "|(?:async )?def \\w+\\(.{0,200}:|class \\w+(?:\\(.{0,100}\\))?:|import \\w+(?:\\.\\w+)+(?: as \\w+)?"
                    + "|from [\\w.]+ import \\w.{0,200}|elif .{1,200}:|except\\b.{0,100}:|return [\\w.(\\[\"'].{0,200}[)\\]\"'}]"
                    + "|(?:self|this)\\.\\w+ = .{1,300}|#(?:include|define|ifdef|endif)\\b.{0,200}");

    /** Lines of YAML and of key files: a key that is an identifier, an item, a comment. */
    private static final Pattern SETTING = Pattern.compile(
            "(?:-\\s+)*[\"']?[A-Za-z_][\\w.-]*[\"']?\\s?(?::(?:\\s.*)?|=.*)|-(?:\\s.*)?|#.*|;.*|\\[.*\\]|-{3}|\\.{3}");

    private static final Pattern FIRST_SETTING =
            Pattern.compile("(?:-\\s+)?[a-z_][\\w.-]*\\s?[:=].*|\\[[\\w.\"-]+\\]", Pattern.DOTALL);
    private static final Set<String> CODE = Set.of(
            "js", "mjs", "cjs", "jsx", "ts", "tsx", "css", "scss", "less", "py", "java", "scala", "kt", "c", "h", "cc",
            "cpp", "hpp", "cs", "go", "rs", "rb", "php", "pl", "sh", "bash", "ps1", "sql", "r", "swift", "vue", "lua",
            "gradle", "tf");
    private static final Set<String> SETTINGS =
            Set.of("yml", "yaml", "toml", "ini", "cfg", "conf", "properties", "env", "lock");

    private static final int FEWEST_LINES = 3;

    private SourceCode() {}

    /**
     * Whether a text is no prose.
     *
     * @param start where its first character stands
     * @param fileName hint; may be null
     */
    static boolean is(String text, int start, String fileName) {
        String ending = ending(fileName);
        if (START.matcher(text).region(start, text.length()).lookingAt()) {
            return true;
        }
        if (SETTINGS.contains(ending) && isSettings(text, start)) {
            return true;
        }
        boolean named = CODE.contains(ending);
        return hasCodeLines(text, start, named) || isDense(text, start, named);
    }

    private static boolean hasCodeLines(String text, int start, boolean named) {
        int code = 0;
        int all = 0;
        for (String line : (Iterable<String>) text.substring(start).lines()::iterator) {
            String bare = line.strip();
            if (bare.isEmpty()) {
                continue;
            }
            all++;
            code += bare.length() <= 400 && LINE.matcher(bare).matches() ? 1 : 0;
        }
        return code >= (named ? 2 : FEWEST_LINES) && code * (named ? 20L : 6L) >= all;
    }

    /** Code without line breaks: signs of programs stand as close as no text has them. */
    private static boolean isDense(String text, int start, boolean named) {
        int letters = 0;
        int marks = 0;
        int braces = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '}') {
                braces++;
                marks++;
            } else if (c == ';' || c == '=' || c == '(' || c == ')' || c == '[' || c == ']') {
                marks++;
            } else if (c > ' ') {
                letters++;
            }
        }
        int share = named ? 25 : 12;
        return braces >= (named ? 6 : 20) && (long) marks * share > letters + marks && braces * 100L > letters;
    }

    /** Every line a setting, or more of the one before by its indentation; the first an identifier in lower case. */
    private static boolean isSettings(String text, int start) {
        int lines = 0;
        for (String line : (Iterable<String>) text.substring(start).lines()::iterator) {
            String bare = line.strip();
            if (bare.isEmpty()) {
                continue;
            }
            boolean setting = SETTING.matcher(bare).matches();
            if (lines == 0
                    && !bare.startsWith("#")
                    && !FIRST_SETTING.matcher(bare).matches()
                    && !bare.equals("---")) {
                return false;
            }
            if (!setting && !Character.isWhitespace(line.charAt(0))) {
                return false;
            }
            lines++;
        }
        return lines > 0;
    }

    private static String ending(String fileName) {
        if (fileName == null) {
            return "";
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        for (String packed : new String[] {".gz", ".bz2", ".xz", ".zst"}) {
            name = name.endsWith(packed) ? name.substring(0, name.length() - packed.length()) : name;
        }
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
