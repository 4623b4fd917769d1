package io.jobmart.spark;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.Metadata;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Typed encoders for Java records. A column is named as its record component.
 *
 * <p>Spark has none of its own: {@code Encoders.bean} takes a record without complaint, finds no getters, and writes
 * rows without columns. Components may be records, enums (as their names), strings, {@link BigDecimal} as
 * DECIMAL(18,2), {@link LocalDate}, boxed and primitive numbers and booleans, and lists of any of these. Everything
 * but primitives may be null. The component's class must be public, since generated code calls its accessors.
 *
 * <p>This is the only class that knows catalyst's internals, which carry no promise of stability: a test round-trips a
 * whole posting.
 */
public final class RecordEncoder {
    /** The type of every amount and number of years. */
    public static final DecimalType DECIMAL = new DecimalType(18, 2);

    private RecordEncoder() {}

    /**
     * The encoder of a record class.
     *
     * @throws IllegalArgumentException when a component has a type that is not listed above
     */
    public static <R extends Record> Encoder<R> of(Class<R> type) {
        return record(type);
    }

    private static <R> AgnosticEncoder<R> record(Class<R> type) {
        List<EncoderField> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AgnosticEncoder<?> encoder = any(component.getGenericType(), component);
            fields.add(new EncoderField(
                    component.getName(),
                    encoder,
                    !component.getType().isPrimitive(),
                    Metadata.empty(),
                    Option.empty(),
                    Option.empty()));
        }
        return new AgnosticEncoders.ProductEncoder<>(
                tag(type), CollectionConverters.asScala(fields).toSeq(), Option.empty());
    }

    private static AgnosticEncoder<?> any(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class) {
            return list(any(parameterized.getActualTypeArguments()[0], component));
        }
        if (type instanceof Class<?> plain) {
            if (plain.isRecord()) {
                return record(plain);
            }
            if (plain.isEnum()) {
                return new AgnosticEncoders.JavaEnumEncoder<>(tag(plain));
            }
            AgnosticEncoder<?> leaf = leaf(plain);
            if (leaf != null) {
                return leaf;
            }
        }
        throw new IllegalArgumentException("No column type for " + type.getTypeName() + ", component "
                + component.getName() + " of " + component.getDeclaringRecord().getName());
    }

    private static <E> AgnosticEncoder<?> list(AgnosticEncoder<E> element) {
        return new AgnosticEncoders.IterableEncoder<>(tag(List.class), element, true, false);
    }

    private static AgnosticEncoder<?> leaf(Class<?> type) {
        if (type == String.class) {
            return AgnosticEncoders.StringEncoder$.MODULE$;
        }
        if (type == BigDecimal.class) {
            return new AgnosticEncoders.JavaDecimalEncoder(DECIMAL, false);
        }
        if (type == LocalDate.class) {
            return new AgnosticEncoders.LocalDateEncoder(false);
        }
        if (type == boolean.class) {
            return AgnosticEncoders.PrimitiveBooleanEncoder$.MODULE$;
        }
        if (type == int.class) {
            return AgnosticEncoders.PrimitiveIntEncoder$.MODULE$;
        }
        if (type == long.class) {
            return AgnosticEncoders.PrimitiveLongEncoder$.MODULE$;
        }
        if (type == double.class) {
            return AgnosticEncoders.PrimitiveDoubleEncoder$.MODULE$;
        }
        if (type == Boolean.class) {
            return AgnosticEncoders.BoxedBooleanEncoder$.MODULE$;
        }
        if (type == Integer.class) {
            return AgnosticEncoders.BoxedIntEncoder$.MODULE$;
        }
        if (type == Long.class) {
            return AgnosticEncoders.BoxedLongEncoder$.MODULE$;
        }
        if (type == Double.class) {
            return AgnosticEncoders.BoxedDoubleEncoder$.MODULE$;
        }
        return null;
    }

    private static <T> ClassTag<T> tag(Class<T> type) {
        return ClassTag$.MODULE$.apply(type);
    }
}
