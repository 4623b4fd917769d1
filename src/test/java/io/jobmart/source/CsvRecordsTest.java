package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {
    private static final String HEADER =
            "Job Title,Salary Estimate,Job Description,Rating,Company Name,Location,Headquarters,Industry\n";

    @Test
    void aRowIsReadByTheNamesOfItsColumns() {
        List<SourceRecord> records = Read.all(HEADER
                + "Baker,$20-$30 Per Hour (Glassdoor est.),\"Bake, \"\"well\"\".\n\nDaily.\",3.8,\"Crumb\n3.8\",\"Salem, OR\",-1,Food\n"
                + "Cook,-1,Cook.,-1,Pan,-1,-1,-1\n");
        RawPosting baker = Read.posting(records.get(0));
        assertEquals(SourceFormat.CSV, baker.format());
        assertEquals("1", baker.sourceRecord());
        assertEquals("Crumb", baker.company());
        assertEquals("Bake, \"well\".\n\nDaily.", baker.description());
        assertEquals(List.of(new RawPay(null, null, null, null, "$20-$30 Per Hour (Glassdoor est.)")), baker.pay());
        assertEquals(List.of(new RawPlace(null, null, null, "Salem, OR")), baker.places());
        RawPosting cook = Read.posting(records.get(1));
        assertEquals("2", cook.sourceRecord());
        assertEquals(List.of(), cook.pay());
        assertEquals(List.of(), cook.places());
        assertNull(cook.industry());
    }

    @Test
    void aRowWithoutContentIsRejected() {
        List<SourceRecord> records = Read.all(HEADER + "-1,-1,-1,-1,Crumb,-1,-1,-1\n");
        assertEquals(
                QuarantineReason.NO_CONTENT, Read.rejection(Read.only(records)).reason());
    }
}
