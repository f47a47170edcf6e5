package nl.mkba.file.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * Unpacks the parts of a workbook once, keeping nothing, before its reader does: that believes a file, and would keep whatever it
 * unpacks to. No table that a person made is refused.
 */
final class WorkbookSizes {

    /** The most bytes that a part may unpack to, and the most for each packed byte. */
    private static final long FREE = 1L << 24;

    private static final long MOST_PER_BYTE = 100;

    /** Parts that are held in memory: texts, formats, what sheets there are. */
    private static final long MOST_HELD = 1L << 26;

    /** A row, and what stands before the first one. */
    private static final long LONGEST_ROW = 1L << 25;

    /** A text of a cell has 32,767 characters at most. */
    private static final long LONGEST_TEXT = 1L << 20;

    private static final int MOST_PARTS = 10_000;

    private static final Pattern FORMATS = Pattern.compile("spreadsheetml\\.styles\\+xml");

    private static final Pattern CALCULATE = Pattern.compile("\\bfullCalcOnLoad\\s*=\\s*[\"'](1|true)[\"']");

    private static final Pattern STRICT = Pattern.compile("purl\\.oclc\\.org/ooxml");

    private final byte[] chunk = new byte[1 << 16];

    /** How many shared texts there are, and the highest place among them that a cell names. */
    private long sharedTexts;

    private long highestShared = -1;

    private WorkbookSizes() {}

    /**
     * What was seen of a workbook.
     *
     * @param rows how many its largest sheet has
     * @param changes per part what its reader must be given otherwise, in the order of the places; without the parts that are read as
     *     they are
     * @param hasFormats whether it has a part with the formats of its cells, which it may leave out
     * @param asksToCalculate whether it tells a spreadsheet program to calculate its formulas when it is opened, as programs do that
     *     write formulas and cannot calculate them
     */
    record Seen(long rows, Map<String, List<Change>> changes, boolean hasFormats, boolean asksToCalculate) {}

    /**
     * A byte of a part that its reader is given instead of what stands there.
     *
     * @param place which byte, from 0
     * @param to what it becomes
     */
    record Change(long place, byte to) {}

