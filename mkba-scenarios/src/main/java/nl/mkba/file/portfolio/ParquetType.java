package nl.mkba.file.portfolio;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a Parquet file holds, and what its values are as a number or a text (Apache Parquet format, "Types" and
 * "Logical Types"; the older converted types where a file has only those).
 */
final class ParquetType {

    /** Bytes of a decimal at most: the digits of the largest double. */
    private static final int LONGEST_DECIMAL = 128;

    private static final int LARGEST_SCALE = 400;

    private static final int FLOAT16_BYTES = 2;
    private static final int UUID_BYTES = 16;

    /** What a column holds. */
    enum Kind {
        WHOLE,
        UNSIGNED,
        FLOAT,
        DOUBLE,
        DECIMAL,
        TEXT,
        DATE,
        TIME,
        TIMESTAMP,
        UUID,
        BOOLEAN,
        FLOAT16,
        INTERVAL,
        BYTES,
        NESTED,
        LIST;

        /** The word for it in the texts of problems. */
        String word() {
            return "parquet_type_" + name().toLowerCase(Locale.ROOT);
        }

        boolean isAmount() {
            return this == WHOLE
                    || this == UNSIGNED
                    || this == FLOAT
                    || this == DOUBLE
                    || this == DECIMAL
                    || this == TEXT;
        }

        boolean isText() {
            return isAmount() || this == DATE || this == TIME || this == TIMESTAMP || this == UUID;
        }
    }

    private final String name;
    private final @Nullable Type stored;
    private final int length;
    private final boolean isOptional;
    private final Kind kind;
    private final int scale;
    private final ChronoUnit unit;
    private final boolean isUtc;

    /** The type of a column that is not a group. */
    static ParquetType of(SchemaElement element) {
        return new ParquetType(element, kind(element));
    }

    /** The type of a column that has columns within it. */
    static ParquetType nested(SchemaElement element) {
        return new ParquetType(element, isList(element) ? Kind.LIST : Kind.NESTED);
    }

    private ParquetType(SchemaElement element, Kind kind) {
        this.name = element.getName();
        this.stored = element.getType();
        this.length = stored == Type.FIXED_LEN_BYTE_ARRAY ? element.getType_length() : 0;
        this.isOptional = element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
        this.kind = kind;
        LogicalType logical = element.getLogicalType();
        this.scale = kind != Kind.DECIMAL
                ? 0
                : logical != null && logical.isSetDECIMAL()
                        ? logical.getDECIMAL().getScale()
                        : element.getScale();
        this.unit = unit(element);
        this.isUtc = logical == null
                || (logical.isSetTIMESTAMP() && logical.getTIMESTAMP().isIsAdjustedToUTC());
    }

    private static boolean isList(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        return (logical != null && logical.isSetLIST())
                || element.getConverted_type() == ConvertedType.LIST
                || element.getRepetition_type() == FieldRepetitionType.REPEATED;
    }

    private static Kind kind(SchemaElement element) {
        if (isList(element)) {
            return Kind.LIST;
        }
        LogicalType logical = element.getLogicalType();
        Kind kind = logical == null ? converted(element.getConverted_type()) : logical(logical);
        return fits(kind, element) ? kind == null ? plain(element.getType()) : kind : Kind.BYTES;
    }

    private static @Nullable Kind logical(LogicalType type) {
        if (type.isSetINTEGER()) {
            return type.getINTEGER().isIsSigned() ? Kind.WHOLE : Kind.UNSIGNED;
        }
        if (type.isSetDECIMAL()) {
            return Kind.DECIMAL;
        }
        if (type.isSetDATE()) {
            return Kind.DATE;
        }
        if (type.isSetTIME()) {
            return Kind.TIME;
        }
        if (type.isSetTIMESTAMP()) {
            return Kind.TIMESTAMP;
        }
        if (type.isSetSTRING() || type.isSetENUM() || type.isSetJSON()) {
            return Kind.TEXT;
        }
        if (type.isSetUUID()) {
            return Kind.UUID;
        }
        if (type.isSetFLOAT16()) {
            return Kind.FLOAT16;
        }
        // All values of an unknown type are absent; everything else is more than a cell.
        return type.isSetUNKNOWN() ? null : Kind.NESTED;
    }

