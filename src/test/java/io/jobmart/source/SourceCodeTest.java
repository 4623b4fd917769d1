package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceCodeTest {
    private static final Map<String, String> CODE = Map.of(
            "a script in one line",
            "!function(n){var r={};function o(t){if(r[t])return r[t].exports;var e=r[t]={i:t};return n[t].call(e),e}}();",
            "a style sheet",
            ".job {\n  color: red;\n}\n\n.job h1 {\n  margin: 0;\n}\n\n.apply {\n  float: right;\n}\n",
            "a program",
            "# reads jobs\nimport os.path\n\ndef read(path):\n    with open(path) as f:\n        return f.read()\n\ndef main():\n    read('x')\n",
            "a class",
            "package jobs;\n\npublic class Job {\n}\n",
            "a shell script",
            "#!/bin/sh\n# find jobs\nfind . -name jobs\n# done\n",
            "minified without a known start",
            "a.b=function(c){" + "if(c&&c.d){e(f);g={h:i};}".repeat(30) + "};");

    @Test
    void programsAreNoProse() {
        CODE.forEach((what, text) -> assertTrue(SourceCode.is(text, 0, null), what));
    }

    @Test
    void settingsAreToldByTheirNameAndEveryLine() {
        String yaml =
                "- type: list\n  heading: Demands\n  contents:\n    - Rye\n    - Wheat: and bran\n      of all kinds\n";
        assertTrue(SourceCode.is(yaml, 0, "jobs/expected.yml"));
        assertFalse(SourceCode.is(yaml, 0, "expected.txt"));
        assertTrue(SourceCode.is("[server]\nport = 80\n; none\nhost=x\n", 0, "a.ini"));
        assertFalse(SourceCode.is("Baker wanted\n\nWe bake rye bread: come and see.\nCall us.\n", 0, "ad.yml"));
    }

    @Test
    void proseIsProseWhateverItIsCalled() {
        String[] texts = {
            "Baker\n\nRequirements:\n- rye;\n- wheat;\n- a licence (B);\n\nWe offer:\n- bread;\n- butter;\n",
            "Baker (m/f/d)\nPay: $20/hr;\nCall us (now);\nImport and export of flour.\nReturn your form by May.\n",
            "Procuramos:\n- padeiro(a);\n- organizado(a);\n- proativo(a);\n- dinâmico(a);\n- cozinheiro(as);\n",
            "import specialist wanted; from spring on, import experience is asked for",
            "Class A driver: two years.\nClass B driver: none.\nTry us!\nElse: call.",
            "Skills: C#, C++, {brackets} and f(x) = y; that is all we ask of a developer (for now).",
            "function of the post: to keep the ovens hot\nreports to: the baker\n",
            "DUTIES\tBakes bread;\tsells bread;\r\n\r\nREQUIREMENTS\t1. A licence;\r\n2. Two years (full-time);\r\n"
        };
        for (String text : texts) {
            for (String name : new String[] {null, "ad.txt", "ad.js", "ad.py", "ad.sql"}) {
                assertFalse(SourceCode.is(text, 0, name), name + ": " + text);
            }
        }
    }
}
