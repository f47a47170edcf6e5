package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.ProblemCode;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small files that claim to be large: each is refused at once, and nothing is made of the size that it claims. */
@Timeout(20)
class HostileParquetTest {

    private static final long MOST_ALLOCATED = 64L << 20;

    @TempDir
    private Path folder;

    private void isRefused(String reason, Path file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> {
                    try (PlaceTable table = PlaceTable.open(file)) {
                        while (table.read(8192).rows() > 0) {
                            // Until the end, or what is wrong.
                        }
                    }
                })
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.code()).isEqualTo(ProblemCode.BAD_PARQUET);
                            assertThat(problem.arguments()).containsExactly("parquet_" + reason);
                            assertThat(problem.location()).isNotNull();
                        }));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
    }

    private static ByteArrayOutputStream begun() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }

    private static void page(ByteArrayOutputStream bytes, int values, int claimed, Encoding encoding, byte[] data)
            throws IOException {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, claimed, data.length);
        header.setData_page_header(new DataPageHeader(values, encoding, Encoding.RLE, Encoding.RLE));
        Util.writePageHeader(header, bytes);
        bytes.write(data);
    }

    private Path file(ByteArrayOutputStream bytes, long rows) throws IOException {
        Path file = folder.resolve("hostile.parquet");
        HandmadeParquet.end(file, bytes, List.of(HandmadeParquet.group(4, bytes.size() - 4, rows)), rows);
        return file;
    }

    @Test
    void moreRowsThanTheFileCanHold() throws IOException {
        ByteArrayOutputStream bytes = begun();
        page(bytes, Integer.MAX_VALUE, 10, Encoding.PLAIN, new byte[10]);
        isRefused("rows", file(bytes, 1L << 40));
    }

    @Test
    void rowsOfGroupsThatDoNotAddUp() throws IOException {
        ByteArrayOutputStream bytes = begun();
        page(bytes, 1, 4, Encoding.PLAIN, new byte[4]);
        Path file = folder.resolve("rows.parquet");
        HandmadeParquet.end(file, bytes, List.of(HandmadeParquet.group(4, bytes.size() - 4, 1)), 2);
        isRefused("rows", file);
    }

    @Test
    void negativeRows() throws IOException {
        ByteArrayOutputStream bytes = begun();
        page(bytes, 1, 4, Encoding.PLAIN, new byte[4]);
        isRefused("rows", file(bytes, -1));
    }

    @Test
    void moreValuesInAPageThanRows() throws IOException {
        ByteArrayOutputStream bytes = begun();
        page(bytes, Integer.MAX_VALUE, 4, Encoding.PLAIN, new byte[4]);
        isRefused("values", file(bytes, 1));
    }

    @Test
    void aTextThatClaimsTwoGigabytes() throws IOException {
        ByteArrayOutputStream bytes = begun();
        page(bytes, 1, 4, Encoding.PLAIN, HandmadeParquet.number(Integer.MAX_VALUE));
        isRefused("text", file(bytes, 1));
    }

    @Test
    void aDictionaryThatClaimsBillions() throws IOException {
        ByteArrayOutputStream bytes = begun();
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, Integer.MAX_VALUE, 4);
        header.setDictionary_page_header(new DictionaryPageHeader(Integer.MAX_VALUE, Encoding.PLAIN));
        Util.writePageHeader(header, bytes);
        bytes.write(new byte[4]);
        page(bytes, 1, 2, Encoding.RLE_DICTIONARY, new byte[] {0, 2});
        isRefused("ends", file(bytes, 1));
    }

    @Test
    void differencesThatClaimBillionsOfLengths() throws IOException {
        ByteArrayOutputStream bytes = begun();
        // Blocks of 128 in 4 parts, 2^31 - 1 values, the first of them 0.
        byte[] data = {(byte) 0x80, 1, 4, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7, 0};
        page(bytes, 1, data.length, Encoding.DELTA_LENGTH_BYTE_ARRAY, data);
        isRefused("values", file(bytes, 1));
    }

    @Test
    void blocksOfDifferencesWithoutEnd() throws IOException {
        ByteArrayOutputStream bytes = begun();
        byte[] data = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 4, 4, 1, 0};
        page(bytes, 1, data.length, Encoding.DELTA_LENGTH_BYTE_ARRAY, data);
        isRefused("page", file(bytes, 1));
    }

    @Test
    void pagesWithoutValues() throws IOException {
        ByteArrayOutputStream bytes = begun();
        for (int i = 0; i < 20_000; i++) {
            page(bytes, 0, 0, Encoding.PLAIN, new byte[0]);
        }
        isRefused("ends", file(bytes, 1));
    }

    @Test
    void thousandsOfRowGroupsOnTheSameBytes() throws IOException {
        ByteArrayOutputStream bytes = begun();
        page(bytes, 1, 5, Encoding.PLAIN, new byte[] {1, 0, 0, 0, 'a'});
        List<RowGroup> groups =
                new ArrayList<>(Collections.nCopies(10_000, HandmadeParquet.group(4, bytes.size() - 4, 1)));
        Path file = folder.resolve("same.parquet");
        HandmadeParquet.end(file, bytes, groups, groups.size());
        isRefused("overlap", file);
    }

    @Test
    void aColumnBeyondTheEndOfTheFile() throws IOException {
        ByteArrayOutputStream bytes = begun();
        page(bytes, 1, 4, Encoding.PLAIN, new byte[4]);
        Path file = folder.resolve("beyond.parquet");
        HandmadeParquet.end(file, bytes, List.of(HandmadeParquet.group(4, Long.MAX_VALUE, 1)), 1);
        isRefused("ends", file);
        HandmadeParquet.end(file, bytes, List.of(HandmadeParquet.group(Long.MAX_VALUE - 5, 10, 1)), 1);
        isRefused("ends", file);
    }

    /** In Thrift's compact form 0xfc is the beginning of a list of structures whose length follows. */
    @Test
    void aFooterWithListsOfBillions() throws IOException {
        byte[] footer = {0x15, 2, 0x19, (byte) 0xfc, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7, 0};
        isRefused("footer", footer(footer));
    }

    @Test
    void aFooterThatGoesDeep() throws IOException {
        // A field that nobody knows, holding a list of one list of one list ...
        byte[] footer = new byte[200_000];
        footer[0] = 0x09;
        footer[1] = 100;
        Arrays.fill(footer, 2, footer.length, (byte) 0x19);
        isRefused("footer", footer(footer));
    }

    @Test
    void aFooterWithMoreElementsThanAnyTableNeeds() throws IOException {
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        footer.write(new byte[] {0x15, 2, 0x19, (byte) 0xfc, (byte) 0x80, (byte) 0x89, 0x7a});
        for (int i = 0; i < 2_000_000; i++) {
            footer.write(new byte[] {0x48, 0, 0});
        }
        footer.write(0);
        isRefused("footer", footer(footer.toByteArray()));
    }

    private Path footer(byte[] footer) throws IOException {
        ByteArrayOutputStream bytes = begun();
        bytes.write(footer);
        bytes.write(HandmadeParquet.number(footer.length));
        bytes.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        return Files.write(folder.resolve("footer.parquet"), bytes.toByteArray());
    }
}
