package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.model.LocationRole;
import io.jobmart.model.ValueStatus;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The places of work, and where a remote worker may live.
 *
 * <p>Places that were stated and not resolved keep their words with location_key 0: all of one posting and role in one
 * row, joined by {@code " | "}, since the key is unique.
 */
final class BridgePostingLocation implements Table {
    @Override
    public String name() {
        return "bridge_posting_location";
    }

    @Override
    public String grain() {
        return "One row per place of a posting in one role.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(KEY, "location_key", "Key of the place; 0 when it was not resolved.", "810254771234567891")
                .of(LocationRole.class, "role", "What the place is to the posting.")
                .of(
                        BOOLEAN,
                        "is_primary",
                        "Whether it is the posting's main work site: the first city, else the first place.",
                        "true")
                .orNull(STRING, "raw_text", "As written; several unresolved places joined by ` | `.", "Berlin, Germany")
                .of(ValueStatus.class, "value_status", "How it came about; UNPARSED when it was not resolved.")
                .evidence()
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("posting_key", "location_key", "role");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("fact_posting", "posting_key"), Reference.to("dim_location", "location_key"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.evidence(),
                Rule.error(
                        "unresolved_is_member_0",
                        "(value_status = 'UNPARSED') = (location_key = 0)",
                        "exactly the places that were not resolved have location_key 0"));
    }

    @Override
    public boolean perPosting() {
        return true;
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        return Staged.current(
                        inputs,
                        "posting.places AS places",
                        Staged.distinctBy(
                                        "posting.places", "concat(%1$s.role, ' ', coalesce(%1$s.place.locationId, ''))")
                                + " AS distinct_places")
                .selectExpr("posting_key", PARTITION, "places", "explode(distinct_places) AS e")
                .withColumn(
                        "same",
                        expr("filter(places, p -> p.role = e.role AND p.place.locationId <=> e.place.locationId)"))
                .withColumn("location_key", Keying.keyOrNotStated("location", "e.place.locationId"))
                .selectExpr(
                        "posting_key",
                        "location_key",
                        "e.role AS role",
                        "exists(same, p -> p.primary) AS is_primary",
                        "IF(location_key = 0, array_join(array_distinct(same.rawText), ' | '), e.rawText) AS raw_text",
                        "e.status AS value_status",
                        "e.evidence.field AS evidence_field",
                        "e.evidence.start AS evidence_start",
                        "e.evidence.end AS evidence_end",
                        "e.evidence.ruleId AS rule_id",
                        PARTITION);
    }
}
