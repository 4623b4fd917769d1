package io.jobmart.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.jobmart.model.Gone;
import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.parse.PostingParser;
import io.jobmart.source.Dialects;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecord;
import io.jobmart.source.Sources;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is read out of a posting, by which rule, from which words. Needs no Spark and no warehouse. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Show what is read out of the postings of a file: each value with its rule and its words.")
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A file of one or more postings.")
    private Path file;

    @Option(names = "--format", paramLabel = "text|json", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(names = "--record", paramLabel = "N", description = "Only the N-th record of the file, from 1.")
    private Integer record;

    @Option(names = "--with-text", description = "Print the posting's text as it was read, too.")
    private boolean withText;

    @Mixin
    private DialectOption dialects;

    private enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandException(ExitCode.BAD_INPUT, file + " is no file that can be read");
        }
        PrintStream out = System.out;
        PostingParser parser = PostingParser.standard();
        ObjectMapper json = json();
        ReadOptions options =
                ReadOptions.standard().withDialects(Dialects.standard().with(dialects.read()));
        int count = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                var records = Sources.read(file.getFileName().toString(), in, options)) {
            while (records.hasNext()) {
                SourceRecord next = records.next();
                count++;
                if (record != null && record != count) {
                    continue;
                }
                if (next instanceof SourceRecord.Rejected rejected) {
                    print(out, json, rejected.rejection());
                } else if (next instanceof SourceRecord.Accepted accepted) {
                    RawPosting raw = accepted.posting();
                    print(out, json, parser.parse(raw));
                } else if (next instanceof SourceRecord.Gone gone) {
                    print(out, json, gone.page());
                }
            }
        }
        if (count == 0) {
            throw new CommandException(ExitCode.BAD_INPUT, file + " holds no record: it is empty");
        }
        if (record != null && record > count) {
            throw new CommandException(ExitCode.BAD_INPUT, file + " holds " + count + " records");
        }
        return 0;
    }

    private void print(PrintStream out, ObjectMapper json, Rejection rejection) throws IOException {
        if (format == Format.json) {
            out.println(json.writeValueAsString(Map.of("quarantined", rejection)));
        } else {
            out.println(place(rejection.sourceFile(), rejection.sourceRecord()) + " would be quarantined: "
                    + rejection.reason() + ", " + rejection.detail());
        }
    }

    private void print(PrintStream out, ObjectMapper json, Gone page) throws IOException {
        if (format == Format.json) {
            out.println(json.writeValueAsString(Map.of("gone", page)));
        } else {
            out.println(place(page.sourceFile(), page.sourceRecord()) + " is gone: " + page.url() + " gave "
                    + page.status() + (page.captured() == null ? "" : " on " + page.captured()));
        }
    }

    private void print(PrintStream out, ObjectMapper json, Posting posting) throws IOException {
        List<Finding> findings = Finding.of(posting);
        if (format == Format.json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("posting", posting);
            object.put("findings", findings);
            out.println(json.writeValueAsString(object));
            return;
        }
        out.println(place(posting.sourceFile(), posting.sourceRecord()) + "  " + posting.format()
                + (posting.dialect() == null ? "" : " (" + posting.dialect() + ")") + "  " + posting.postingId());
        out.println();
        List<List<Object>> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(row(finding));
        }
        Iterator<List<Object>> iterator = rows.iterator();
        new ResultPrinter(out, ResultFormat.TABLE)
                .print(List.of("what", "value", "rule", "read from"), List.of(false, false, false, false), iterator);
        if (withText) {
            out.println();
            out.println(posting.text());
        }
        out.println();
    }

    private static List<Object> row(Finding finding) {
        List<Object> row = new ArrayList<>();
        row.add(finding.field());
        row.add(finding.value());
        row.add(finding.evidence() == null ? null : finding.evidence().ruleId());
        row.add(finding.words() == null ? null : "“" + finding.words() + "”");
        return row;
    }

    private static String place(String sourceFile, String sourceRecord) {
        return sourceRecord == null ? sourceFile : sourceFile + " " + sourceRecord;
    }

    private static ObjectMapper json() {
        SimpleModule plain = new SimpleModule();
        plain.addSerializer(LocalDate.class, new JsonSerializer<>() {
            @Override
            public void serialize(LocalDate date, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(date.toString());
            }
        });
        plain.addSerializer(BigDecimal.class, new JsonSerializer<>() {
            @Override
            public void serialize(BigDecimal number, JsonGenerator out, SerializerProvider provider)
                    throws IOException {
                out.writeNumber(number.toPlainString());
            }
        });
        return new ObjectMapper().registerModule(plain).enable(SerializationFeature.INDENT_OUTPUT);
    }
}
