package io.jobmart.tables;

import static io.jobmart.tables.Columns.BIGINT;
import static io.jobmart.tables.Columns.DOUBLE;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.model.LocationPrecision;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The places that postings name, as the gazetteer knows them: cities, regions, countries, groups of countries. */
final class DimLocation implements Table {
    @Override
    public String name() {
        return "dim_location";
    }

    @Override
    public String grain() {
        return "One row per place.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "location_key", "Key of the place; 0 is the member \"not stated\".", "810254771234567891")
                .of(
                        STRING,
                        "location_id",
                        "Natural key: `geonames:<id>`, `iso:<code>` or `area:<name>`.",
                        "geonames:2950159")
                .of(STRING, "name", "Name in English.", "Berlin")
                .orNull(STRING, "city", "City; null for larger places.", "Berlin")
                .orNull(STRING, "region_code", "ISO 3166-2 without the country.", "BE")
                .orNull(STRING, "region", "Name of the region.", "Berlin")
                .orNull(STRING, "country_code", "ISO 3166-1 alpha-2; null for groups of countries.", "DE")
                .orNull(STRING, "country", "Name of the country in English.", "Germany")
                .orNull(DOUBLE, "latitude", "Degrees north.", "52.52")
                .orNull(DOUBLE, "longitude", "Degrees east.", "13.40")
                .orNull(LocationPrecision.class, "precision", "How large the place is; null for member 0.")
                .orNull(BIGINT, "geonames_id", "Id in GeoNames; null where it has none.", "2950159")
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("location_key");
    }

    @Override
    public List<String> naturalKey() {
        return List.of("location_id");
    }

    @Override
    public List<Rule> rules() {
        return List.of(Rule.error(
                "on_earth",
                "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180",
                "coordinates lie on earth"));
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        Dataset<Row> made = Staged.current(inputs.changed(), "explode(posting.places.place) AS place")
                .where("place.locationId IS NOT NULL")
                .select("place.*")
                // A gazetteer has one row per place: only staged rows of two versions of it differ.
                .distinct()
                .groupBy("locationId")
                .agg(expr("max(struct(name, city, regionCode, region, countryCode, country, latitude, longitude,"
                        + " precision, geonamesId)) AS place"))
                .select(
                        Keying.key("location", "locationId").as("location_key"),
                        col("locationId").as("location_id"),
                        col("place.name"),
                        col("place.city"),
                        col("place.regionCode").as("region_code"),
                        col("place.region"),
                        col("place.countryCode").as("country_code"),
                        col("place.country"),
                        col("place.latitude"),
                        col("place.longitude"),
                        col("place.precision"),
                        col("place.geonamesId").as("geonames_id"));
        return Members.of(inputs, this, made, "bridge_posting_location")
                .union(NotStated.member(inputs, this, "location_id", "name"));
    }
}