    private static @Nullable Kind converted(@Nullable ConvertedType type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case UTF8, ENUM, JSON -> Kind.TEXT;
            case DECIMAL -> Kind.DECIMAL;
            case DATE -> Kind.DATE;
            case TIME_MILLIS, TIME_MICROS -> Kind.TIME;
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> Kind.TIMESTAMP;
            case UINT_8, UINT_16, UINT_32, UINT_64 -> Kind.UNSIGNED;
            case INT_8, INT_16, INT_32, INT_64 -> Kind.WHOLE;
            case INTERVAL -> Kind.INTERVAL;
            case LIST -> Kind.LIST;
            case MAP, MAP_KEY_VALUE -> Kind.NESTED;
            case BSON -> Kind.BYTES;
        };
    }

    private static Kind plain(@Nullable Type type) {
        if (type == null) {
            return Kind.BYTES;
        }
        return switch (type) {
            case INT32, INT64 -> Kind.WHOLE;
            case FLOAT -> Kind.FLOAT;
            case DOUBLE -> Kind.DOUBLE;
            case BYTE_ARRAY -> Kind.TEXT;
            case BOOLEAN -> Kind.BOOLEAN;
            case INT96 -> Kind.TIMESTAMP;
            case FIXED_LEN_BYTE_ARRAY -> Kind.BYTES;
        };
    }

    /** Whether that is stored in a way that the format allows. */
    private static boolean fits(@Nullable Kind kind, SchemaElement element) {
        Type type = element.getType();
        if (kind == null) {
            return true;
        }
        boolean isWhole = type == Type.INT32 || type == Type.INT64;
        int length = type == Type.FIXED_LEN_BYTE_ARRAY ? element.getType_length() : 0;
        return switch (kind) {
            case WHOLE, UNSIGNED, TIME -> isWhole;
            case TIMESTAMP -> type == Type.INT64;
            case DATE -> type == Type.INT32;
            case TEXT -> type == Type.BYTE_ARRAY;
            case UUID -> length == UUID_BYTES;
            case FLOAT16 -> length == FLOAT16_BYTES;
            case DECIMAL -> fitsDecimal(element, length);
            default -> true;
        };
    }

    private static boolean fitsDecimal(SchemaElement element, int length) {
        LogicalType logical = element.getLogicalType();
        int scale =
                logical != null && logical.isSetDECIMAL() ? logical.getDECIMAL().getScale() : element.getScale();
        boolean isStored = switch (element.getType()) {
            case INT32, INT64, BYTE_ARRAY -> true;
            case FIXED_LEN_BYTE_ARRAY -> length > 0 && length <= LONGEST_DECIMAL;
            default -> false;
        };
        return isStored && scale >= 0 && scale <= LARGEST_SCALE;
    }

    private static ChronoUnit unit(SchemaElement element) {
        LogicalType logical = element.getLogicalType();
        TimeUnit unit = logical == null
                ? null
                : logical.isSetTIME()
                        ? logical.getTIME().getUnit()
                        : logical.isSetTIMESTAMP() ? logical.getTIMESTAMP().getUnit() : null;
        if (unit != null) {
            return unit.isSetMILLIS() ? ChronoUnit.MILLIS : unit.isSetMICROS() ? ChronoUnit.MICROS : ChronoUnit.NANOS;
        }
        ConvertedType converted = element.getConverted_type();
        return converted == ConvertedType.TIME_MICROS || converted == ConvertedType.TIMESTAMP_MICROS
                ? ChronoUnit.MICROS
                : ChronoUnit.MILLIS;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** How its values are stored; null for a group. */
    @Nullable
    Type stored() {
        return stored;
    }

    /** Bytes of a value that is stored in a fixed number of them. */
    int length() {
        return length;
    }

    /** Whether values may be absent. */
    boolean isOptional() {
        return isOptional;
    }

    /** Whether values are kept as texts: they are stored as bytes. */
    boolean isOfBytes() {
        return stored == Type.BYTE_ARRAY || stored == Type.FIXED_LEN_BYTE_ARRAY;
    }

    /** Whether a cell can be an amount, or an id; what is not so is never read. */
    boolean isReadAs(boolean isId) {
        return (isId ? kind.isText() : kind.isAmount()) && stored != Type.INT96;
    }

    /** A value that is stored as bytes. */
    String text(byte[] bytes) throws RefusedParquetException {
        if (kind == Kind.DECIMAL) {
            if (bytes.length == 0 || bytes.length > LONGEST_DECIMAL) {
                throw RefusedParquetException.damaged("values");
            }
            return new BigDecimal(new BigInteger(bytes), scale).toPlainString();
        }
        if (kind == Kind.UUID) {
            ByteBuffer halves = ByteBuffer.wrap(bytes);
            return new UUID(halves.getLong(), halves.getLong()).toString();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RefusedParquetException.damaged("utf8");
        }
    }

    /** A number as stored in its bits. */
    double number(long bits) {
        return switch (kind) {
            case FLOAT, DOUBLE -> Double.longBitsToDouble(bits);
            case UNSIGNED ->
                stored == Type.INT32
                        ? Integer.toUnsignedLong((int) bits)
                        : bits >= 0 ? bits : new BigDecimal(Long.toUnsignedString(bits)).doubleValue();
            case DECIMAL -> BigDecimal.valueOf(bits, scale).doubleValue();
            default -> bits;
        };
    }

    /** The text of a number as stored in its bits; of a date or a time as in ISO 8601. */
    String text(long bits) {
        return switch (kind) {
            case FLOAT -> Cells.textOfSingle(number(bits));
            case DOUBLE -> Cells.text(number(bits));
            case UNSIGNED -> stored == Type.INT32 ? Integer.toUnsignedString((int) bits) : Long.toUnsignedString(bits);
            case DECIMAL -> BigDecimal.valueOf(bits, scale).toPlainString();
            case DATE -> LocalDate.ofEpochDay(bits).toString();
            case TIME -> LocalTime.MIDNIGHT.plus(Duration.of(bits, unit)).toString();
            case TIMESTAMP -> time(bits);
            default -> Long.toString(bits);
        };
    }

    private String time(long bits) {
        Instant instant = Instant.EPOCH.plus(bits, unit);
        return isUtc
                ? instant.toString()
                : instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    }
}
