package io.jobmart.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jobmart.model.Rejection;
import io.jobmart.pipeline.InputFile;
import io.jobmart.pipeline.Inputs;
import io.jobmart.pipeline.LoadException;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.source.Dialects;
import io.jobmart.source.Inspection;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecords;
import io.jobmart.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a load would make of a dump, without loading it. Needs no Spark session and no warehouse. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description =
                "Show what files hold, without loading them: format, dialect, records, encoding, sample values, and"
                        + " what would be quarantined and why.",
        footer = {"", "What is read out of the text of one posting, and by which rule, is shown by \"jobmart explain\"."
        })
final class InspectCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders (with all below them) or globs; plain, compressed, zip or tar.")
    private List<String> inputs;

    @Mixin
    private DialectOption dialects;

    @Mixin
    private PersonalDataOption personalData;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Look at the first N records of each file; 0 for all. Default: ${DEFAULT-VALUE}.")
    private long records = 1000;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Examples of each shape and of each reason. Default: ${DEFAULT-VALUE}.")
    private int samples = 2;

    @Option(names = "--by-file", description = "List every file with what it holds.")
    private boolean listFiles;

    @Option(names = "--format", paramLabel = "text|json", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private PrintFormat format = PrintFormat.text;

    /** One line of the list of files. */
    private record FileLine(
            String file,
            String format,
            String compression,
            String charset,
            long bytes,
            long records,
            long quarantined) {}

    @Override
    public Integer call() throws LoadException, IOException {
        ReadOptions options =
                ReadOptions.standard().withDialects(Dialects.standard().with(dialects.read()));
        Configuration configuration = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        List<InputFile> files = Inputs.list(inputs, configuration);
        Inspection inspection = new Inspection(samples, personalData.choice());
        List<FileLine> lines = new ArrayList<>();
        ConsoleProgress progress = new ConsoleProgress(System.err, System.console() != null);
        long shown = 0;
        for (InputFile file : files) {
            if (System.nanoTime() - shown > 200_000_000L) {
                shown = System.nanoTime();
                progress.close();
                progress.started(
                        String.format(Locale.ROOT, "%,d records, %s", inspection.records(), file.sourceFile()));
            }
            FileLine line = inspect(file, inspection, options, configuration);
            if (listFiles) {
                lines.add(line);
            }
        }
        progress.close();
        if (format == PrintFormat.json) {
            json(inspection, lines);
        } else {
            print(System.out, inspection, lines);
        }
        return inspection.records() + inspection.gone() == 0 ? ExitCode.BAD_INPUT.code() : ExitCode.OK.code();
    }

    private FileLine inspect(InputFile file, Inspection inspection, ReadOptions options, Configuration configuration)
            throws IOException {
        Path path = new Path(file.path());
        FileSystem fileSystem = path.getFileSystem(configuration);
        Sources.Look look;
        try (InputStream in = fileSystem.open(path)) {
            byte[] head = Sources.head(in);
            look = Sources.look(head, head.length == file.bytes(), file.sourceFile(), options);
        } catch (IOException e) {
            throw new CommandException(ExitCode.BAD_INPUT, "Cannot read " + file.path() + ": " + e.getMessage());
        }
        inspection.file(file.sourceFile(), look, file.bytes());
        long before = inspection.records();
        long quarantined = inspection.quarantined();
        try (SourceRecords found = Sources.read(file.sourceFile(), fileSystem.open(path), options)) {
            while (found.hasNext()) {
                if (records > 0 && inspection.records() - before >= records) {
                    inspection.cutShort();
                    break;
                }
                inspection.record(found.next());
            }
        }
        return new FileLine(
                file.sourceFile(),
                look.format() == null ? null : look.format().name(),
                look.compression(),
                look.charset(),
                file.bytes(),
                inspection.records() - before,
                inspection.quarantined() - quarantined);
    }

    private void print(PrintStream out, Inspection inspection, List<FileLine> lines) {
        out.printf(
                Locale.ROOT,
                "%s, %s: %s, %s, %,d would be quarantined%s.%n",
                Figures.count(inspection.files(), "file"),
                Figures.size(inspection.bytes()),
                Figures.count(inspection.records(), "record"),
                Figures.count(inspection.postings(), "posting"),
                inspection.quarantined(),
                inspection.gone() == 0 ? "" : String.format(Locale.ROOT, ", %,d pages gone", inspection.gone()));
        if (inspection.filesCutShort() > 0) {
            out.printf(
                    Locale.ROOT,
                    "Only the first %s of %s %s looked at; --records 0 looks at all.%n",
                    records == 1 ? "record" : String.format(Locale.ROOT, "%,d records", records),
                    Figures.count(inspection.filesCutShort(), "file"),
                    inspection.filesCutShort() == 1 && records == 1 ? "was" : "were");
        }
        out.println();
        line(out, "formats", inspection.formats());
        line(out, "encodings", inspection.charsets());
        line(out, "compressions", inspection.compressions());
        line(out, "found in postings", inspection.issues());
        if (!lines.isEmpty()) {
            out.println();
            new ResultPrinter(out, ResultFormat.TABLE)
                    .print(
                            List.of("file", "format", "compression", "encoding", "bytes", "records", "quarantined"),
                            List.of(false, false, false, false, true, true, true),
                            lines.stream().map(InspectCommand::cells).iterator());
        }
        for (Inspection.Shape shape : inspection.shapes()) {
            out.println();
            out.printf(
                    Locale.ROOT,
                    "%s: %s in %s%n",
                    shape.dialect() == null ? shape.format() : shape.format() + ", dialect " + shape.dialect(),
                    Figures.count(shape.postings(), "posting"),
                    Figures.count(shape.files(), "file"));
            for (Inspection.Sample sample : shape.samples()) {
                out.println("  " + place(sample.sourceFile(), sample.sourceRecord()));
                sample.values().forEach((name, value) -> out.printf(Locale.ROOT, "    %-15s %s%n", name, value));
            }
        }
        refusals(out, inspection);
    }

    private static void refusals(PrintStream out, Inspection inspection) {
        if (inspection.quarantined() == 0) {
            return;
        }
        out.println();
        out.println("Would be quarantined:");
        for (Inspection.Refusal refusal : inspection.refusals()) {
            out.printf(Locale.ROOT, "  %,8d  %s: %s%n", refusal.records(), refusal.reason(), refusal.detail());
            for (Rejection example : refusal.examples()) {
                out.println("            " + place(example.sourceFile(), example.sourceRecord()));
            }
        }
        double share = (double) inspection.quarantined() / inspection.records();
        if (share > LoadOptions.QUARANTINE_LIMIT) {
            out.printf(
                    Locale.ROOT,
                    "That is %.0f %%, more than the %.0f %% at which \"load\" publishes nothing"
                            + " (--max-quarantined changes it).%n",
                    100 * share,
                    100 * LoadOptions.QUARANTINE_LIMIT);
        }
    }

    private static void line(PrintStream out, String what, Map<?, Long> counts) {
        if (!counts.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %s%n",
                    what,
                    counts.entrySet().stream()
                            .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static List<Object> cells(FileLine line) {
        List<Object> cells = new ArrayList<>();
        cells.add(line.file());
        cells.add(line.format());
        cells.add(line.compression());
        cells.add(line.charset());
        cells.add(line.bytes());
        cells.add(line.records());
        cells.add(line.quarantined());
        return cells;
    }

    private static String place(String sourceFile, String sourceRecord) {
        return sourceRecord == null ? sourceFile : sourceFile + " " + sourceRecord;
    }

    private void json(Inspection inspection, List<FileLine> lines) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("files", inspection.files());
        report.put("bytes", inspection.bytes());
        report.put("records", inspection.records());
        report.put("postings", inspection.postings());
        report.put("quarantined", inspection.quarantined());
        report.put("gone", inspection.gone());
        report.put("filesCutShort", inspection.filesCutShort());
        report.put("formats", inspection.formats());
        report.put("encodings", inspection.charsets());
        report.put("compressions", inspection.compressions());
        report.put("issues", inspection.issues());
        report.put(
                "shapes",
                inspection.shapes().stream().map(InspectCommand::shape).toList());
        report.put("quarantine", inspection.refusals());
        if (listFiles) {
            report.put("fileList", lines);
        }
        System.out.println(
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report));
    }

    private static Map<String, Object> shape(Inspection.Shape shape) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("format", shape.format());
        object.put("dialect", shape.dialect());
        object.put("files", shape.files());
        object.put("postings", shape.postings());
        object.put("samples", shape.samples());
        return object;
    }
}
