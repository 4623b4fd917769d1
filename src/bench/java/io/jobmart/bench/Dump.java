package io.jobmart.bench;

import io.jobmart.model.RawPosting;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecord;
import io.jobmart.source.SourceRecords;
import io.jobmart.source.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The postings that all benchmarks read: the same in every run. */
@State(Scope.Benchmark)
public class Dump {
    static final long SEED = 20_240_501L;
    private static final int COUNT = 1_000;

    private final List<byte[]> lines = new ArrayList<>();
    private final List<RawPosting> raws;
    private int next;

    public Dump() {
        PostingGenerator generator = new PostingGenerator(SEED, COUNT);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int number = 0; number < COUNT; number++) {
            byte[] line = generator.line(number);
            lines.add(line);
            file.writeBytes(line);
            file.write('\n');
        }
        raws = read(file.toByteArray());
    }

    /** The postings of a file of lines, as a load reads them. */
    public static List<RawPosting> read(byte[] file) {
        List<RawPosting> raws = new ArrayList<>();
        try (SourceRecords records =
                Sources.read("bench.jsonl", new ByteArrayInputStream(file), ReadOptions.standard())) {
            while (records.hasNext()) {
                if (records.next() instanceof SourceRecord.Accepted accepted) {
                    raws.add(accepted.posting());
                } else {
                    throw new IllegalStateException("The generator makes postings only");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return raws;
    }

    public List<byte[]> lines() {
        return lines;
    }

    public List<RawPosting> raws() {
        return raws;
    }

    /** The number of the posting that is read next, in turn. */
    public int next() {
        next = next + 1 == COUNT ? 0 : next + 1;
        return next;
    }
}