    /**
     * Looks at a file.
     *
     * @throws nl.mkba.problem.InvalidScenarioException if it is no workbook, or unpacks to more than a table needs
     */
    static Seen check(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new RefusedException("workbook_too_large");
            }
            WorkbookSizes sizes = new WorkbookSizes();
            long rows = 0;
            Map<String, List<Change>> changes = new HashMap<>();
            for (ZipEntry part : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(part)) {
                    Part seen = sizes.part(in, part.getCompressedSize());
                    rows = Math.max(rows, seen.rows);
                    if (!seen.changes.isEmpty()) {
                        changes.put(part.getName(), seen.changes);
                    }
                }
            }
            // Its reader would make up empty texts as far as that.
            if (sizes.highestShared >= sizes.sharedTexts) {
                throw new RefusedException("workbook_damaged");
            }
            return new Seen(rows, changes, hasFormats(zip), says(zip, "xl/workbook.xml", CALCULATE));
        } catch (RefusedException e) {
            throw PlaceTable.refused(Problem.of(ProblemCode.BAD_WORKBOOK, Problem.NO_PATH, e.word), name, 1);
        } catch (ZipException e) {
            throw PlaceTable.refused(
                    Problem.of(ProblemCode.BAD_WORKBOOK, Problem.NO_PATH, "workbook_damaged"), name, 1);
        }
    }

    /** The list of parts names one with formats, wherever it stands. */
    private static boolean hasFormats(ZipFile zip) throws IOException {
        return says(zip, "[Content_Types].xml", FORMATS);
    }

    /** Whether a part, which is not large, has such a text somewhere; not if there is no such part. */
    private static boolean says(ZipFile zip, String name, Pattern text) throws IOException {
        ZipEntry part = zip.getEntry(name);
        if (part == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(part)) {
            return text.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .find();
        }
    }

    /** Whether a file that its reader cannot read has the namespaces of a strict workbook (ISO/IEC 29500, strict). */
    static boolean isStrict(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return says(zip, "_rels/.rels", STRICT) || says(zip, "xl/workbook.xml", STRICT);
        } catch (IOException e) {
            return false;
        }
    }

    /** Says why a part is refused, as a word of the messages. */
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;
        private final String word;

        RefusedException(String word) {
            super(word);
            this.word = word;
        }
    }

    private Part part(InputStream in, long packed) throws IOException {
        // What a part is called says nothing: a sheet is where the workbook says that it is.
        int read = in.readNBytes(chunk, 0, chunk.length);
        Part part = new Part(FREE + MOST_PER_BYTE * Math.max(0, packed));
        if (!isXml(read)) {
            return part;
        }
        for (; read > 0; read = in.readNBytes(chunk, 0, chunk.length)) {
            part.add(chunk, read);
        }
        sharedTexts = Math.max(sharedTexts, part.sharedTexts);
        highestShared = Math.max(highestShared, part.highestShared);
        return part;
    }

    /**
     * Whether a part may be XML by its first bytes, as pictures are not.
     *
     * @throws RefusedException if it is in another encoding than spreadsheet programs write, in which nothing would be found
     */
    private boolean isXml(int read) throws RefusedException {
        int first = 0;
        if (read >= 3 && chunk[0] == (byte) 0xef && chunk[1] == (byte) 0xbb && chunk[2] == (byte) 0xbf) {
            first = 3;
        }
        while (first < read
                && (chunk[first] == ' ' || chunk[first] == '\n' || chunk[first] == '\r' || chunk[first] == '\t')) {
            first++;
        }
        if (first == read || chunk[first] != '<') {
            boolean isWide = read >= 2
                    && ((chunk[0] == (byte) 0xff && chunk[1] == (byte) 0xfe)
                            || (chunk[0] == (byte) 0xfe && chunk[1] == (byte) 0xff)
                            || (chunk[0] == 0 && (chunk[1] == '<' || chunk[1] == 0)));
            if (isWide) {
                throw new RefusedException("workbook_damaged");
            }
            return false;
        }
        if (first + 1 < read && chunk[first + 1] == 0) {
            throw new RefusedException("workbook_damaged");
        }
        return true;
    }

    /** A part of the workbook as its bytes go by. */
    private static final class Part {

        /** Element names that are looked for; longer ones are none of them. */
        private static final int LONGEST_NAME = 16;

        private static final String ROW = "row";

        private static final String SHARED_TEXT = "si";

        private static final String CELL = "c";

        private static final String VALUE = "v";

        private static final String FORMULA = "f";

        /** Letters of the type {@code str}, a text that is the outcome of a formula. */
        private static final int TEXT_LETTERS = 3;

        /** A name of no element, of one letter as {@link #VALUE}. */
        private static final byte NO_ELEMENT = 'x';

        /** Letters of a column: the last one that there is, XFD, has three. */
        private static final int MOST_LETTERS = 3;

        private final long most;
        private final byte[] element = new byte[LONGEST_NAME];
        private boolean isInName;
        private int length;
        private boolean isSheet;
        private boolean hasRoot;
        private long bytes;
        private long sinceElement;
        private long sinceRow;
        private long rows;

        /** Within the element of a cell: the quote of the value it is in, 0 outside; the first letter of its attribute, and its length. */
        private boolean isInCell;

        private byte quote;
        private byte attribute;
        private int attributeLength;
        private boolean isInAttribute;
        private int letters;

        /** Whether the cell is of the type {@code s}, whose value is the place of a shared text. */
        private boolean isShared;

        /** Where the cell says that it is of the type {@code d}, whose value is a date as a text; −1 if it does not. */
        private long date = -1;

        /** Whether the cell is of the type {@code str}, and whether it has a formula. */
        private boolean isText;

        private boolean hasFormula;

        /** Where the name of the element begins that is being read, without its prefix. */
        private long name;

        /** Bytes of its prefix with the colon. */
        private int prefix;

        /**
         * Where the name begins of the element of a formula's value, as long as nothing is in it; −1 outside. Empty, it is none: the
         * formula was not calculated. Only a text is an outcome when it is empty.
         */
        private long empty = -1;

        /** How long the prefix of that element is, and whether its first tag has ended. */
        private int emptyPrefix;

        private boolean isEmptyOpen;

        private final List<Change> changes = new ArrayList<>();
        private boolean isInValue;
        private boolean isInShared;
        private long shared;
        private long sharedTexts;
        private long highestShared = -1;

        Part(long most) {
            this.most = most;
        }

        void add(byte[] text, int n) throws RefusedException {
            for (int i = 0; i < n; i++) {
                byte b = text[i];
                if (b == '<') {
                    endShared();
                    endEmpty(bytes + i);
                    isInName = true;
                    length = 0;
                    name = bytes + i + 1;
                    prefix = 0;
                    sinceElement = 0;
                } else if (isInName) {
                    name(b, bytes + i);
                } else if (isInCell) {
                    cell(b, bytes + i);
                } else if (isInShared) {
                    shared(b);
                } else if (isInValue && b == '>') {
                    beginShared();
                } else if (empty >= 0) {
                    empty(b);
                }
                sinceElement++;
                sinceRow++;
                if (sinceElement > LONGEST_TEXT || (isSheet && sinceRow > LONGEST_ROW)) {
                    throw new RefusedException("workbook_too_large");
                }
            }
            bytes += n;
            if (bytes > most || (!isSheet && bytes > MOST_HELD)) {
                throw new RefusedException("workbook_too_large");
            }
        }

        private void name(byte b, long place) throws RefusedException {
            boolean ends = b == ' ' || b == '>' || b == '/' || b == '\n' || b == '\r' || b == '\t';
            if (b == ':') {
                // What stands before it is a prefix.
                length = 0;
                prefix = (int) (place + 1 - name) + prefix;
                name = place + 1;
            } else if (!ends && length < LONGEST_NAME) {
                element[length++] = b;
            } else if (ends) {
                isInName = false;
                if (!hasRoot || length <= ROW.length()) {
                    element(new String(element, 0, length, StandardCharsets.US_ASCII));
                }
                isInCell &= b != '>' && b != '/';
                if (isInValue && b == '>') {
                    beginShared();
                } else if (empty >= 0) {
                    empty(b);
                }
            } else {
                isInName = false;
            }
        }

        /** Goes on in the element of a formula's value, in which nothing was found yet. */
        private void empty(byte b) {
            if (isEmptyOpen) {
                // It is not empty.
                empty = -1;
            } else if (b == '>') {
                isEmptyOpen = true;
            } else if (b == '/') {
                changes.add(new Change(empty, NO_ELEMENT));
                empty = -1;
            }
        }

        /** Another tag begins: of an element that is empty so far it is the last one, which has the same name. */
        private void endEmpty(long place) {
            if (empty >= 0 && isEmptyOpen) {
                changes.add(new Change(empty, NO_ELEMENT));
                changes.add(new Change(place + 2 + emptyPrefix, NO_ELEMENT));
            }
            empty = -1;
        }

        /**
         * Sees to it that no cell is further to the right than a sheet goes: its reader would make room for all cells up to there. That
         * place is the attribute {@code r}.
         */
        private void cell(byte b, long place) throws RefusedException {
            if (quote != 0) {
                boolean isLetter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
                if (b == quote) {
                    quote = 0;
                    if (date >= 0) {
                        // Its reader does not know the type, and hands out the text of an error as it stands.
                        changes.add(new Change(date, (byte) 'e'));
                        date = -1;
                    }
                } else if (attribute == 't' && attributeLength == 1) {
                    isShared = b == 's' && letters == 0;
                    date = b == 'd' && letters == 0 ? place : -1;
                    letters++;
                    isText = b == 'r' && letters == TEXT_LETTERS;
                } else if (attribute == 'r' && attributeLength == 1) {
                    letters += isLetter ? 1 : 0;
                    if (letters > MOST_LETTERS || b == '&') {
                        throw new RefusedException("workbook_damaged");
                    }
                }
            } else if (b == '>') {
                isInCell = false;
            } else if (b == '"' || b == '\'') {
                quote = b;
                letters = 0;
            } else if (b == ' ' || b == '=' || b == '/' || b == '\n' || b == '\r' || b == '\t') {
                isInAttribute = false;
            } else {
                attributeLength = isInAttribute ? attributeLength + 1 : 1;
                attribute = isInAttribute ? attribute : b;
                isInAttribute = true;
            }
        }

        private void beginShared() {
            isInValue = false;
            isInShared = true;
            shared = -1;
        }

        private void shared(byte b) throws RefusedException {
            if (b == '&' || shared > Integer.MAX_VALUE) {
                throw new RefusedException("workbook_damaged");
            }
            shared = b >= '0' && b <= '9' ? 10 * Math.max(0, shared) + b - '0' : shared;
        }

        private void endShared() {
            if (isInShared) {
                highestShared = Math.max(highestShared, shared);
            }
            isInShared = false;
            isInValue = false;
        }

        private void element(String found) throws RefusedException {
            if (found.isEmpty() || found.startsWith("?") || found.startsWith("!--")) {
                return;
            }
            if (found.startsWith("!")) {
                // A document type stands before the root, and in no workbook.
                throw new RefusedException("workbook_damaged");
            }
            if (!hasRoot) {
                hasRoot = true;
                isSheet = found.equals("worksheet");
            } else if (found.equals(ROW)) {
                rows++;
                sinceRow = 0;
            } else if (isSheet && found.equals(CELL)) {
                isInCell = true;
                isShared = false;
                isText = false;
                hasFormula = false;
                quote = 0;
                isInAttribute = false;
            } else if (found.equals(SHARED_TEXT)) {
                if (isSheet) {
                    // Shared texts are held in memory, and stand in no sheet.
                    throw new RefusedException("workbook_damaged");
                }
                sharedTexts++;
            } else if (isSheet && found.equals(FORMULA)) {
                hasFormula = true;
            } else if (isSheet && found.equals(VALUE)) {
                if (isShared) {
                    isInValue = true;
                } else if (hasFormula && !isText) {
                    empty = name;
                    emptyPrefix = prefix;
                    isEmptyOpen = false;
                }
            }
        }
    }
}
