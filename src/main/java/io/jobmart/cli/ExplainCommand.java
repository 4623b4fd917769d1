package io.jobmart.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.jobmart.explain.ExplainedPage;
import io.jobmart.explain.Finding;
import io.jobmart.model.Gone;
import io.jobmart.model.Posting;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.Rejection;
import io.jobmart.parse.PostingParser;
import io.jobmart.pipeline.LoadException;
import io.jobmart.privacy.PersonalFields;
import io.jobmart.source.Dialects;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecord;
import io.jobmart.source.SourceRecords;
import io.jobmart.source.Sources;
import io.jobmart.store.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows what is read out of a posting, by which rule, from which words. Of a file it needs neither Spark nor a warehouse.
 */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Show what is read out of the postings of a file, or out of a posting of a warehouse: each value with"
                        + " its rule and its words.",
        footer = {
            "",
            "With --warehouse, WHAT is a posting_key, posting_id or url, and the record is read again from the dump; or the"
                    + " source_file of a quarantined record, with --record."
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WHAT", description = "A file of one or more postings.")
    private String what;

    @Option(names = "--warehouse", paramLabel = "DIR", description = "Explain a posting that was loaded there.")
    private String warehouse;

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Where the dump is now, as it was given to load. Default: where it was then.")
    private List<String> inputs = List.of();

    @Option(names = "--format", paramLabel = "text|json|html", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(
            names = "--record",
            paramLabel = "N|ADDRESS",
            description = "Only the N-th record of the file, from 1, or the one that a source_record names.")
    private String record;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "At most the first N records. Default: all; 100 of them for html.")
    private Integer records;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of to standard output.")
    private java.nio.file.Path target;

    @Option(names = "--raw", description = "Print the record as the dump has it, too.")
    private boolean raw;

    @Option(names = "--with-text", description = "Print the posting's text as it was read, too.")
    private boolean withText;

    @Mixin
    private PersonalDataOption personalData;

    @Mixin
    private DialectOption dialects;

    @Mixin
    private VocabularyOption vocabulary;

    private static final int MOST_OF_A_PAGE = 100;

    private PrintStream out;
    private ExplainedPage page;
    private int shown;
    private PostingParser parser;

    private enum Format {
        text,
        json,
        html
    }

    @Override
    public Integer call() throws LoadException, IOException {
        parser = PostingParser.of(vocabulary.read());
        ReadOptions options =
                ReadOptions.standard().withDialects(Dialects.standard().with(dialects.read()));
        page = new ExplainedPage(warehouse == null ? new Path(what).getName() : what);
        // Written when all went well: a file that was there before is not lost to a misspelt name.
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        out = target == null ? System.out : new PrintStream(kept, true, StandardCharsets.UTF_8);
        if (warehouse == null) {
            explain(new Path(what), new Path(what).getName(), record, options, new Configuration());
        } else {
            explainLoaded(options);
        }
        if (format == Format.html) {
            page.writeTo(out);
        }
        if (target != null) {
            out.flush();
            try {
                Files.write(target, kept.toByteArray());
            } catch (IOException e) {
                throw new CommandException(ExitCode.CANNOT_WRITE, "Cannot write " + target + ": " + e);
            }
        }
        return 0;
    }

    private void explainLoaded(ReadOptions options) throws LoadException, IOException {
        try (CommandSession session = CommandSession.open()) {
            SparkSession spark = session.spark();
            Manifest manifest = SnapshotViews.register(spark, warehouse);
            for (RecordFinder.Found found : new RecordFinder(spark, manifest, inputs).find(what)) {
                explain(
                        new Path(found.path()),
                        found.sourceFile(),
                        found.sourceRecord() == null ? record : found.sourceRecord(),
                        options.withSource(found.source()),
                        spark.sparkContext().hadoopConfiguration());
            }
        }
    }

    /** @param wanted number or address of the only record that is wanted; null for all */
    private void explain(Path path, String sourceFile, String wanted, ReadOptions options, Configuration configuration)
            throws IOException {
        FileSystem fileSystem = path.getFileSystem(configuration);
        if (!fileSystem.exists(path) || !fileSystem.getFileStatus(path).isFile()) {
            throw new CommandException(ExitCode.BAD_INPUT, path + " is no file that can be read");
        }
        int count = 0;
        boolean any = false;
        int most = records != null ? records : format == Format.html ? MOST_OF_A_PAGE : Integer.MAX_VALUE;
        try (SourceRecords all = Sources.read(sourceFile, fileSystem.open(path), options)) {
            while (all.hasNext() && !(any && wanted != null)) {
                if (wanted == null && shown == most) {
                    page.note("The first " + Figures.count(shown, "record") + " of the file; --records N shows more.");
                    return;
                }
                SourceRecord next = all.next();
                count++;
                boolean isNumber = warehouse == null && Integer.toString(count).equals(wanted);
                if (wanted == null || isNumber || wanted.equals(next.sourceRecord())) {
                    print(next);
                    any = true;
                    shown++;
                }
            }
        }
        if (count == 0) {
            throw new CommandException(ExitCode.BAD_INPUT, path + " holds no record: it is empty");
        }
        if (!any) {
            throw new CommandException(
                    ExitCode.BAD_INPUT,
                    path + " holds no record " + wanted + " among its " + Figures.count(count, "record"));
        }
    }

    private void print(SourceRecord record) throws IOException {
        ObjectMapper json = json();
        if (format == Format.html) {
            addToPage(record);
        } else if (record instanceof SourceRecord.Rejected rejected) {
            print(json, published(rejected.rejection()));
        } else if (record instanceof SourceRecord.Accepted accepted) {
            print(json, accepted);
        } else if (record instanceof SourceRecord.Gone gone) {
            print(json, gone.page());
        }
    }

    private Posting parsed(SourceRecord.Accepted accepted) {
        return PersonalFields.published(parser.parse(accepted.posting()), personalData.choice());
    }

    private Rejection published(Rejection rejection) {
        return new Rejection(
                rejection.sourceFile(),
                rejection.sourceRecord(),
                rejection.reason(),
                published(rejection.detail()),
                published(rejection.payload()));
    }

    /** A text of which no posting is known. */
    private String published(String text) {
        return personalData.choice().value(text, null);
    }

    private void addToPage(SourceRecord record) {
        if (record instanceof SourceRecord.Rejected rejected) {
            page.add(published(rejected.rejection()));
        } else if (record instanceof SourceRecord.Accepted accepted) {
            page.add(
                    parsed(accepted),
                    accepted.posting(),
                    raw ? published(accepted.raw().get()) : null);
        } else if (record instanceof SourceRecord.Gone gone) {
            page.add(gone.page());
        }
    }

    private void print(ObjectMapper json, Rejection rejection) throws IOException {
        if (format == Format.json) {
            out.println(json.writeValueAsString(Map.of("quarantined", rejection)));
        } else {
            out.println(place(rejection.sourceFile(), rejection.sourceRecord()) + " would be quarantined: "
                    + rejection.reason() + ", " + rejection.detail());
            if (raw) {
                out.println();
                out.println(rejection.payload());
            }
        }
    }

    private void print(ObjectMapper json, Gone page) throws IOException {
        if (format == Format.json) {
            out.println(json.writeValueAsString(Map.of("gone", page)));
        } else {
            out.println(place(page.sourceFile(), page.sourceRecord()) + " is gone: " + page.url() + " gave "
                    + page.status() + (page.captured() == null ? "" : " on " + page.captured()));
        }
    }

    private void print(ObjectMapper json, SourceRecord.Accepted accepted) throws IOException {
        Posting posting = parsed(accepted);
        List<Finding> findings = Finding.of(posting);
        if (format == Format.json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("posting", posting);
            object.put("findings", findings);
            if (raw) {
                object.put("raw", published(accepted.raw().get()));
            }
            out.println(json.writeValueAsString(object));
            return;
        }
        out.println(place(posting.sourceFile(), posting.sourceRecord()) + "  " + posting.format()
                + (posting.dialect() == null ? "" : " (" + posting.dialect() + ")") + "  " + posting.postingId());
        out.println();
        List<List<Object>> rows = new ArrayList<>();
        findings.forEach(finding -> rows.add(row(finding)));
        new ResultPrinter(out, ResultFormat.TABLE)
                .print(
                        List.of("what", "value", "how", "rule", "read from"),
                        List.of(false, false, false, false, false),
                        rows.iterator());
        if (!posting.issues().isEmpty()) {
            out.println();
        }
        for (PostingIssue issue : posting.issues()) {
            out.println(issue.issue() + " (" + issue.issue().severity() + "): "
                    + issue.issue().meaning() + (issue.detail() == null ? "" : " “" + issue.detail() + "”"));
        }
        if (withText) {
            out.println();
            out.println(posting.text());
        }
        if (raw) {
            out.println();
            out.println(published(accepted.raw().get()));
        }
        out.println();
    }

    private static List<Object> row(Finding finding) {
        List<Object> row = new ArrayList<>();
        row.add(finding.field());
        row.add(finding.value());
        row.add(finding.standing());
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
